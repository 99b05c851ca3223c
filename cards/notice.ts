import { dayText, type Day } from '#src/domain/day.ts'
import { approvalReason } from '#src/policy/approval.ts'
import { CASE_STATE_NAMES, type CaseState } from '#src/policy/states.ts'
import { MATTER_NAMES, SEVERITY_NAMES, type Matter, type Severity } from '#src/domain/words.ts'
import { encodeAction, type Act } from './action.ts'
import type { Button, Card, Field } from './card.ts'

export type ItemShown = {
  no: string
  text: string
  matter: Matter | null
  severity: Severity
  due: Day | null
  requirement: string
  state: CaseState
  verdictNote?: string | null
  /** The office has stopped the clock while it looks into an objection. */
  stopped?: boolean
}

export type NoticeShown = {
  id: string
  seq: number
  no: string | null
  round: number
  school: string
  office: string
  inspector: string
  issuedOn: Day | null
  items: ItemShown[]
  today: Day
}

const button = (
  notice: Pick<NoticeShown, 'id' | 'seq'>,
  label: string,
  act: Act,
  style?: Button['style'],
): Button => ({
  label,
  action: encodeAction({ act, id: notice.id, seq: notice.seq }),
  ...(style ? { style } : {}),
})

/** The earliest due date: a notice shows it, each item has its own. */
export const earliestDue = (items: { due: Day | null }[]): Day | null =>
  items.map((item) => item.due).reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null)

export const CLOCK_STOPPED = '计时暂停'

const dueText = (item: ItemShown, due: Day, today: Day): string =>
  item.stopped ? CLOCK_STOPPED : `${dayText(due, today)}前`

const roundText = (notice: NoticeShown) => (notice.round > 1 ? `（第${notice.round}轮）` : '')

export const itemLines = (notice: Pick<NoticeShown, 'items' | 'today'>): string =>
  notice.items
    .map((item, i) => {
      const due = item.due ? `，${dueText(item, item.due, notice.today)}` : ''
      return `${i + 1}. ${item.text}（${SEVERITY_NAMES[item.severity]}${due}）`
    })
    .join('\n')

/** The clock is stopped for all that runs of a notice, or for none of it. */
const earliestText = (items: readonly ItemShown[], due: Day, today: Day): string =>
  items.some((item) => item.stopped) ? CLOCK_STOPPED : `${dayText(due, today)}前`

function facts(notice: NoticeShown): Field[] {
  const due = earliestDue(notice.items)
  return [
    { name: '学校', value: notice.school },
    ...(due ? [{ name: '期限', value: earliestText(notice.items, due, notice.today) }] : []),
    { name: '督学', value: notice.inspector },
    ...(notice.issuedOn ? [{ name: '下发', value: dayText(notice.issuedOn, notice.today) }] : []),
  ]
}

/** What the school may do besides the one thing that is its turn. */
const schoolButtons = (notice: NoticeShown, first: Button): Button[] => [
  first,
  button(notice, '申请延期', 'notice_extend'),
  button(notice, '有异议', 'notice_object'),
  button(notice, '详情', 'notice_details'),
]

/** To the school: sign, ask for time, contest, or read it in full. */
export const noticeCard = (notice: NoticeShown, note = notice.office): Card => ({
  kind: 'buttons',
  title: `整改通知 ${notice.no}${roundText(notice)}`,
  note,
  fields: facts(notice),
  body: itemLines(notice),
  buttons: schoolButtons(notice, button(notice, '签收', 'notice_sign', 'main')),
})

/** To the school after it has signed: what it has to do until when. */
export const taskCard = (notice: NoticeShown, note: string): Card => ({
  kind: 'buttons',
  title: `整改中 ${notice.no}${roundText(notice)}`,
  note,
  fields: facts(notice),
  body: itemLines(notice),
  buttons: schoolButtons(notice, button(notice, '报整改', 'notice_report', 'main')),
})

/** Why a notice waits for the office, each reason once. */
export const approvalReasons = (notice: Pick<NoticeShown, 'items' | 'today'>): string =>
  [...new Set(notice.items.map((item) => approvalReason(item, notice.today)))].join('、')

/** To the office: what goes out only with its approval, and why. */
export const approvalCard = (notice: NoticeShown): Card => ({
  kind: 'buttons',
  title: `${notice.items.every((item) => item.severity === 'serious') ? '严重问题' : ''}整改通知（待审批）`,
  note: `${approvalReasons(notice)}，同意后以督导办名义下发学校`,
  fields: facts(notice),
  body: itemLines(notice),
  buttons: approvalButtons(notice),
})

export const approvalButtons = (notice: Pick<NoticeShown, 'id' | 'seq'>): Button[] => [
  button(notice, '同意下发', 'notice_approve', 'main'),
  button(notice, '退回', 'notice_send_back', 'danger'),
  button(notice, '详情', 'notice_details'),
]

/** To the inspector: the school has reported; pictures come just before. */
export type ReportSeen = { by: string; lines: string[]; photos: number; onSite: boolean }

const modeText = (onSite: boolean): string => `${onSite ? '实地' : '查看材料'}「默认」`

/** To the inspector: the school has reported; pictures come just before. */
export function verdictCard(notice: NoticeShown, report: ReportSeen): Card {
  const several = notice.items.length > 1
  return {
    kind: 'buttons',
    title: `整改报告 ${notice.no}${roundText(notice)}（待复查）`,
    note: report.photos > 0 ? `照片 ${report.photos} 张` : '没有照片',
    fields: [
      ...facts(notice).slice(0, 2),
      { name: '校长确认', value: report.by },
      { name: '复查方式', value: modeText(report.onSite) },
    ],
    body: report.lines.join('\n'),
    buttons: [
      button(notice, several ? '全部合格' : '合格', 'notice_pass', 'main'),
      button(notice, several ? '全部不合格' : '不合格', 'notice_fail', 'danger'),
      ...(several ? [button(notice, '逐项', 'notice_each')] : []),
      button(notice, '退回补充', 'notice_return'),
      button(notice, '详情', 'notice_details'),
    ],
  }
}

/** Several items: ticked ones pass, the others fail. */
export const eachCard = (notice: NoticeShown): Card => ({
  kind: 'choice',
  title: '逐项复查',
  note: `${notice.no}：请勾选合格的项目，没勾的为不合格`,
  options: notice.items.map((item, i) => ({ id: item.no, label: `${i + 1}. ${item.text}` })),
  many: true,
  submit: {
    label: '提交结论',
    action: encodeAction({ act: 'notice_each_done', id: notice.id, seq: notice.seq }),
  },
})

/** Before the second round is opened: reason and new date as they will be saved. */
export const failCard = (
  notice: NoticeShown,
  verdict: { reason: string; due: Day; items: ItemShown[]; onSite: boolean },
): Card => ({
  kind: 'buttons',
  title: '复查不合格（待确认）',
  note: `确认后开始第${notice.round + 1}轮整改，并通知学校`,
  fields: [
    { name: '学校', value: notice.school },
    { name: '新期限', value: `${dayText(verdict.due, notice.today)}前` },
    { name: '复查方式', value: modeText(verdict.onSite) },
  ],
  body: [...verdict.items.map((item, i) => `${i + 1}. ${item.text}`), `原因：${verdict.reason}`].join('\n'),
  buttons: [button(notice, '确认', 'notice_fail_confirm', 'main'), button(notice, '修改', 'notice_fail')],
})

/** The whole paper as text: everything that the card has no room for. */
export function noticeDetails(notice: NoticeShown, provisional: string): string {
  const items = notice.items.map((item, i) =>
    [
      `${i + 1}. ${item.text}`,
      `   编号 ${item.no}｜${SEVERITY_NAMES[item.severity]}${item.matter ? `｜${MATTER_NAMES[item.matter] ?? item.matter}` : ''}｜${CASE_STATE_NAMES[item.state]}`,
      `   要求：${item.requirement}`,
      ...(item.due ? [`   期限：${dueText(item, item.due, notice.today)}`] : []),
      ...(item.verdictNote ? [`   上轮复查：${item.verdictNote}`] : []),
    ].join('\n'),
  )
  return [
    `${notice.office}\n整改通知 ${notice.no ?? '（待审批）'}${roundText(notice)}`,
    `学校：${notice.school}\n经办督学：${notice.inspector}`,
    ...(notice.issuedOn ? [`下发：${dayText(notice.issuedOn, notice.today)}`] : []),
    ...items,
    ...(provisional ? [provisional] : []),
  ].join('\n')
}
