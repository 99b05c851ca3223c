import { addDays, day, daysBetween, yearOf, type Day } from '#src/domain/day.ts'
import type { Holiday } from '#src/domain/records.ts'
import { arrangedDays, statutoryDaysOff } from '../../statutory-days.ts'
import { addWorkingDays, isWorkingDay, type WorkingDays } from '../../working-days.ts'

/** Working days counted in steps of years, for spans as long as a report may lie (records-contract.md B3). */
export type Calendar = {
  days: WorkingDays
  /** Working days among these, both ends counted; 0 where the end is the earlier one. */
  count(from: Day, to: Day): number
  /** wd(X, N): the N-th working day after a day, which itself is not counted. */
  after(on: Day, workingDays: number): Day
  /** Whether a day is past that one. */
  isPast(day: Day, on: Day, workingDays: number): boolean
}

export function calendarOf(holidays: readonly Holiday[]): Calendar {
  const days = arrangedWith(holidays)
  const years = new Map<number, readonly number[]>()
  const runningIn = (year: number): readonly number[] => {
    const known = years.get(year) ?? runningCount(days, year)
    years.set(year, known)
    return known
  }
  /** Working days of its year up to a day, and with it. */
  const upTo = (on: Day): number => runningIn(yearOf(on))[daysBetween(day(`${on.slice(0, 4)}-01-01`), on)]!
  const count = (from: Day, to: Day): number => {
    if (to < from) return 0
    let total = upTo(to) - upTo(from) + (isWorkingDay(days, from) ? 1 : 0)
    for (let year = yearOf(from); year < yearOf(to); year++) total += runningIn(year).at(-1)!
    return total
  }
  return {
    days,
    count,
    after: (on, workingDays) => addWorkingDays(days, on, workingDays),
    isPast: (each, on, workingDays) => each > on && count(addDays(on, 1), addDays(each, -1)) >= workingDays,
  }
}

function runningCount(days: WorkingDays, year: number): number[] {
  const counts: number[] = []
  let count = 0
  for (let on = day(`${String(year).padStart(4, '0')}-01-01`); yearOf(on) === year; on = addDays(on, 1))
    counts.push((count += isWorkingDay(days, on) ? 1 : 0))
  return counts
}

/** The built-in table begins here. */
const FIRST_YEAR = 2020

/**
 * The State Council's arrangements, each day overruled by `holidays`. A year with any row in either is known; any other
 * falls back to the statutory days off.
 */
function arrangedWith(holidays: readonly Holiday[]): WorkingDays {
  const byYear = Map.groupBy(holidays, ({ date }) => yearOf(date))
  const years = new Map<number, { known: boolean; exceptions: ReadonlyMap<Day, 'off' | 'work'> }>()
  const look = (year: number) => {
    const rows = [...(year < FIRST_YEAR ? [] : arrangedDays(year)), ...(byYear.get(year) ?? [])]
    const known = rows.length > 0
    const arranged = known ? rows : statutoryDaysOff(year).map((date) => ({ date, dayType: 'off' as const }))
    return { known, exceptions: new Map(arranged.map(({ date, dayType }) => [date, dayType])) }
  }
  const year = (number: number) => {
    const found = years.get(number) ?? look(number)
    years.set(number, found)
    return found
  }
  return { exception: (on) => year(yearOf(on)).exceptions.get(on), known: (number) => year(number).known }
}
