import { dayText, type Day } from '#src/domain/day.ts'
import { encodeAction, type Act } from './action.ts'
import type { Button, Card, Field } from './card.ts'

export type RequestShown = {
  id: string
  seq: number
  kind: 'extension' | 'objection'
  noticeNo: string
  school: string
  asker: string
  reason: string
  due: Day | null
  to: Day | null
  today: Day
}

const button = (request: RequestShown, label: string, act: Act, style?: Button['style']): Button => ({
  label,
  action: encodeAction({ act, id: request.id, seq: request.seq }),
  ...(style ? { style } : {}),
})

const fields = (request: RequestShown): Field[] => [
  { name: '学校', value: request.school },
  ...(request.due ? [{ name: '原期限', value: dayText(request.due, request.today) }] : []),
  ...(request.to ? [{ name: '延至', value: dayText(request.to, request.today) }] : []),
  { name: '提出', value: request.asker },
]

const named = (request: RequestShown) => (request.kind === 'extension' ? '延期申请' : '异议')

/** To whoever of the school asks: what will be handed in. */
export const askCard = (request: RequestShown): Card => ({
  kind: 'buttons',
  title: `${named(request)}（待提交）`,
  note: request.noticeNo,
  fields: fields(request),
  body: `${request.kind === 'extension' ? '原因' : '理由'}：${request.reason}`,
  buttons: [button(request, '提交', 'request_ask', 'main'), button(request, '不提了', 'request_drop')],
})

/** To whoever decides. */
export const decisionCard = (request: RequestShown): Card => ({
  kind: 'buttons',
  title: `${named(request)}（待答复）`,
  note: request.noticeNo,
  fields: fields(request),
  body: `${request.kind === 'extension' ? '原因' : '理由'}：${request.reason}`,
  buttons: [
    button(request, request.kind === 'extension' ? '同意' : '异议成立', 'request_grant', 'main'),
    button(request, request.kind === 'extension' ? '不同意' : '异议不成立', 'request_refuse', 'danger'),
  ],
})
