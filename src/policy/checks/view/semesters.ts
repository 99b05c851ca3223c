import { addDays, yearOf, type Day } from '#src/domain/day.ts'
import { CITY, type TeachingCalendar } from '#src/domain/records.ts'
import type { TeachingPeriod } from '../../school-calendar.ts'
import { inYear, type YearSpan } from '../setting-values.ts'
import { semesterHolding, type Period } from './periods.ts'
import type { SettingsInForce } from './settings-in-force.ts'
import { overlap } from './spans.ts'

/** The school year as a place keeps it (records-contract.md C5.3, C5.3b). */
export type SchoolYear = {
  /** The running semester and the one before. */
  semesters(place: string): readonly Period[]
  teaching(place: string, semester: Period): TeachingPeriod
  /** How many days of a month are school days. */
  schoolDays(place: string, month: Period): number
}

export function schoolYearOf(
  rows: readonly TeachingCalendar[],
  settings: SettingsInForce,
  workingDaysIn: (from: Day, to: Day) => number,
  today: Day,
): SchoolYear {
  const byName = new Map(rows.map((row) => [`${row.place}/${row.semester}`, row]))
  const rowOf = (place: string, semester: Period): TeachingCalendar | undefined =>
    byName.get(`${place}/${semester.name}`) ?? byName.get(`${CITY}/${semester.name}`)

  const teaching = (place: string, semester: Period): TeachingPeriod => {
    const row = rowOf(place, semester)
    if (row) return { from: row.teachingFrom, to: row.teachingTo }
    const key = semester.name.endsWith('-1') ? 'teaching_1' : 'teaching_2'
    return spanIn(settings(key, place, semester.on), yearOf(semester.from))
  }

  // The bounds of both follow what is in force today (B7.8).
  const semesterOf = (place: string, on: Day): Period =>
    semesterHolding(on, settings('semester_1', place, today), settings('semester_2', place, today), today)

  return {
    semesters: (place) => {
      const running = semesterOf(place, today)
      return [running, semesterOf(place, addDays(running.from, -1))]
    },
    teaching,
    schoolDays: (place, month) => {
      const semester = semesterOf(place, month.from)
      const listed = rowOf(place, semester)?.schoolDays.find((entry) => entry.startsWith(`${month.name}:`))
      if (listed !== undefined) return Number(listed.slice(month.name.length + 1))
      const days = overlap(month, teaching(place, semester))
      return days ? workingDaysIn(days.from, days.to) : 0
    },
  }
}

/** A span of the year that begins in a year; it may end in the next. */
const spanIn = (span: YearSpan, year: number): TeachingPeriod => ({
  from: inYear(year, span.from),
  to: inYear(span.to < span.from ? year + 1 : year, span.to),
})
