import { encodeAction } from './action.ts'
import type { Card } from './card.ts'
import type { OpenShown } from './open-items.ts'

/** As many as a card lists to be ticked. */
export const TICKED_AT_MOST = 20

/** To the inspector at the next visit: which of the open items are better; that is no verdict after reinspection. */
export const followupCard = (visit: {
  id: string
  seq: number
  school: string
  open: readonly OpenShown[]
}): Card => ({
  kind: 'choice',
  title: '上次问题回看',
  note: `${visit.school}：请勾选有好转的，没勾的记为没变化（不是复查结论）`,
  options: visit.open.slice(0, TICKED_AT_MOST).map((each) => ({
    id: each.no,
    label: `${each.no} ${each.text}`,
    ...(each.seen === 'better' ? { ticked: true } : {}),
  })),
  many: true,
  submit: {
    label: '记下回看',
    action: encodeAction({ act: 'visit_followup_done', id: visit.id, seq: visit.seq }),
  },
})
