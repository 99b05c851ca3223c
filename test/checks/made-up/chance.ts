import { plusDays, plusMonths, yearOf } from '../oracle/days.ts'
import { workingDays } from '../oracle/working-days.ts'

/** Chance that a seed repeats (mulberry32), and days that lie where a check changes its mind. */
export type Chance = {
  /** From 0 up to 1. */
  roll(): number
  often(share: number): boolean
  int(from: number, to: number): number
  pick<T>(...from: readonly T[]): T
  /** Some of a list, each with that share. */
  some<T>(from: readonly T[], share: number): T[]
  /** One of the days, or the day before or after it; now and then any day within a year and a half. */
  day(...near: readonly string[]): string
  /** `day`, but empty with that share. */
  maybe(empty: number, ...near: readonly string[]): string
  /** `maybe`, but not before a start, which may be empty. */
  end(start: string, empty: number, ...near: readonly string[]): string
}

export function chanceOf(seed: number, today: string): Chance {
  let state = seed * 2654435761
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(roll() * (to - from + 1))
  const pick = <T>(...from: readonly T[]): T => from[int(0, from.length - 1)]!
  const day = (...near: readonly string[]) =>
    roll() < 0.1 ? plusDays(today, int(-550, 550)) : plusDays(pick(...near), int(-1, 1))
  const maybe = (empty: number, ...near: readonly string[]) => (roll() < empty ? '' : day(...near))
  return {
    roll,
    often: (share) => roll() < share,
    int,
    pick,
    some: (from, share) => from.filter(() => roll() < share),
    day,
    maybe,
    end(start, empty, ...near) {
      const found = maybe(empty, ...near)
      return found === '' || found >= start ? found : start
    },
  }
}

/** The days that lie so many days, or months, before (or after) a day. */
export const daysFrom = (today: string, ...days: number[]): string[] => days.map((n) => plusDays(today, n))
export const monthsFrom = (today: string, ...months: number[]): string[] =>
  months.map((n) => plusMonths(today, n))

const ARRANGED = workingDays([])
/** The days so many working days before a day: what is then due falls about on that day. */
export function workingDaysBefore(today: string, ...counts: number[]): string[] {
  return counts.map((n) => {
    let day = today
    for (let left = n; left > 0;) {
      day = plusDays(day, -1)
      if (ARRANGED.isWorking(day)) left--
    }
    return day
  })
}

/** Where years, half-years and semesters begin and end, this year and the last. */
export function edges(today: string): string[] {
  const Y = yearOf(today)
  const dates = ['01-01', '12-31', '08-01', '02-01', '01-31', '07-31', '09-01', '06-30']
  return [Y - 1, Y].flatMap((year) => dates.map((date) => `${year}-${date}`))
}
