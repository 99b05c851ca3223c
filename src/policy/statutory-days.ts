import chineseDays from 'chinese-days'
import { addDays, day, type Day } from '#src/domain/day.ts'

const { getSolarDateFromLunar, getSolarTermDate } = chineseDays

const lunar = (year: number, date: string): Day => day(getSolarDateFromLunar(`${year}-${date}`).date)

const known = new Map<string, Day>()

/** What is asked of the library is asked once: it counts through the months of a year. */
function once(name: string, ask: () => Day): Day {
  const found = known.get(name) ?? ask()
  known.set(name, found)
  return found
}

/** A day of the lunar year that begins in a year; the 30th of a month of 29 days is the first of the next. */
export function lunarDay(year: number, month: number, date: number): Day {
  const on = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return once(`${year}-${on}`, () => lunar(year, on))
}

/** 清明. */
export const pureBrightness = (year: number): Day =>
  once(`${year} 清明`, () => day(getSolarTermDate(year, 4, 'pure_brightness')))

/** The first day of the lunar year that begins in a year. */
export const springFestival = (year: number): Day => lunarDay(year, 1, 1)

/**
 * The statutory days off of a year (全国年节及纪念日放假办法, as revised in 2024), lunar ones computed: what is certain
 * before the State Council has arranged the weekends around them.
 */
export function statutoryDaysOff(year: number): Day[] {
  const newYear = springFestival(year)
  const spring = [-1, 0, 1, 2].map((days) => addDays(newYear, days))
  return [
    day(`${year}-01-01`),
    ...spring,
    pureBrightness(year),
    day(`${year}-05-01`),
    day(`${year}-05-02`),
    lunarDay(year, 5, 5),
    lunarDay(year, 8, 15),
    ...['01', '02', '03'].map((date) => day(`${year}-10-${date}`)),
  ]
}

type Arranged = { date: Day; dayType: 'off' | 'work'; holiday: string }

const arranged = new Map<number, readonly Arranged[]>()

/** What the library knows of a year's arrangement: empty for a year that has none yet. Each year is looked through once. */
export function arrangedDays(year: number): readonly Arranged[] {
  const found = arranged.get(year) ?? arrangementOf(year)
  arranged.set(year, found)
  return found
}

function arrangementOf(year: number): Arranged[] {
  const rows: Arranged[] = []
  for (let date = day(`${year}-01-01`); date.startsWith(String(year)); date = addDays(date, 1)) {
    // Asked with ISO strings only: a Date would be read in the machine's zone.
    const { work, name } = chineseDays.getDayDetail(date)
    const [, holiday] = name.split(',')
    if (holiday) rows.push({ date, dayType: work ? 'work' : 'off', holiday })
  }
  return rows
}
