import { dayText, type Day } from '#src/domain/day.ts'
import type { ProposalKind } from '#src/policy/states.ts'
import { encodeAction } from './action.ts'
import type { Button, Card, Field } from './card.ts'

export type ProposalShown = {
  id: string
  seq: number
  kind: ProposalKind
  school: string | null
  asker: string
  askedOn: Day
  what: string
  reason: string
  /** What is to be known before it is decided. */
  hints: readonly string[]
  today: Day
  /** Put to the very person who said it: he confirms his own act. */
  own?: boolean
}

const TITLES: Record<ProposalKind, string> = {
  withdraw_notice: '撤回整改通知（待审批）',
  other_school: '整改通知换学校（待审批）',
  amend_notice: '更正整改通知（待审批）',
  amend_visit: '修改督导记录（待审批）',
  withdraw_visit: '撤回督导记录（待审批）',
  waive_recusal: '回避豁免（待审批）',
  leave_post: '人员变动（待核实）',
  deputize: '临时代理（待审批）',
  declare_group: '工作群登记（待确认）',
  suspend_person: '停用账号（待确认）',
  resume_person: '恢复账号（待确认）',
  replace_principal: '更换校长（待确认）',
  commend: '推荐表彰（待审批）',
  interview: '建议约谈（待审批）',
}

const facts = (proposal: ProposalShown): Field[] => [
  ...(proposal.school ? [{ name: '学校', value: proposal.school }] : []),
  { name: '提出', value: proposal.asker },
  { name: '日期', value: dayText(proposal.askedOn, proposal.today) },
]

/** To the office: what will happen on 同意, and why it is asked; or to whoever acts himself, before he does. */
export const proposalCard = (proposal: ProposalShown): Card => ({
  kind: 'buttons',
  title: TITLES[proposal.kind],
  fields: facts(proposal),
  body: [proposal.what, ...(proposal.reason ? [`原因：${proposal.reason}`] : []), ...proposal.hints].join(
    '\n',
  ),
  buttons: proposalButtons(proposal),
})

export function proposalButtons({ id, seq, own }: Pick<ProposalShown, 'id' | 'seq' | 'own'>): Button[] {
  const action = (act: 'proposal_grant' | 'proposal_refuse') => encodeAction({ act, id, seq })
  return [
    { label: own ? '确认' : '同意', action: action('proposal_grant'), style: 'main' },
    { label: own ? '取消' : '不同意', action: action('proposal_refuse'), style: 'danger' },
  ]
}
