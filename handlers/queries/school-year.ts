import { readRecordsWithin } from '#db/records-within.ts'
import { CITY } from '#src/domain/records.ts'
import { monthPeriod, type Period } from '#src/policy/checks/view/periods.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
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

/** The running semester or month of a place, by its school calendar and settings. */
export async function visitsAsked(
  ctx: Context,
  place: string | null,
  period: 'month' | 'semester',
): Promise<Asked> {
  const at = place ?? CITY
  const kinds = new Set(['teachingCalendar', 'holidays'] as const)
  const view = asOf(
    await readRecordsWithin(ctx.db, kinds, { places: [at], person: null, since: ctx.today }),
    ctx.today,
  )
  const [semester] = view.schoolYear.semesters(at)
  const isLoaded = ctx.roster
    .teaching(place)
    .some(({ from, to }) => from <= semester!.to && to >= semester!.from)
  if (period === 'semester')
    return { period: semester!, required: view.setting('visits_per_semester', at), teaching: true, isLoaded }
  const month = monthPeriod(ctx.today, ctx.today)
  const teaching = view.schoolYear.schoolDays(at, month) >= view.setting('month_school_days', at)
  return { period: month, required: view.setting('monthly_visits', at), teaching, isLoaded }
}
