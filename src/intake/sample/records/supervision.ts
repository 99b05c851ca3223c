import { addDays, addMonths } from '#src/domain/day.ts'
import type { Values } from '../../parse.ts'
import { PLACES, ZONES } from '../places.ts'
import type { SampleSchool } from '../schools.ts'
import type { Days } from './days.ts'

type Rows = Values[]

const COUNTIES = PLACES.map(({ name }) => name).filter((name) => !ZONES[name])

/** Every county was supervised within five years, but of four; and was evaluated last year, but of three. */
export function sampleGovernmentSupervisions(days: Days): Rows {
  const monthsAgo: Record<string, number> = { 南康区: 50, 赣县区: 56, 瑞金市: 61 }
  const last = COUNTIES.filter((county) => county !== '龙南市').map((county, i) => {
    const done = addMonths(days.today, -(monthsAgo[county] ?? 20))
    return {
      ...{ no: `DZ-${String(i + 1).padStart(3, '0')}`, place: 'city', target_type: 'government' },
      ...{ supervision_kind: 'comprehensive', targets: [county], theme: '履行教育职责' },
      ...{ planned_on: addDays(done, -10), on_site_from: addDays(done, -4), on_site_to: done },
      ...{ report_on: addDays(done, 20), published_on: addDays(done, 40) },
    }
  })
  const evaluations = COUNTIES.filter((county) => county !== '定南县').map((county, i) => {
    const isDone = county !== '全南县' && county !== '石城县'
    return {
      ...{ no: `PJ-${days.year - 1}-${String(i + 1).padStart(3, '0')}`, place: 'city' },
      ...{
        target_type: 'government',
        supervision_kind: 'evaluation',
        targets: [county],
        year: days.year - 1,
      },
      started_on: county === '石城县' ? null : days.inYear('01-08'),
      report_on: isDone ? days.inYear('03-20') : null,
    }
  })
  return [...last, ...evaluations]
}

/** How a school of the sample stands: its last comprehensive supervision, and its principal's term. */
type Shape = { supervised?: number; planned?: number; term?: readonly [began: number, ends: number] }

/** In months: what was, and what is to come (below zero). */
const SHAPES: readonly Shape[] = [
  { supervised: 24, term: [30, -6.5] },
  { supervised: 56, term: [30, -3] },
  { supervised: 61, term: [26, -10] },
  { supervised: 12, planned: -6 },
  { supervised: 20, term: [28, -8] },
  { term: [38, 2] },
]

const months = (days: Days, count: number) => addDays(addMonths(days.today, -Math.trunc(count)), 0)

/** Schools of one county in all the ways in which a school may stand. */
export function sampleSchoolSupervisions(schools: readonly SampleSchool[], days: Days): Rows {
  return schools.flatMap(({ code, county }, i) => {
    const { supervised, planned } = SHAPES[i % SHAPES.length]!
    const row = (no: string, more: Values): Values => ({
      ...{ no, place: county ?? 'city', target_type: 'school', supervision_kind: 'comprehensive' },
      ...{ targets: [code], ...more },
    })
    const done = supervised === undefined ? null : months(days, supervised)
    return [
      ...(done
        ? [
            row(`ZH-${code}`, {
              ...{ on_site_from: addDays(done, -2), on_site_to: done, report_on: addDays(done, 20) },
              published_on: addDays(done, 40),
            }),
          ]
        : []),
      ...(planned === undefined ? [] : [row(`JH-${code}`, { planned_on: months(days, planned) })]),
    ]
  })
}

export function samplePrincipalTerms(
  schools: readonly SampleSchool[],
  principalOf: (code: string) => string | null,
  days: Days,
): Rows {
  return schools.flatMap(({ code }, i) => {
    const { term } = SHAPES[i % SHAPES.length]!
    const person = principalOf(code)
    if (!term || !person) return []
    const [began, ends] = term
    return [{ school: code, person, start_on: months(days, began), end_on: months(days, ends) }]
  })
}

/** Special supervisions whose reports have been published, wait for it, and have waited too long. */
export const sampleReports = (schools: readonly SampleSchool[], days: Days): Rows =>
  [10, 35, 70].map((ago, i) => ({
    ...{ no: `ZX-${days.year}-${i + 1}`, place: schools[i]!.county ?? 'city', target_type: 'school' },
    ...{ supervision_kind: 'special', targets: [schools[i]!.code], theme: '开学' },
    ...{ on_site_from: days.ago(ago + 15), on_site_to: days.ago(ago + 14), report_on: days.ago(ago) },
    published_on: i === 0 ? days.ago(2) : null,
  }))

/** Interviews in order, with papers that are late and too late, and one whose organizers are not complete. */
export function sampleInterviews(schools: readonly SampleSchool[], days: Days): Rows {
  const both = ['supervision_office', 'education_department']
  const interview = (n: number, held: number | null, more: Values): Values => ({
    ...{ no: `YT-${days.year}-${n}`, place: schools[n]!.county ?? 'city', target_type: 'school' },
    ...{ target: schools[n]!.code, organizers: both, reason: '整改不力' },
    ...{ proposed_on: days.ago((held ?? 0) + 20), notified_on: held === null ? null : days.ago(held + 5) },
    ...{ held_on: held === null ? null : days.ago(held), ...more },
  })
  const filed = (ago: number) => ({
    ...{ record_file: '约谈记录', signed_on: days.ago(ago), filed_party_on: days.ago(ago) },
    ...{ filed_government_on: days.ago(ago), filed_superior_on: days.ago(ago) },
  })
  return [
    interview(1, 60, filed(55)),
    interview(2, 12, { record_file: null }),
    interview(3, 21, { record_file: '约谈记录', signed_on: days.ago(18), filed_party_on: days.ago(10) }),
    interview(4, 45, { record_file: null, organizers: ['supervision_office'] }),
    interview(5, null, { organizers: ['supervision_office'] }),
  ]
}

export const sampleAccountability = (schools: readonly SampleSchool[], days: Days): Rows =>
  [60, 50].map((ago, i) => ({
    ...{ no: `WZ-${days.year}-${i + 1}`, place: schools[i]!.county ?? 'city', target: schools[i]!.name },
    ...{ measure: '通报批评', decided_on: days.ago(ago), published_on: i === 0 ? days.ago(50) : null },
  }))
