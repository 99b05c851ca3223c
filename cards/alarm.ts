import { momentText, type Instant } from '#src/domain/day.ts'
import { encodeAction, type Act } from './action.ts'
import type { Button, Card } from './card.ts'

export type AlarmShown = {
  id: string
  seq: number
  school: string
  what: string
  reporter: string
  at: Instant
}

const button = (alarm: AlarmShown, label: string, act: Act, style: Button['style']): Button => ({
  label,
  action: encodeAction({ act, id: alarm.id, seq: alarm.seq }),
  ...(style ? { style } : {}),
})

/** To all who must act at once: what, where, who says so, when. Only an office may call it off besides its sender. */
export const alarmCard = (alarm: AlarmShown, to: 'office' | 'school'): Card => ({
  kind: 'buttons',
  title: `【重大隐患】${alarm.school}`,
  note: '请立即处置，先保人员安全',
  fields: [
    { name: '报告', value: alarm.reporter },
    { name: '时间', value: momentText(alarm.at) },
  ],
  body: `${alarm.what}\n收到请点「收到」，处置情况可直接回复。`,
  buttons: [
    button(alarm, '收到', 'alarm_answer', 'main'),
    ...(to === 'office' ? [button(alarm, '误报', 'alarm_false', 'danger')] : []),
  ],
})

/** To exactly those who were alarmed. */
export const calledOffText = (alarm: AlarmShown, by: string, at: Instant): string =>
  `【更正】${alarm.school}：${alarm.what}\n${by}于${momentText(at)}更正为误报，请解除处置。原报告：${alarm.reporter} ${momentText(alarm.at)}。`

/** To those who were alarmed about another school. */
export const relocatedText = (alarm: AlarmShown, before: string): string =>
  `【更正】重大隐患的学校是${alarm.school}，不是${before}：${alarm.what}\n${alarm.reporter} ${momentText(alarm.at)} 报告。`
