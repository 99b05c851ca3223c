import { between, dateOf, firstOfMonth, lastOfMonth, plusDays } from './days.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import { distinct, type Row } from './rows.ts'
import { openSchools } from './schools.ts'
import { daysWithin, judgedOn, schoolDays, teachingPeriod, twoSemesters } from './semesters.ts'
import type { Semester, Span } from './semesters.ts'
import { numberSet, yesSet } from './settings.ts'

const VISITS_PER_SEMESTER = 2

/** Distinct `visit_date` within a span, of visits of type routine (also when empty), by whomever. */
const datesIn = (known: Known, school: Row, { from, to }: Span) =>
  distinct(
    known
      .rows('visits')
      .filter((row) => row.school === school.code && (row.visit_type === '' || row.visit_type === 'routine'))
      .filter((row) => from <= row.visit_date && row.visit_date <= to)
      .map((row) => row.visit_date),
  ).length

export const twoVisits: Check = (known) =>
  openSchools(known).flatMap((school) =>
    twoSemesters(known, school.county).flatMap((semester) => semesterOf(known, school, semester)),
  )

function semesterOf(known: Known, school: Row, semester: Semester): Found[] {
  const { D } = known
  const place = school.county
  const teaching = teachingPeriod(known, place, semester)
  // open on at least one day of the teaching period
  const open = daysWithin(teaching, school.open_on, school.closed_on)
  if (open === 0) return []
  const dates = datesIn(known, school, semester)
  const teachingDays = between(teaching.from, teaching.to) + 1
  // 1 if the school's open days in the teaching period × 2 < days of the teaching period
  const need = open * 2 < teachingDays ? 1 : VISITS_PER_SEMESTER
  const mid = plusDays(teaching.from, Math.floor(between(teaching.from, teaching.to) / 2))
  const warningDays = numberSet(known, 'visits_warning_days', place, judgedOn(known, semester))
  const level = (): Level => {
    // 1 dates ≥ need
    if (dates >= need) return 'ok'
    // 2 D > teaching_to
    if (D > teaching.to) return 'breach'
    // 3 D from teaching_to − 42 days
    if (D >= plusDays(teaching.to, -warningDays)) return 'warning'
    // 4 D from mid and dates = 0
    if (D >= mid && dates === 0) return 'notice'
    return 'ok'
  }
  const line = {
    subject: `${school.code}@${semester.name}`,
    place,
    school: school.code,
    begins: semester.from,
  }
  const figures = { semester: semester.name, dates, need, met: dates >= need }
  return [{ ...line, level: level(), figures }]
}

export const monthlyVisits: Check = (known) => {
  const running = firstOfMonth(known.D)
  const before = firstOfMonth(plusDays(running, -1))
  return openSchools(known).flatMap((school) =>
    [running, before].flatMap((month) => monthOf(known, school, { from: month, to: lastOfMonth(month) })),
  )
}

function monthOf(known: Known, school: Row, span: Span): Found[] {
  const { D } = known
  const place = school.county
  const month = span.from.slice(0, 7)
  const on = judgedOn(known, span)
  // teaching months only (≥ 10), for each school whose `open_on` is empty or not after the month's first day
  if (schoolDays(known, place, month) < numberSet(known, 'month_school_days', place, on)) return []
  if (school.open_on > span.from) return []
  const dates = datesIn(known, school, span)
  const need = numberSet(known, 'monthly_visits', place, on)
  const level = (): Level => {
    // 1 dates ≥ 1
    if (dates >= need) return 'ok'
    // 2 month closed: breach if `monthly_binding`, else warning
    if (span.to < D) return yesSet(known, 'monthly_binding', place, on) ? 'breach' : 'warning'
    // 3 D from the 25th
    if (dateOf(D) >= numberSet(known, 'monthly_warning', place)) return 'warning'
    // 4 D from the 20th
    if (dateOf(D) >= numberSet(known, 'monthly_notice', place)) return 'notice'
    return 'ok'
  }
  const line = { subject: `${school.code}@${month}`, place, school: school.code, begins: span.from }
  return [{ ...line, level: level(), figures: { month, dates, need, met: dates >= need } }]
}
