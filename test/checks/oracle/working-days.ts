import chineseDays from 'chinese-days'
import { isWeekday, next, plusDays, yearOf } from './days.ts'
import type { Row } from './rows.ts'

const { getDayDetail, getSolarDateFromLunar, getSolarTermDate } = chineseDays

export type WorkingDays = { isWorking(day: string): boolean }

/** B3: the table = the yearly arrangements of 2020 to 2026, overruled by `holidays`; kept whole whatever D (B7.11). */
export function workingDays(holidays: readonly Row[]): WorkingDays {
  const loaded = new Map<string, string>()
  const loadedYears = new Set<number>()
  for (const row of holidays) {
    loaded.set(row.date, row.day_type)
    loadedYears.add(yearOf(row.date))
  }
  return {
    isWorking(day) {
      const said = loaded.get(day)
      if (said !== undefined) return said === 'work'
      const year = yearOf(day)
      if (year >= 2020 && year <= 2026) return builtIn(day)
      // A year with any row in `holidays` is known (B7.11); a year in neither has its statutory days off.
      if (loadedYears.has(year)) return isWeekday(day)
      return isWeekday(day) && !statutory(year).has(day)
    },
  }
}

const arranged = new Map<string, boolean>()
function builtIn(day: string): boolean {
  const found = arranged.get(day) ?? getDayDetail(day).work
  arranged.set(day, found)
  return found
}

const daysOff = new Map<number, Set<string>>()
function statutory(year: number): Set<string> {
  const found = daysOff.get(year) ?? new Set(statutoryDays(year))
  daysOff.set(year, found)
  return found
}

/** 全国年节及纪念日放假办法 (2024). */
function statutoryDays(year: number): string[] {
  const lunar = (date: string) => getSolarDateFromLunar(`${year}-${date}`).date
  const newYear = lunar('01-01')
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((date) => `${year}-${date}`)
  const spring = [plusDays(newYear, -1), newYear, plusDays(newYear, 1), plusDays(newYear, 2)]
  return [...fixed, ...spring, getSolarTermDate(year, 4, 'pure_brightness'), lunar('05-05'), lunar('08-15')]
}

/** `wd(X, N)`: the N-th working day after X, X itself not counted. */
export function wd(days: WorkingDays, from: string, n: number): string {
  let day = from
  let left = n
  while (left > 0) {
    day = next(day)
    if (days.isWorking(day)) left--
  }
  return day
}

/** Working days in [A, B], both ends counted. */
export function workingDaysIn(days: WorkingDays, from: string, to: string): number {
  let found = 0
  for (let day = from; day <= to; day = next(day)) if (days.isWorking(day)) found++
  return found
}
