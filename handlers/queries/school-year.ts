import { settingsOnFile } from '#db/records.ts'
import { calendarsOf } from '#db/teaching-calendar.ts'
import { addDays } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { monthPeriod, type Period } from '#src/policy/checks/view/periods.ts'
import { schoolYearOf } from '#src/policy/checks/view/semesters.ts'
import { settingsInForce } from '#src/policy/checks/view/settings-in-force.ts'
import { workingDaysBetween } from '#src/policy/working-days.ts'
import { isOpenOn, wantedInMonth, wantedInSemester, type Opened } from '#src/policy/visits-wanted.ts'
import type { Context, School } from '../context.ts'

/** What a place asks of routine visits in a semester or a month: its days, and how many visits (C5.3, C5.3b). */
export type Asked = {
  period: Period
  required: number
  /** Of one school; null where nothing is asked of it. */
  wantedOf(school: School): number | null
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
  const wanting = (required: number, wants: (school: Opened) => number | null) => ({
    required,
    wantedOf: ({ openOn = null, closedOn = null }: School) =>
      isOpenOn({ openOn, closedOn }, ctx.today) ? wants({ openOn, closedOn }) : null,
  })
  if (period === 'semester') {
    const [required, days] = [setting('visits_per_semester'), year.teaching(at, semester!)]
    const wanted = wanting(required, (school) => wantedInSemester(school, days, required))
    return { period: semester!, ...wanted, teaching: true, isLoaded }
  }
  const month = monthPeriod(ctx.today, ctx.today)
  const teaching = year.schoolDays(at, month) >= setting('month_school_days')
  const required = setting('monthly_visits')
  const wanted = wanting(required, (school) => wantedInMonth(school, month, required))
  return { period: month, ...wanted, teaching, isLoaded }
}
