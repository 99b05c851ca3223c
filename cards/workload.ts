import { dayText, type Day } from '#src/domain/day.ts'
import type { Table } from '#src/domain/table.ts'
import { METHOD_NAMES, PART_NAMES, type Method, type Part } from '#src/domain/words.ts'
import type { Counts } from '#src/domain/visit.ts'
import type { Workload } from '#src/policy/workload.ts'
import { periodText } from './period.ts'
import { sourceText } from './sources.ts'

/** Somebody's work between two days, with the records that it is counted from. */
export type WorkShown = {
  name: string
  /** 兼职督学. */
  kind: string
  place: string
  office: string
  period: { from: Day; to: Day }
  workload: Workload
  visits: readonly VisitShown[]
  notices: readonly string[]
  reinspected: readonly string[]
  supervisions: readonly string[]
  today: Day
}

export type VisitShown = {
  no: string
  school: string
  onDay: Day
  part: Part
  methods: readonly Method[]
  counts: Counts
  with: boolean
}

type Figure = readonly [item: string, unit: string, count: (work: Workload) => number]

/** In the order of C11.2. */
const FIGURES: readonly Figure[] = [
  ['到校督导', '次', ({ visits }) => visits],
  ['折合半天', '个', ({ halfDays }) => halfDays],
  ['督导学校', '所', ({ schools }) => schools],
  ['其中回访', '次', ({ followUps }) => followUps],
  ['随机听课', '节', ({ lessons }) => lessons],
  ['查阅资料', '份', ({ documents }) => documents],
  ['列席会议', '次', ({ meetings }) => meetings],
  ['座谈走访', '次', ({ discussions }) => discussions],
  ['问卷调查', '次', ({ questionnaires }) => questionnaires],
  ['校园巡视', '次', ({ patrols }) => patrols],
  ['参加专项、综合督导', '次', ({ supervisions }) => supervisions],
  ['其中出具督导报告', '份', ({ reports }) => reports],
  ['下发整改通知', '份', ({ notices }) => notices],
  ['复查整改问题', '项', ({ reinspections }) => reinspections],
]

/** 「导出我的工作量」: the figures in words; the sheet to be signed goes along. */
export function workloadText({ name, period, workload, office, today }: WorkShown): string {
  const told = FIGURES.filter(([item, , count]) => item === '到校督导' || count(workload) > 0)
  return [
    `${name}的督导工作量（${periodText(period, today)}）`,
    told.map(([item, unit, count]) => `${item} ${count(workload)} ${unit}`).join('，') + '。',
    `证明和明细见随附表格，只是草稿：请交${office}核对后签字盖章。`,
    `依据：${sourceText('S-11')}。`,
  ].join('\n')
}

/** The sheet that an office checks, signs and seals (C11.2): each figure with the records it is counted from. */
export function certificateTable(work: WorkShown): Table {
  const { name, kind, place, office, period, workload } = work
  return {
    name: `督学工作量证明_${name}_${period.from}至${period.to}`,
    headings: ['项目', '数量', '单位', '依据'],
    rows: FIGURES.map(([item, unit, count]) => [item, String(count(workload)), unit, evidenceOf(item, work)]),
    form: {
      title: '督学工作量证明',
      lead: [
        `姓名：${name}　　类别：${kind}　　所在地区：${place}`,
        `起止日期：${period.from} 至 ${period.to}　　统计日期：${work.today}`,
      ],
      foot: [
        '说明：以上数量由督导记录逐条统计，可按编号查对；半天按不同日期的上午、下午、晚上计，全天计两个半天；不设权重。',
        '本表为草稿，未经核对签字盖章不作为证明。',
        '督学签字：　　　　　　　　　　核对人：',
        `${office}（盖章）　　　　　　　　　　年　　月　　日`,
      ],
    },
  }
}

function evidenceOf(item: string, { visits, notices, reinspected, supervisions }: WorkShown): string {
  const numbers = {
    到校督导: visits.map(({ no }) => no),
    '参加专项、综合督导': supervisions,
    下发整改通知: notices,
    复查整改问题: reinspected,
  }[item]
  return numbers ? numbers.join('、') : '督导记录明细'
}

/** Every visit that was counted. */
export const visitsTable = ({
  name,
  period,
  visits,
}: Pick<WorkShown, 'name' | 'period' | 'visits'>): Table => ({
  name: `督导记录明细_${name}_${period.from}至${period.to}`,
  headings: [
    '编号',
    '日期',
    '时段',
    '学校',
    '方式',
    '听课',
    '查阅资料',
    '列席会议',
    '座谈走访',
    '问卷',
    '巡视',
    '备注',
  ],
  rows: visits.map(({ no, onDay, part, school, methods, counts, with: along }) => [
    no,
    onDay,
    PART_NAMES[part],
    school,
    methods.map((each) => METHOD_NAMES[each]).join('、'),
    ...COUNTED.map((each) => String(counts[each] ?? '')),
    along ? '同行' : '',
  ]),
})

const COUNTED: readonly (keyof Counts)[] = [
  'lessons',
  'documents',
  'meetings',
  'discussions',
  'questionnaires',
  'patrols',
]

/** As many visits as are read on a phone. */
export const LISTED = 20

/** 「我这周去了哪些学校」: the visits, and what was done on them. */
export function visitsText({ name, period, visits, workload, today }: WorkShown): string {
  const head = `${name}${periodText(period, today)}`
  if (visits.length === 0) return `${head}没有督导记录。`
  const shown = visits
    .slice(0, LISTED)
    .map(({ school, onDay, part, no }) => `· ${school} ${dayText(onDay, today)}${PART_NAMES[part]}（${no}）`)
  const more = visits.length - shown.length
  const done = FIGURES.slice(4, 10).filter(([, , count]) => count(workload) > 0)
  return [
    `${head}督导 ${workload.visits} 次（${workload.halfDays} 个半天），${workload.schools} 所学校：`,
    ...shown,
    ...(more > 0 ? [`……还有 ${more} 次，全部见随附表格。`] : []),
    ...(done.length > 0
      ? [`${done.map(([item, unit, count]) => `${item} ${count(workload)} ${unit}`).join('，')}。`]
      : []),
  ].join('\n')
}

/** How often each school of a place was gone to. */
export type PlaceVisits = {
  place: string
  period: { from: Day; to: Day }
  schools: number
  visited: readonly { school: string; county: string | null; days: readonly Day[] }[]
  today: Day
}

/** 「上周督导了哪些学校」, of a whole place. */
export function placeVisitsText({ place, period, schools, visited, today }: PlaceVisits): string {
  const times = visited.reduce((sum, { days }) => sum + days.length, 0)
  const head = `${place}${periodText(period, today)}督导 ${times} 次，${visited.length} 所学校（共 ${schools} 所）`
  if (visited.length === 0) return `${head}。`
  const shown = visited
    .slice(0, LISTED)
    .map(
      ({ school, days }) =>
        `· ${school} ${days.length} 次（${days.map((each) => dayText(each, today)).join('、')}）`,
    )
  const more = visited.length - shown.length
  return [`${head}：`, ...shown, ...(more > 0 ? [`……还有 ${more} 所，全部见随附表格。`] : [])].join('\n')
}

/** The whole of it as a file; null where the words have all. */
export const placeVisitsTable = ({ place, period, visited }: PlaceVisits): Table | null =>
  visited.length <= LISTED
    ? null
    : {
        name: `${place}督导情况_${period.from}至${period.to}`,
        headings: ['县（市、区）', '学校', '次数', '日期'],
        rows: visited.map(({ county, school, days }) => [
          county ?? '市直',
          school,
          String(days.length),
          days.join('、'),
        ]),
      }
