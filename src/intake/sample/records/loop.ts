import { addDays, type Day } from '#src/domain/day.ts'
import type { Values } from '../../parse.ts'
import type { SampleSchool } from '../schools.ts'
import type { Days } from './days.ts'

type Rows = Values[]

/** How often the schools of these counties have been visited this semester; nowhere else are visits on file. */
export const VISITED = ['章贡区', '南康区', '赣县区'] as const

/** The middle of teaching has passed in one county, six weeks are left in another, teaching is over in a third. */
export function sampleCalendars(semester: string, days: Days): Rows {
  const periods: Record<(typeof VISITED)[number], readonly [from: number, to: number]> = {
    章贡区: [80, -65],
    南康区: [110, -20],
    赣县区: [140, 5],
  }
  return Object.entries(periods).map(([place, [from, to]]) => ({
    ...{ place, semester, teaching_from: days.ago(from), teaching_to: days.ago(to) },
    school_days: [],
  }))
}

/** Two visits, one, or none to the schools of a county, one after another. */
export function sampleVisits(
  schools: readonly SampleSchool[],
  inspectorOf: (code: string) => string | null,
  days: Days,
): Rows {
  return schools.flatMap(({ code }, i) => {
    const inspector = inspectorOf(code)
    const dates = i % 7 === 0 ? [] : i % 3 === 0 ? [40] : [60, 12]
    return inspector === null ? [] : dates.map((ago) => visit(code, inspector, days.ago(ago + (i % 5))))
  })
}

const visit = (school: string, inspector: string, visit_date: Day): Values => ({
  ...{ school, inspector, visit_date, part_of_day: 'am', visit_type: 'routine', status: 'submitted' },
  ...{ matters: ['safety'], methods: ['campus_patrol'], narrative: '查看校园安全和食堂，未发现问题。' },
})

/** In every county a case that went its whole way; in some one that waits for its reinspection, shortly or long. */
export function sampleCases(schools: readonly SampleSchool[], days: Days): Rows {
  const first = new Map(
    schools.filter(({ county }) => county !== null).map((school) => [school.county, school]),
  )
  return [...first.entries()]
    .slice(0, -3)
    .flatMap(([county, { code }], i) => [
      closed(i, code, days),
      ...(county === '兴国县' ? [waiting(i, code, 45, days)] : []),
      ...(county === '宁都县' ? [waiting(i, code, 100, days)] : []),
    ])
}

const closed = (i: number, school: string, days: Days): Values => ({
  ...{ no: `SY-${String(i * 2 + 1).padStart(3, '0')}`, school, severity: 'general' },
  ...{ description: '灭火器过期', matter: 'safety', requirement: '更换灭火器并定期检查' },
  ...{ found_on: days.ago(90), issued_on: days.ago(89), due_on: days.ago(75), acknowledged_on: days.ago(88) },
  ...{ report_on: days.ago(78), reinspected_on: days.ago(74), verdict: 'pass', closed_on: days.ago(74) },
})

const waiting = (i: number, school: string, reported: number, days: Days): Values => ({
  ...{ no: `SY-${String(i * 2 + 2).padStart(3, '0')}`, school, severity: 'general' },
  ...{ description: '食堂留样记录不全', matter: 'canteen_health', requirement: '按要求留样并记录' },
  found_on: days.ago(reported + 30),
  issued_on: days.ago(reported + 29),
  due_on: addDays(days.ago(reported), 3),
  acknowledged_on: days.ago(reported + 28),
  report_on: days.ago(reported),
})
