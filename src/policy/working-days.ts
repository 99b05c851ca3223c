import { addDays, mondayOf, weekdayOf, yearOf, type Day } from '#src/domain/day.ts'

/** Days that differ from the Monday-to-Friday rule, as the State Council arranged them; loaded from the database. */
export type WorkingDays = {
  /** `off` for a holiday, `work` for a make-up working day, undefined for an ordinary day. */
  exception(on: Day): 'off' | 'work' | undefined
  /** False while the arrangement of that year has not been loaded: dates computed in it are provisional. */
  known(year: number): boolean
}

export function isWorkingDay(days: WorkingDays, on: Day): boolean {
  const exception = days.exception(on)
  return exception === undefined ? weekdayOf(on) <= 5 : exception === 'work'
}

/** The n-th working day after `from`, which itself is not counted; before it where n is negative. */
export function addWorkingDays(days: WorkingDays, from: Day, n: number): Day {
  const step = n < 0 ? -1 : 1
  let on = from
  for (let left = Math.abs(n); left > 0;) {
    on = addDays(on, step)
    if (isWorkingDay(days, on)) left--
  }
  return on
}

/** How many working days lie after `from`, up to `to` and with it; none where that is not later. */
export function workingDaysBetween(days: WorkingDays, from: Day, to: Day): number {
  let count = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(days, on)) count++
  return count
}

/** The day itself where it is a working day, else the next one. */
export function workingDayFrom(days: WorkingDays, on: Day): Day {
  return isWorkingDay(days, on) ? on : addWorkingDays(days, on, 1)
}

/** The day itself where it is a working day, else the last one before it. */
export function workingDayUntil(days: WorkingDays, on: Day): Day {
  return isWorkingDay(days, on) ? on : addWorkingDays(days, on, -1)
}

/** Whether Monday's digest goes out on this day: on the first working day from Monday on (policy.md 8.3). */
export const isDigestDay = (days: WorkingDays, on: Day): boolean => workingDayFrom(days, mondayOf(on)) === on

/** Shown beside every date computed in a year whose arrangement is not loaded. */
export const provisionalNote = (days: WorkingDays, ...on: Day[]): string =>
  on.some((each) => !days.known(yearOf(each))) ? '按法定节假日推算，调休未公布' : ''
