import { between, orNull, plusDays, plusYears, yearOf } from './days.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import { cityAndG, P, wholeCity } from './places.ts'
import { listed, yes, type Row } from './rows.ts'
import { dateSet, judgedOn, numberSet } from './settings.ts'
import { wd, workingDaysIn } from './working-days.ts'

/** Two years: Y and Y − 1. */
const twoYears = (known: Known, line: (place: string, year: number) => Found): Found[] =>
  cityAndG(known).flatMap((place) => [line(place, yearOf(known.D)), line(place, yearOf(known.D) - 1)])

export const monitoringRegister: Check = (known) =>
  twoYears(known, (place, year) => {
    const { D } = known
    const reports = known
      .rows('monitoring_reports')
      .filter((row) => row.place === place && Number(row.year) === year).length
    const on = judgedOn(known, year)
    const level = (): Level => {
      // 1 at least one
      if (reports >= 1) return 'ok'
      // 2 y closed, or D is 31 Dec or later
      if (year < yearOf(D) || D >= dateSet(known, 'monitoring_notice', place, year, on)) return 'notice'
      return 'ok'
    }
    const figures = { year, reports, met: reports >= 1 }
    return { subject: `${place}@${year}`, place, begins: `${year}-01-01`, level: level(), figures }
  })

export const commendation: Check = (known) =>
  twoYears(known, (place, year) => {
    const { D } = known
    // `issued_on` ≤ D in year y, a `doc_no`, and a unit or person
    const issued = known
      .rows('commendations')
      .filter((row) => row.place === place && row.issued_on !== '' && yearOf(row.issued_on) === year)
      .filter((row) => row.doc_no !== '' && listed(row.units).length + listed(row.persons).length > 0).length
    const on = judgedOn(known, year)
    const level = (): Level => {
      // 1 at least one
      if (issued >= 1) return 'ok'
      // 2 y closed
      if (year < yearOf(D)) return 'breach'
      // 3 D from 1 Dec
      if (D >= dateSet(known, 'commendation_warning', place, year, on)) return 'warning'
      // 4 D from 1 Nov
      if (D >= dateSet(known, 'commendation_notice', place, year, on)) return 'notice'
      return 'ok'
    }
    const figures = { year, issued, met: issued >= 1 }
    return { subject: `${place}@${year}`, place, begins: `${year}-01-01`, level: level(), figures }
  })

export const publication: Check = (known) => {
  const found: Found[] = []
  const { D, days } = known
  for (const row of known.rows('supervisions')) {
    // special or comprehensive, with `report_on`
    if (row.supervision_kind === 'evaluation' || row.report_on === '') continue
    const over = (key: 'publication_warning_days' | 'publication_notice_days') =>
      D > wd(days, row.report_on, numberSet(known, key, row.place))
    const met = row.not_public_reason !== '' || row.published_on !== ''
    const level = (): Level => {
      // 1 `not_public_reason` · 2 `published_on`
      if (met) return 'ok'
      // 3 D > wd(report_on, 40)
      if (over('publication_warning_days')) return 'warning'
      // 4 D > wd(report_on, 20)
      if (over('publication_notice_days')) return 'notice'
      return 'ok'
    }
    // elapsed from report_on to published_on, else to D
    const working_days = workingDaysIn(days, plusDays(row.report_on, 1), row.published_on || D)
    const figures = { report_on: row.report_on, published_on: orNull(row.published_on), working_days, met }
    found.push({ subject: row.no, place: row.place, level: level(), figures })
  }
  return found
}

export const loopIntegrity: Check = (known) =>
  ['city', ...P(known)].map((place) => {
    const places = place === 'city' ? wholeCity(known) : [place]
    // by the school's place; cases of any school, open or not (B7.14)
    const codes = known
      .everOnFile('schools')
      .filter((school) => places.includes(school.county))
      .map((school) => school.code)
    const cases = known.rows('cases').filter((row) => codes.includes(row.school) && isFormal(known, row))
    const gaps = cases.map((row) => gapSince(known, row, place)).filter((day) => day !== '')
    const oldest = Math.max(0, ...gaps.map((day) => between(day, known.D)))
    const level = (): Level => {
      // 1 no formal case
      if (cases.length === 0) return 'unknown'
      // 2 oldest gap > 30 days
      if (oldest > numberSet(known, 'gap_days', place)) return 'warning'
      // 3 a gap
      if (gaps.length > 0) return 'notice'
      return 'ok'
    }
    const complete = cases.filter(isComplete).length
    const figures = { total: cases.length, complete, gaps: gaps.length, oldest_gap_days: oldest }
    return { subject: place, place, level: level(), figures }
  })

/** Severity not minor, not `resolved_by_section`, and not closed before D − 1 year. */
const isFormal = (known: Known, row: Row) =>
  row.severity !== 'minor' &&
  !yes(row.resolved_by_section) &&
  (row.closed_on === '' || row.closed_on >= plusYears(known.D, -1))

/** Closed, all dates there and in their order, verdict pass. */
function isComplete(row: Row): boolean {
  const steps = [row.issued_on, row.acknowledged_on, row.report_on, row.reinspected_on, row.closed_on]
  return !steps.includes('') && steps.join() === [...steps].sort().join() && row.verdict === 'pass'
}

/** The state of a case at D, from its dates: first match (A2). */
function stateOf(row: Row): string {
  if (row.closed_on !== '') return 'closed'
  if (row.severity === 'minor') return 'advised'
  if (row.reinspected_on !== '' && row.verdict === 'fail') return 'issued'
  if (row.report_on !== '') return 'report_submitted'
  if (row.acknowledged_on !== '') return 'acknowledged'
  return row.issued_on !== '' ? 'issued' : 'recorded'
}

/** The first day of the gap of a case, empty where it has none. */
function gapSince(known: Known, row: Row, place: string): string {
  const { D, days } = known
  const state = stateOf(row)
  // closed but not complete (closed_on)
  if (state === 'closed') return isComplete(row) ? '' : row.closed_on
  // overdue (due_on): D > due_on and state issued or acknowledged
  if (state === 'issued' || state === 'acknowledged')
    return row.due_on !== '' && D > row.due_on ? row.due_on : ''
  // state report_submitted and D > report_on + 30 days (that day); state recorded and D > wd(found_on, 10) (that day)
  const limit =
    state === 'report_submitted'
      ? plusDays(row.report_on, numberSet(known, 'reinspection_days', place))
      : wd(days, row.found_on, numberSet(known, 'issue_days', place))
  return D > limit ? limit : ''
}
