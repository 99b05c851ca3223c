import { dayText, type Day } from '#src/domain/day.ts'
import type { NoticeChange } from '#src/domain/notice.ts'
import { SEVERITY_NAMES, type CaseId, type Severity } from '#src/domain/words.ts'
import { encodeAction, type Act } from './action.ts'
import type { Button, Card } from './card.ts'

export type CorrectionShown = {
  id: string
  seq: number
  noticeNo: string
  school: string
  reason: string
  changes: readonly NoticeChange[]
  /** What each case found. */
  findings: ReadonlyMap<CaseId, string>
  /** Why the office decides; null where 确认 is enough. */
  office: string | null
  today: Day
}

const FIELD_NAMES: Record<NoticeChange['field'], string> = {
  due: '期限',
  severity: '程度',
  text: '问题',
  requirement: '要求',
}

function valueText(change: NoticeChange, value: string | null, today: Day): string {
  if (value === null) return '没有期限'
  if (change.field === 'due') return dayText(value as Day, today)
  return change.field === 'severity' ? SEVERITY_NAMES[value as Severity] : value
}

type Told = Pick<CorrectionShown, 'findings' | 'today'>

/** 「扶手松动」期限由11月30日（周日）改为12月5日（周五）. */
export const changeText = (change: NoticeChange, { findings, today }: Told): string =>
  `「${findings.get(change.case) ?? change.case}」${FIELD_NAMES[change.field]}由${valueText(change, change.from, today)}改为${valueText(change, change.to, today)}`

const changeLines = (change: NoticeChange, { findings, today }: Told): string =>
  [
    `「${findings.get(change.case) ?? change.case}」${FIELD_NAMES[change.field]}`,
    `原：${valueText(change, change.from, today)}`,
    `改为：${valueText(change, change.to, today)}`,
  ].join('\n')

/** To whoever corrects a notice that has gone out: old and new, before anything changes. */
export function correctionCard(correction: CorrectionShown): Card {
  const button = (label: string, act: Act, style?: Button['style']): Button => ({
    label,
    action: encodeAction({ act, id: correction.id, seq: correction.seq }),
    ...(style ? { style } : {}),
  })
  const lines = correction.changes.map((each) => changeLines(each, correction))
  return {
    kind: 'buttons',
    title: '更正整改通知（待确认）',
    note: correction.office ?? '确认后学校会收到更正后的通知',
    fields: [
      { name: '学校', value: correction.school },
      { name: '通知', value: correction.noticeNo },
    ],
    body: [...lines, `原因：${correction.reason}`].join('\n'),
    buttons: [
      button(correction.office ? '报督导办' : '确认', 'proposal_confirm', 'main'),
      button('不改', 'proposal_drop'),
    ],
  }
}
