import { dayText, type Day } from '#src/domain/day.ts'
import { encodeAction, type Act } from './action.ts'
import type { Button, Card, Field } from './card.ts'
import { CLOCK_STOPPED } from './notice.ts'

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
  /** Until when an objection is to be answered. */
  answerBy: Day | null
  stopped: boolean
  today: Day
}

type Named = Pick<RequestShown, 'id' | 'seq'>

const button = (request: Named, label: string, act: Act, style?: Button['style']): Button => ({
  label,
  action: encodeAction({ act, id: request.id, seq: request.seq }),
  ...(style ? { style } : {}),
})

const dueText = (request: RequestShown, due: Day): string =>
  `${dayText(due, request.today)}${request.stopped ? `（${CLOCK_STOPPED}）` : ''}`

const fields = (request: RequestShown): Field[] => [
  { name: '学校', value: request.school },
  ...(request.due ? [{ name: '原期限', value: dueText(request, request.due) }] : []),
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

/** To whoever decides on more time. */
const extensionCard = (request: RequestShown): Card => ({
  kind: 'buttons',
  title: '延期申请（待答复）',
  note: request.noticeNo,
  fields: fields(request),
  body: `原因：${request.reason}`,
  buttons: decisionButtons(request),
})

/** To the office: while it looks into an objection it may stop the clock (policy.md 8.5). */
const objectionCard = (request: RequestShown): Card => ({
  kind: 'buttons',
  title: '异议（待答复）',
  note: request.noticeNo,
  fields: [
    ...fields(request),
    ...(request.answerBy
      ? [{ name: '答复期限', value: `${dayText(request.answerBy, request.today)}前` }]
      : []),
  ],
  body: `理由：${request.reason}`,
  buttons: [
    ...decisionButtons(request),
    ...(request.due && !request.stopped ? [button(request, '暂停计时', 'request_suspend')] : []),
  ],
})

/** To whoever decides. */
export const decisionCard = (request: RequestShown): Card =>
  request.kind === 'extension' ? extensionCard(request) : objectionCard(request)

export const decisionButtons = (request: Named & Pick<RequestShown, 'kind'>): Button[] => [
  button(request, request.kind === 'extension' ? '同意' : '异议成立', 'request_grant', 'main'),
  button(request, request.kind === 'extension' ? '不同意' : '异议不成立', 'request_refuse', 'danger'),
]
