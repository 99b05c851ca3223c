import { clockText, dayText, daysBetween, lastOfMonth, type Day, type Instant } from '#src/domain/day.ts'
import type { Table } from '#src/domain/table.ts'
import { SEVERITY_NAMES, type Severity } from '#src/domain/words.ts'
import { CLOCK_STOPPED } from './notice.ts'
import { CASE_STATE_NAMES, isWithSchool, type CaseState } from '#src/policy/states.ts'

/** Answers to questions, as text. */

export type Gaps = {
  period: 'month' | 'semester'
  periodName: string
  required: number
  total: number
  missing: { name: string; done: number; wanted: number }[]
  today: Day
  end: Day
  teaching: boolean
  /** The school calendar is on file. */
  isLoaded: boolean
  whose: string
}

/** Names are listed as far as a message is readable; the rest is counted, never dropped in silence. */
const LISTED = 20

/** C5.3, C5.3b: 「本月应去5所，已去3所，还差…」. */
export function gapsText(gaps: Gaps): string {
  if (gaps.total === 0) return `${gaps.whose}还没有登记责任学校，请联系督导办登记。`
  const left = daysBetween(gaps.today, gaps.end)
  const head = `${gaps.periodName}${gaps.whose}应去 ${gaps.total} 所，${enough(gaps)} ${gaps.total - gaps.missing.length} 所`
  const note = [
    ...(gaps.teaching ? [] : ['\n（本月不是教学月，不作要求）']),
    ...(gaps.isLoaded ? [] : ['\n（校历未载入，按默认的教学时间算）']),
  ].join('')
  if (gaps.missing.length === 0) return `${head}，都去过了。${note}`
  const listed = gaps.missing.slice(0, LISTED).map((each) => `· ${each.name}${times(gaps, each)}`)
  const more = gaps.missing.length - listed.length
  const end = gaps.period === 'month' ? '月底' : '学期末'
  return (
    [
      `${head}，还差 ${gaps.missing.length} 所（距${end}${left}天）：`,
      ...listed,
      ...(more > 0 ? [`……还有 ${more} 所，全部见随附表格。`] : []),
    ].join('\n') + note
  )
}

/** The schools that are missing, whole, as a file; null where the words have them all. */
export const gapsTable = ({ periodName, missing, whose, today }: Gaps): Table | null =>
  missing.length <= LISTED
    ? null
    : {
        name: `${whose}${periodName}还差的学校${today}`,
        headings: ['学校', '已去次数'],
        rows: missing.map(({ name, done }) => [name, String(done)]),
      }

const enough = (gaps: Gaps) => (gaps.period === 'month' ? '已去' : `已满${gaps.required}次`)
/** A school that is open for less than half of the semester is asked for one visit (C5.3). */
const times = ({ period, required }: Gaps, { done, wanted }: Gaps['missing'][number]) =>
  period === 'month' ? '' : `（已去${done}次${wanted === required ? '' : `，应去${wanted}次`}）`

export const monthEnd = (today: Day): Day => lastOfMonth(today)

export type CaseLine = {
  id: string
  school: string
  county: string | null
  text: string
  due: Day | null
  severity: Severity
  state: CaseState
  /** The clock stands while an objection is looked into. */
  stopped: boolean
}

/** 「逾期没整改的有哪些」, the longest overdue first; `total` is null where nobody has counted what is not shown. */
export function overdueText(lines: readonly CaseLine[], total: number | null, today: Day): string {
  if (lines.length === 0) return '没有逾期未整改的问题。'
  const shown = lines.map(
    (each) =>
      `· ${each.id} ${each.school}：${each.text}（${SEVERITY_NAMES[each.severity]}，${each.due ? `${dayText(each.due, today)}到期，逾期${daysBetween(each.due, today)}天` : '无期限'}）`,
  )
  const more = total === null ? 0 : total - lines.length
  return [
    `逾期未整改 ${total === null ? `${lines.length} 项以上，先列前 ${lines.length} 项` : `${total} 项`}：`,
    ...shown,
    ...(more > 0 ? [`……还有 ${more} 项，全部见随附表格。`] : []),
  ].join('\n')
}

/** The same list whole, as a file. */
export const overdueTable = (lines: readonly CaseLine[], today: Day): Table => ({
  name: `逾期未整改${today}`,
  headings: ['编号', '县（市、区）', '学校', '问题', '程度', '期限', '逾期天数'],
  rows: lines.map(({ id, county, school, text, severity, due }) => [
    id,
    county ?? '市直',
    school,
    text,
    SEVERITY_NAMES[severity],
    due ?? '',
    due ? String(daysBetween(due, today)) : '',
  ]),
})

/** 「那个弄好了没」: what is in hand, to be named. */
export const whichCaseText = (lines: readonly CaseLine[], more: boolean, today: Day): string =>
  [
    more ? `在办的问题不止 ${lines.length} 项，先列最早到期的：` : `在办的问题 ${lines.length} 项：`,
    ...lines.map(
      (each) =>
        `· ${each.id} ${each.school}：${each.text}（${CASE_STATE_NAMES[each.state]}${dueText(each, today)}）`,
    ),
    '指哪一件？请带上校名再问，例如：文清最近什么情况。',
  ].join('\n')

export type SchoolState = {
  school: string
  visits: {
    onDay: Day
    no: string
    inspector: string
    findings: number
    lacksPhotos: boolean
    /** Why he could go although he serves there (C10.6). */
    leave: string | null
  }[]
  semester: string
  open: CaseLine[]
  today: Day
}

/** 「，11月20日（周四）前，逾期3天」, behind the state of a case. */
export function dueText(each: Pick<CaseLine, 'due' | 'stopped' | 'state'>, today: Day): string {
  if (!each.due) return ''
  if (each.stopped) return `，${CLOCK_STOPPED}`
  const late = each.due < today && isWithSchool(each)
  return `，${dayText(each.due, today)}前${late ? `，逾期${daysBetween(each.due, today)}天` : ''}`
}

/** 「文清最近什么情况」: this semester's visits and what is open. */
export function schoolText(state: SchoolState): string {
  const days = new Set(state.visits.map((each) => each.onDay)).size
  const visits = state.visits
    .slice(0, 5)
    .map(
      (each) =>
        `· ${dayText(each.onDay, state.today)} ${each.inspector} ${each.findings > 0 ? `发现问题 ${each.findings} 项` : '未发现问题'}（${each.no}${each.leave ? '，经督导办同意免予回避' : ''}${each.lacksPhotos ? '，待补照片' : ''}）`,
    )
  const open = state.open.slice(0, LISTED).map((each) => {
    return `· ${each.id} ${each.text}（${CASE_STATE_NAMES[each.state]}${dueText(each, state.today)}）`
  })
  const hidden = state.open.length - open.length
  return [
    `${state.school}`,
    days > 0 ? `本学期督导 ${days} 次：` : '本学期还没有督导记录。',
    ...visits,
    state.open.length > 0 ? `在办问题 ${state.open.length} 项：` : '没有在办的问题。',
    ...open,
    ...(hidden > 0 ? [`……还有 ${hidden} 项`] : []),
  ].join('\n')
}

export type RecordLine = {
  no: string
  school: string
  onDay: Day
  part: string
  findings: number
  at: Instant
  /** Names of those who went along. */
  together: readonly string[]
  lacksPhotos: boolean
}

/** 「我今天记了什么」. */
export function recordsText(
  dayName: string,
  records: readonly RecordLine[],
  drafts: number,
  today: Day,
): string {
  const waiting = drafts > 0 ? `还有 ${drafts} 条待确认。` : ''
  if (records.length === 0) return `${dayName}没有提交督导记录。${waiting}`
  const lines = records.map(
    (each) =>
      `· ${each.no} ${each.school} ${dayText(each.onDay, today)}${each.part}，${each.findings > 0 ? `问题 ${each.findings} 项` : '未发现问题'}${each.together.length > 0 ? `，与${each.together.join('、')}同行` : ''}${each.lacksPhotos ? '，待补照片' : ''}（${clockText(each.at)} 记）`,
  )
  return [`${dayName}提交 ${records.length} 条：`, ...lines, ...(waiting ? [waiting] : [])].join('\n')
}
