import { addDays, type Day } from '#src/domain/day.ts'
import type { Values } from '../../parse.ts'
import type { SampleSchool } from '../schools.ts'
import type { Days } from './days.ts'

type Rows = Values[]

/** Counties with a calendar of their own, whose inspectors have been to most schools, many of them twice. */
const BUSY = ['章贡区', '南康区', '赣县区'] as const
/** Where nobody keeps records: no school has been visited. */
const SILENT = '石城县'

/** The middle of teaching has passed in one county, six weeks are left in another, teaching is over in a third. */
export function sampleCalendars(semester: string, days: Days): Rows {
  const periods: Record<(typeof BUSY)[number], readonly [from: number, to: number]> = {
    章贡区: [80, -65],
    南康区: [110, -20],
    赣县区: [140, 5],
  }
  return Object.entries(periods).map(([place, [from, to]]) => ({
    ...{ place, semester, teaching_from: days.ago(from), teaching_to: days.ago(to) },
    school_days: [],
  }))
}

/** Each county at its own pace, so that they can be compared: of seven schools six, or of sixteen three and up. */
export function sampleVisits(
  counties: ReadonlyMap<string | null, readonly SampleSchool[]>,
  inspectorOf: (code: string) => string | null,
  days: Days,
): Rows {
  return [...counties].flatMap(([county, schools], n) =>
    schools.flatMap(({ code }, i) => {
      const inspector = inspectorOf(code)
      if (inspector === null || county === SILENT) return []
      const dates = BUSY.some((each) => each === county) ? oftenBefore(i) : onceBefore(i, n)
      return dates.map((ago) => visit(code, inspector, days.ago(ago + (i % 5))))
    }),
  )
}

/** So many days ago: twice, once or never, one school after another. */
const oftenBefore = (i: number): number[] => (i % 7 === 0 ? [] : i % 3 === 0 ? [40] : [60, 12])

const onceBefore = (i: number, n: number): number[] => (i % 16 < 3 + (n % 13) ? [8 + (i % 40)] : [])

const visit = (school: string, inspector: string, visit_date: Day): Values => ({
  ...{ school, inspector, visit_date, part_of_day: 'am', visit_type: 'routine', status: 'submitted' },
  ...{ matters: ['safety'], methods: ['campus_patrol'], narrative: '查看校园安全和食堂，未发现问题。' },
})

/** What schools have to put right in some counties: text, matter, days ago that it was due. */
const IN_HAND: Readonly<Record<string, readonly (readonly [school: number, found: Found, due: number])[]>> = {
  南康区: [
    [3, ['宿舍楼应急灯不亮', 'safety', 'general'], 6],
    [9, ['教辅材料统一征订，没有家长自愿签字', 'admission_fees', 'serious'], -9],
  ],
  瑞金市: [[5, ['燃气报警器没有接电', 'safety', 'serious'], 2]],
  信丰县: [[2, ['体育课被文化课占用', 'curriculum', 'general'], -5]],
  于都县: [
    [4, ['食堂从业人员健康证过期', 'canteen_health', 'general'], 13],
    [7, ['校门口没有硬质隔离设施', 'safety', 'general'], 4],
  ],
}
type Found = readonly [description: string, matter: string, severity: string]

/**
 * In every county a case that went its whole way; in some those that wait for their reinspection, shortly or long, and
 * those that schools are at work on or late with.
 */
export function sampleCases(counties: ReadonlyMap<string | null, readonly SampleSchool[]>, days: Days): Rows {
  const withSchools = [...counties].flatMap(([county, schools]) =>
    county === null ? [] : [{ county, schools }],
  )
  const old = withSchools
    .slice(0, -3)
    .flatMap(({ county, schools: [first] }, i) => [
      closed(i, first!.code, days),
      ...(county === '兴国县' ? [waiting(i, first!.code, 45, days)] : []),
      ...(county === '宁都县' ? [waiting(i, first!.code, 100, days)] : []),
    ])
  const now = withSchools.flatMap(({ county, schools }) =>
    (IN_HAND[county] ?? []).map(([at, found, due]) => ({ school: schools[at]!.code, found, due })),
  )
  return [...old, ...now.map((each, i) => inHand(i, each, days))]
}

const inHand = (
  i: number,
  { school, found, due }: { school: string; found: Found; due: number },
  days: Days,
): Values => {
  const [description, matter, severity] = found
  return {
    ...{ no: `SY-${101 + i}`, school, description, matter, severity, requirement: '限期改正并上报' },
    ...{ found_on: days.ago(due + 15), issued_on: days.ago(due + 14), acknowledged_on: days.ago(due + 13) },
    due_on: days.ago(due),
  }
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
