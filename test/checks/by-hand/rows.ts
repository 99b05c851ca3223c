import type { Files } from '../oracle/rows.ts'

type Cells = Record<string, string>
type Expected = [check: string, subject: string, level: string, figures?: Record<string, unknown>]

/** A small set of files with lines that were worked out by hand; `absent` are lines that must not be. */
export type Case = {
  name: string
  /** Days with the lines of each. */
  on: Record<string, Expected[]>
  absent?: [check: string, subject: string][]
  files: Files
}

const fill =
  (usual: Cells) =>
  (cells: Cells): Cells => ({ ...usual, ...cells })

/** Rows that are filled in but for what a case is about. */
export const school = fill({ name: '某学校', county: '甲县', stage: 'primary', ownership: 'public' })
export const person = fill({ name: '某人', role: 'inspector_full', county: '甲县' })
/** A full-timer of 甲县, in post since 2020, of whom nothing is wanting. */
export const card = fill({
  ...{ place: '甲县', kind: 'full_time', appointed_on: '2020-01-01', retired: 'false', degree: 'bachelor' },
  ...{ education_work_since: '2000-09-01', record_ok: 'true', time_ok: 'true', health_ok: 'true' },
  ...{ assessment_passed: 'true', recusals: 'none', stages: 'preschool|compulsory|senior' },
})
export const partTime = (cells: Cells): Cells => card({ kind: 'part_time', ...cells })
export const visit = fill({ inspector: 'u1', part_of_day: 'am' })
export const comprehensive = fill({
  ...{ place: '甲县', target_type: 'school', supervision_kind: 'comprehensive' },
})
export const ofGovernment = fill({ place: 'city', target_type: 'government', supervision_kind: 'special' })
export const training = fill({
  ...{ userid: 'u1', title: '培训', form: 'concentrated', organizer_level: 'county', verified: 'true' },
})
export const interview = fill({ place: '甲县', target_type: 'school', target: '1', organizers: '' })
export const finding = fill({ school: '1', severity: 'general', description: '堆放杂物' })
export const setting = (key: string, value: string, place = '', effective_from = '2020-01-01'): Cells => {
  return { key, place, value, effective_from }
}

/** The city and two counties; a school and an inspector in the first. */
export const PLACES = [
  { name: '赣南市', level: 'city' },
  { name: '甲县', level: 'county' },
  { name: '乙县', level: 'county' },
]
export const small = (files: Files): Files => ({
  places: PLACES,
  schools: [school({ code: '1' })],
  people: [person({ userid: 'u1' })],
  ...files,
})
