import { settingsOnFile } from '#db/records.ts'
import { calendarsOf } from '#db/teaching-calendar.ts'
import { addDays } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { monthPeriod, type Period } from '#src/policy/checks/view/periods.ts'
import { schoolYearOf } from '#src/policy/checks/view/semesters.ts'
import { settingsInForce } from '#src/policy/checks/view/settings-in-force.ts'
import { workingDaysBetween } from '#src/policy/working-days.ts'
import type { Context } from '../context.ts'

/** What a place asks of routine visits in a semester or a month: its days, and how many visits (C5.3, C5.3b). */
export type Asked = {
  period: Period
  required: number
  /** Nothing monthly is asked outside teaching months. */
  teaching: boolean
  /** Whether the place's school calendar is on file; without it the default days of teaching hold. */
  isLoaded: boolean
}

/** What is known without anybody who asks. */
export type Reading = Pick<Context, 'db' | 'today' | 'roster' | 'workingDays'>

/** The running semester or month of a place, by its school calendar and settings. */
export async function visitsAsked(
  ctx: Reading,
  place: string | null,
  period: 'month' | 'semester',
): Promise<Asked> {
  const at = place ?? CITY
  const settings = settingsInForce(await settingsOnFile(ctx.db))
  const setting = (key: 'visits_per_semester' | 'monthly_visits' | 'month_school_days') =>
    settings(key, at, ctx.today)
  const calendars = await calendarsOf(ctx.db, at)
  const year = schoolYearOf(
    calendars,
    settings,
    (from, to) => workingDaysBetween(ctx.workingDays, addDays(from, -1), to),
    ctx.today,
  )
  const [semester] = year.semesters(at)
  const isLoaded = calendars.some((each) => each.semester === semester!.name)
  if (period === 'semester')
    return { period: semester!, required: setting('visits_per_semester'), teaching: true, isLoaded }
  const month = monthPeriod(ctx.today, ctx.today)
  const teaching = year.schoolDays(at, month) >= setting('month_school_days')
  return { period: month, required: setting('monthly_visits'), teaching, isLoaded }
}
