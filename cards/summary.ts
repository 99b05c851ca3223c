import type { Day } from '#src/domain/day.ts'
import type { Table } from '#src/domain/table.ts'
import { MATTER_NAMES, type Matter } from '#src/domain/words.ts'
import type { FiveNumbers } from '#src/policy/five-numbers.ts'
import { percent } from './digest.ts'
import { periodText } from './period.ts'

/** What was done and found in a place within some days; in hand and overdue as of today. */
export type SummaryPart = { name: string; visits: number; numbers: FiveNumbers }

export type Summary = {
  whole: SummaryPart
  period: { from: Day; to: Day }
  matters: readonly (readonly [Matter, number])[]
  /** Counties of a city, schools of a county; empty where nothing is set apart. */
  parts: readonly SummaryPart[]
  /** 各县（市、区）, 各学校. */
  partsName: string
  today: Day
}

/** 「三季度督导情况」: the numbers of the days that were named, and what they were taken for. */
export function summaryText({ whole, period, matters, parts, partsName, today }: Summary): string {
  const { visited, found, closed, inHand, overdue } = whole.numbers
  const by = matters.map(([matter, count]) => `${MATTER_NAMES[matter]} ${count}`).join('、')
  return [
    `${whole.name}督导情况`,
    periodText(period, today),
    `督导学校：${visited.of}/${visited.all} 所，${whole.visits} 次`,
    `发现问题：${found.all} 项${found.all > 0 ? `，其中严重 ${found.of} 项` : ''}${by ? `（${by}）` : ''}`,
    `办结：${closed.all} 项${closed.all > 0 ? `，其中按期 ${percent(closed.of, closed.all)}` : ''}`,
    `今天在办：${inHand} 项，逾期 ${overdue} 项`,
    ...(parts.length > 0 ? [`${partsName}的数字见随附表格。`] : []),
  ].join('\n')
}

/** The same for each county or school, as the file that goes along. */
export const summaryTable = ({ whole, period, parts, partsName }: Summary): Table => ({
  name: `${whole.name}督导情况_${period.from}至${period.to}`,
  headings: [partsName, ...COLUMNS],
  rows: [...parts, { ...whole, name: '合计' }].map(({ name, visits, numbers }) => [
    name,
    ...[
      numbers.visited.all,
      numbers.visited.of,
      visits,
      numbers.found.all,
      numbers.found.of,
      numbers.closed.all,
      numbers.closed.of,
      numbers.inHand,
      numbers.overdue,
    ].map(String),
  ]),
})

const COLUMNS = [
  '学校数',
  '已督导学校',
  '督导次数',
  '发现问题',
  '其中严重',
  '办结',
  '其中按期',
  '今天在办',
  '今天逾期',
]
