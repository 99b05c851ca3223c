import { addDays, addMonths, day, firstOfMonth, lastOfMonth, yearOf, type Day } from '#src/domain/day.ts'
import { inYear, type YearDay } from '../setting-values.ts'

/** A year, semester or month that a line judges (records-contract.md B2.10). */
export type Period = {
  /** `2026`, `2026-2027-1`, `2026-11`. */
  name: string
  from: Day
  to: Day
  /** Its last day is past: judged for good, late entries included. */
  closed: boolean
  /** The day whose settings hold: today, for a closed period its last (B2.14). */
  on: Day
}

const period = (name: string, from: Day, to: Day, today: Day): Period => ({
  name,
  from,
  to,
  closed: to < today,
  on: to < today ? to : today,
})

export const yearPeriod = (year: number, today: Day): Period =>
  period(String(year), day(`${year}-01-01`), day(`${year}-12-31`), today)

/** The year of the day and the one before. */
export const twoYears = (today: Day): Period[] => [
  yearPeriod(yearOf(today), today),
  yearPeriod(yearOf(today) - 1, today),
]

/** The month that holds a day. */
export const monthPeriod = (on: Day, today: Day): Period =>
  period(on.slice(0, 7), firstOfMonth(on), lastOfMonth(on), today)

/** The month of the day and the one before. */
export const twoMonths = (today: Day): Period[] => [
  monthPeriod(today, today),
  monthPeriod(addMonths(firstOfMonth(today), -1), today),
]

/** The semester that holds a day, where the first and the second of a school year begin on these days. */
export function semesterHolding(on: Day, first: YearDay, second: YearDay, today: Day): Period {
  const year = yearOf(on)
  const starts = [year - 1, year, year + 1].flatMap((each) => [
    { name: `${each - 1}-${each}-2`, from: inYear(each, second) },
    { name: `${each}-${each + 1}-1`, from: inYear(each, first) },
  ])
  const next = starts.findIndex(({ from }) => from > on)
  const { name, from } = starts[next - 1]!
  return period(name, from, addDays(starts[next]!.from, -1), today)
}
