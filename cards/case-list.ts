import { daysBetween, type Day } from '#src/domain/day.ts'
import type { Table } from '#src/domain/table.ts'
import { MATTER_NAMES, SEVERITY_NAMES, type Matter, type Severity } from '#src/domain/words.ts'
import type { Wanted } from '#src/policy/case-list.ts'
import { CASE_STATE_NAMES, isWithSchool, type CaseState } from '#src/policy/states.ts'
import { periodText } from './period.ts'
import { dueText } from './queries.ts'

/** One case of a list. */
export type ListedLine = {
  id: string
  county: string | null
  school: string
  text: string
  matter: Matter | null
  severity: Severity
  state: CaseState
  foundOn: Day
  due: Day | null
  closedOn: Day | null
  stopped: boolean
}

export type CaseList = {
  /** 全市, 章贡区, 您负责的学校. */
  place: string
  wanted: Pick<Wanted, 'about' | 'period' | 'state' | 'severities' | 'matters'>
  /** 小学, 王强经办: what else was named. */
  besides: readonly string[]
  lines: readonly ListedLine[]
  standing: { open: number; overdue: number; closed: number }
  today: Day
}

/** As many as are read on a phone; the whole list is a file. */
export const LISTED = 15

/** A list of cases with what it was taken to ask for; the counts tell of all, the lines of the first. */
export function caseListText(list: CaseList): string {
  const { lines, today } = list
  const head = `${list.place}${namesText(list)}`
  if (lines.length === 0) return `${head}：没有。`
  const shown = lines
    .slice(0, LISTED)
    .map(
      (each) =>
        `· ${each.id} ${each.school}：${each.text}（${SEVERITY_NAMES[each.severity]}，${stateText(each, today)}）`,
    )
  const more = lines.length - shown.length
  return [
    `${head} ${lines.length} 项${standingText(list)}`,
    ...countiesText(list),
    ...shown,
    ...(more > 0 ? [`……还有 ${more} 项，全部见随附表格。`] : []),
  ].join('\n')
}

/** 「10月1日（周三）至10月31日（周五）发现的严重问题（食品卫生）」. */
export function namesText({
  wanted,
  besides,
  today,
}: Pick<CaseList, 'wanted' | 'besides' | 'today'>): string {
  const { about, period, state, severities, matters } = wanted
  const span = period ? periodText(period, today) : ''
  const found = period ? `${span}发现、` : ''
  const verb = {
    found: `${span}发现的`,
    open: state ? `${found}${CASE_STATE_NAMES[state]}的` : `${found}在办的`,
    overdue: `${found}逾期未整改的`,
    closed: `${span}销号的`,
  }[about]
  const severity = severities.map((each) => SEVERITY_NAMES[each]).join('、')
  const narrowed = [severity, matters.map((each) => MATTER_NAMES[each]).join('、'), ...besides].filter(
    Boolean,
  )
  return `${verb}问题${narrowed.length > 0 ? `（${narrowed.join('；')}）` : ''}`
}

function standingText({ wanted: { about }, standing: { open, overdue, closed } }: CaseList): string {
  const late = overdue > 0 ? `逾期 ${overdue} 项` : ''
  if (about === 'found') return `：在办 ${open} 项${late ? `（${late}）` : ''}，已销号 ${closed} 项`
  return about === 'open' && late ? `，其中${late}：` : '：'
}

/** Where the list goes over several counties, how many each has. */
function countiesText({ lines }: CaseList): string[] {
  const counties = Map.groupBy(lines, ({ county }) => county ?? '市直')
  if (counties.size < 2) return []
  const counts = [...counties].map(([name, of]) => [name, of.length] as const)
  const most = counts.toSorted(([, a], [, b]) => b - a)
  return [`按县（市、区）：${most.map(([name, count]) => `${name} ${count}`).join('、')}`]
}

const stateText = (each: ListedLine, today: Day): string =>
  each.closedOn
    ? `${CASE_STATE_NAMES[each.state]} ${each.closedOn}`
    : `${CASE_STATE_NAMES[each.state]}${dueText(each, today)}`

/** The whole list, as the file that goes along; null where the words have all of it. */
export const caseListTable = (list: CaseList): Table | null =>
  list.lines.length <= LISTED
    ? null
    : {
        name: `${list.place}${namesText(list)}${list.today}`,
        headings: [
          '编号',
          '县（市、区）',
          '学校',
          '问题',
          '类别',
          '程度',
          '状态',
          '发现日期',
          '期限',
          '逾期天数',
          '销号日期',
        ],
        rows: list.lines.map((each) => [
          each.id,
          each.county ?? '市直',
          each.school,
          each.text,
          each.matter ? MATTER_NAMES[each.matter] : '',
          SEVERITY_NAMES[each.severity],
          CASE_STATE_NAMES[each.state],
          each.foundOn,
          each.due ?? '',
          lateText(each, list.today),
          each.closedOn ?? '',
        ]),
      }

const lateText = (each: ListedLine, today: Day): string =>
  each.due !== null && each.due < today && !each.stopped && isWithSchool(each)
    ? String(daysBetween(each.due, today))
    : ''
