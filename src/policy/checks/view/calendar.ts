import { addDays, day, daysBetween, yearOf, type Day } from '#src/domain/day.ts'
import type { Holiday } from '#src/domain/records.ts'
import { arrangedDays, statutoryDaysOff } from '../../statutory-days.ts'
import { isWorkingDay, type WorkingDays } from '../../working-days.ts'

/** Working days looked up rather than stepped through: reports may lie for years (records-contract.md B3). */
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
  const years = new Map<number, Year>()
  const look = (year: number): Year => {
    const known = years.get(year) ?? yearOfWork(days, year)
    years.set(year, known)
    return known
  }
  /** Working days of its year before a day; and with the day. */
  const before = (on: Day): number => look(yearOf(on)).before[dayOfYear(on)]!
  const until = (on: Day): number => before(on) + (isWorkingDay(days, on) ? 1 : 0)

  const count = (from: Day, to: Day): number => {
    if (to < from) return 0
    let total = until(to) - before(from)
    for (let year = yearOf(from); year < yearOf(to); year++) total += look(year).working.length
    return total
  }
  const after = (on: Day, workingDays: number): Day => {
    if (workingDays === 0) return on
    let year = yearOf(on)
    let place = until(on) + workingDays
    for (; place > look(year).working.length; year++) place -= look(year).working.length
    return look(year).working[place - 1]!
  }
  return { days, count, after, isPast: (each, on, workingDays) => each > after(on, workingDays) }
}

/** The working days of a year, and how many of them lie before each of its days. */
type Year = { working: readonly Day[]; before: readonly number[] }

const dayOfYear = (on: Day): number => daysBetween(day(`${on.slice(0, 4)}-01-01`), on)

function yearOfWork(days: WorkingDays, year: number): Year {
  const working: Day[] = []
  const before: number[] = []
  for (let on = day(`${String(year).padStart(4, '0')}-01-01`); yearOf(on) === year; on = addDays(on, 1)) {
    before.push(working.length)
    if (isWorkingDay(days, on)) working.push(on)
  }
  return { working, before }
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
