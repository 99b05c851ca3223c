import chineseDays from 'chinese-days'
import { addDays, day, type Day } from '#src/domain/day.ts'

const { getSolarDateFromLunar, getSolarTermDate } = chineseDays

const lunar = (year: number, date: string): Day => day(getSolarDateFromLunar(`${year}-${date}`).date)

/**
 * The statutory days off of a year (全国年节及纪念日放假办法, as revised in 2024), lunar ones computed: what is certain
 * before the State Council has arranged the weekends around them.
 */
export function statutoryDaysOff(year: number): Day[] {
  const newYear = lunar(year, '01-01')
  const spring = [-1, 0, 1, 2].map((days) => addDays(newYear, days))
  return [
    day(`${year}-01-01`),
    ...spring,
    day(getSolarTermDate(year, 4, 'pure_brightness')),
    day(`${year}-05-01`),
    day(`${year}-05-02`),
    lunar(year, '05-05'),
    lunar(year, '08-15'),
    ...['01', '02', '03'].map((date) => day(`${year}-10-${date}`)),
  ]
}

const springs = new Map<number, Day>()

/** The first day of the lunar year that begins in a year. */
export function springFestival(year: number): Day {
  const found = springs.get(year) ?? lunar(year, '01-01')
  springs.set(year, found)
  return found
}

/** What the library knows of a year's arrangement: empty for a year that has none yet. */
export function arrangedDays(year: number): { date: Day; dayType: 'off' | 'work'; holiday: string }[] {
  const rows: { date: Day; dayType: 'off' | 'work'; holiday: string }[] = []
  for (let date = day(`${year}-01-01`); date.startsWith(String(year)); date = addDays(date, 1)) {
    // Asked with ISO strings only: a Date would be read in the machine's zone.
    const { work, name } = chineseDays.getDayDetail(date)
    const [, holiday] = name.split(',')
    if (holiday) rows.push({ date, dayType: work ? 'work' : 'off', holiday })
  }
  return rows
}
