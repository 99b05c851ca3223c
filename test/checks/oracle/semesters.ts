import { lastOfMonth, next, plusDays, yearOf } from './days.ts'
import type { Known } from './known.ts'
import { listed } from './rows.ts'
import { textSet } from './settings.ts'
import { workingDaysIn } from './working-days.ts'

export type Semester = { name: string; from: string; to: string }
export type Span = { from: string; to: string }

/** `A-B-1` runs from `semester_1` of A to the day before `A-B-2`, which runs from `semester_2` of B (C5.3). */
function semestersAround(known: Known, place: string): Semester[] {
  // B7.8: the bounds of both semesters follow the values in force on D
  const [first, second] = [textSet(known, 'semester_1', place), textSet(known, 'semester_2', place)]
  const found: Semester[] = []
  for (let A = yearOf(known.D) - 2; A <= yearOf(known.D); A++) {
    const B = A + 1
    found.push({ name: `${A}-${B}-1`, from: `${A}-${first}`, to: plusDays(`${B}-${second}`, -1) })
    found.push({ name: `${A}-${B}-2`, from: `${B}-${second}`, to: plusDays(`${B}-${first}`, -1) })
  }
  return found
}

export const semesterHolding = (known: Known, place: string, day: string): Semester =>
  semestersAround(known, place).find(({ from, to }) => from <= day && day <= to)!

/** The running semester and the one before. */
export function twoSemesters(known: Known, place: string): Semester[] {
  const running = semesterHolding(known, place, known.D)
  return [running, semesterHolding(known, place, plusDays(running.from, -1))]
}

/** The day whose settings judge a period: its last day when it is closed, else D (B2.14). */
export const judgedOn = (known: Known, period: Span): string => (period.to < known.D ? period.to : known.D)

/** The `teaching_calendar` row of the place, else of `city`. */
const calendarRow = (known: Known, place: string, semester: Semester) => {
  const rows = known.rows('teaching_calendar').filter((row) => row.semester === semester.name)
  return rows.find((row) => row.place === place) ?? rows.find((row) => row.place === 'city')
}

/** The teaching period of a semester for the schools of a place. */
export function teachingPeriod(known: Known, place: string, semester: Semester): Span {
  const row = calendarRow(known, place, semester)
  if (row) return { from: row.teaching_from, to: row.teaching_to }
  // else `teaching_1`, `teaching_2`: B7.8, those of D, or of a closed semester's last day
  const key = semester.name.endsWith('-1') ? 'teaching_1' : 'teaching_2'
  const [from = '', to = ''] = textSet(known, key, place, judgedOn(known, semester)).split('..')
  const A = Number(semester.name.slice(0, 4))
  const year = key === 'teaching_1' ? A : A + 1
  return { from: `${year}-${from}`, to: to < from ? `${year + 1}-${to}` : `${year}-${to}` }
}

/** C5.3b: the entry in `school_days`; if not listed, the working days of the month inside the teaching period. */
export function schoolDays(known: Known, place: string, month: string): number {
  const semester = semesterHolding(known, place, `${month}-01`)
  for (const entry of listed(calendarRow(known, place, semester)?.school_days ?? '')) {
    const [of, days] = entry.split(':').map((part) => part.trim())
    if (of === month) return Number(days)
  }
  const teaching = teachingPeriod(known, place, semester)
  const [first, last] = [`${month}-01`, lastOfMonth(`${month}-01`)]
  const from = teaching.from > first ? teaching.from : first
  const to = teaching.to < last ? teaching.to : last
  return workingDaysIn(known.days, from, to)
}

/** How many days of a span lie in another; ends may be open. */
export function daysWithin(span: Span, from: string, to: string): number {
  let found = 0
  for (let day = span.from; day <= span.to; day = next(day))
    if ((from === '' || from <= day) && (to === '' || day <= to)) found++
  return found
}
