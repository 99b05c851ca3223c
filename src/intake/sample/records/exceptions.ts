import type { Values } from '../../parse.ts'
import type { SampleSchool } from '../schools.ts'
import type { Days } from './days.ts'

type Rows = Values[]

/** A county that has settled when it is reminded of monthly visits, and one that has made them binding. */
export const sampleSettings = (days: Days): Rows => {
  const from = days.yearsAgo(1)
  const settled = (key: string, place: string, value: string): Values => ({
    ...{ key, place, value, effective_from: from, basis: '县督导办规定' },
  })
  return [
    settled('monthly_binding', '南康区', 'true'),
    settled('monthly_notice', '赣县区', '1'),
    settled('monthly_warning', '赣县区', '31'),
  ]
}

/**
 * Schools whose inspector has been taken away: not covered any more, which makes his load lighter; of another county, schools that an
 * inspector may go to only with the office's reason.
 */
export function sampleAssignments(
  uncovered: readonly SampleSchool[],
  others: readonly SampleSchool[],
  inspectorOf: (code: string) => string | null,
  days: Days,
): Rows {
  const row = ({ code }: SampleSchool, more: Values): Rows => {
    const inspector = inspectorOf(code)
    return inspector === null ? [] : [{ inspector, school: code, from: days.yearsAgo(1), ...more }]
  }
  return [
    ...uncovered.slice(0, 17).flatMap((school) => row(school, { to: days.ago(20) })),
    ...others
      .slice(0, 1)
      .flatMap((school) => row(school, { to: null, override_reason: '该片区仅此一名专职督学' })),
  ]
}
