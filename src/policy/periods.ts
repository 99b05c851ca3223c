import { addDays, daysBetween, type Day } from '#src/domain/day.ts'
import type { Severity } from '#src/domain/words.ts'
import { isWithSchool, type CaseState } from './states.ts'

/** Default days to put a finding right, from the day of the notice (policy.md 3.2; an inspector may set any number). */
const RECTIFICATION_DAYS: Record<Severity, number> = {
  minor: 15,
  general: 15,
  serious: 15,
  complex: 30,
  urgent: 3,
}

export const defaultDue = (severity: Severity, today: Day): Day =>
  addDays(today, RECTIFICATION_DAYS[severity])

/** An inspector may put a due date off once, by at most 15 days; more, or again, is the county office's (policy.md 3.2). */
export const INSPECTOR_EXTENSION_DAYS = 15

/** Longer periods need the county office's approval (policy.md 3.2). */
export const LONGEST_PERIOD_DAYS = 60

export const extensionDecider = (due: Day, to: Day, extensions: number): 'inspector' | 'office' =>
  extensions === 0 && daysBetween(due, to) <= INSPECTOR_EXTENSION_DAYS ? 'inspector' : 'office'

/** The county office decides an objection within five working days (policy.md 3.2). */
export const OBJECTION_WORKING_DAYS = 5

/** A visit entered later than two days after it is shown as a late entry (补录). */
export const LATE_ENTRY_DAYS = 2

type Running = { state: CaseState; dueOn: Day | null; clockStoppedOn: Day | null }

/** Since how many days the school has been late with a case; 0 in time, once it has reported, and while its clock stands. */
export const overdueDays = (each: Running, today: Day): number =>
  isWithSchool(each) && each.dueOn !== null && each.clockStoppedOn === null
    ? Math.max(0, daysBetween(each.dueOn, today))
    : 0

/** Its inspector amends a record within seven days, counted to the day, and withdraws it on the same day (policy.md 3.1). */
export const AMEND_DAYS = 7
