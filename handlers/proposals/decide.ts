import type { Action } from '#cards/action.ts'
import { change } from '#db/history.ts'
import { proposalOf, type Proposal } from '#db/proposals.ts'
import { proposals } from '#db/schema/office.ts'
import type { Role } from '#src/domain/words.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { ProposalKind } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { grantGroup } from '../groups/declare.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { grantDeputy } from '../people/deputize.ts'
import { grantLeaving } from '../people/leave-post.ts'
import { carryOutReplacement } from '../people/new-principal.ts'
import { carryOutResumption, carryOutSuspension } from '../people/suspend.ts'
import { takeIntoList } from '../commendations/nominate.ts'
import { approveInterview } from '../interviews/enter.ts'
import { carryOutCorrection } from '../notices/apply-correction.ts'
import { carryOutTakingBack } from '../notices/take-back.ts'
import { both, plan, reply, text, type Plan } from '../plan.ts'
import { carryOutAmendment } from '../visits/confirm-amendment.ts'
import { waiveRecusal } from '../visits/waive-recusal.ts'
import { carryOutWithdrawal } from '../visits/withdraw.ts'
import { proposalSubject } from './propose.ts'

/** Carries out what was proposed; the role is the decider's. */
export type CarryOut = (ctx: Context, proposal: Proposal, role: Role) => Plan | Promise<Plan>

/** What 同意 does, by kind. */
export const CARRY_OUT: Partial<Record<ProposalKind, CarryOut>> = {
  waive_recusal: waiveRecusal,
  withdraw_visit: carryOutWithdrawal,
  amend_visit: carryOutAmendment,
  leave_post: grantLeaving,
  deputize: grantDeputy,
  declare_group: grantGroup,
  suspend_person: carryOutSuspension,
  resume_person: carryOutResumption,
  replace_principal: carryOutReplacement,
  withdraw_notice: carryOutTakingBack,
  other_school: carryOutTakingBack,
  amend_notice: carryOutCorrection,
  commend: takeIntoList,
  interview: approveInterview,
}

/** 同意: done in the same commit; who proposed it is told. */
export const grantProposal = (ctx: Context, action: Action): Promise<Plan> =>
  onProposal(ctx, action, async (proposal, role) => {
    const carryOut = CARRY_OUT[proposal.kind]
    if (!carryOut) return reply('这项申请现在办不了，请与管理员联系。')
    const decided = decide(ctx, proposal, role, 'granted', {
      // What he does himself, its carrier answers.
      reply: isOwn(ctx, proposal) ? null : `已同意：${proposal.what}`,
      told: `${ctx.me.name}已同意：${proposal.what}`,
      outcome: `${ctx.me.name}已同意`,
    })
    return both(decided, await carryOut(ctx, proposal, role))
  })

/** 不同意: nothing moves; who proposed it is told. */
export const refuseProposal = (ctx: Context, action: Action): Promise<Plan> =>
  onProposal(ctx, action, (proposal, role) =>
    decide(ctx, proposal, role, 'refused', {
      reply: isOwn(ctx, proposal) ? '好的，没有办理。' : '已答复不同意。',
      told: `${ctx.me.name}没有同意：${proposal.what} 如有疑问请与督导办联系。`,
      outcome: `${ctx.me.name}不同意`,
    }),
  )

const isOwn = (ctx: Context, proposal: Proposal): boolean => proposal.asker === ctx.me.userid

type Said = { reply: string | null; told: string; outcome: string }

function decide(
  ctx: Context,
  proposal: Proposal,
  role: Role,
  state: 'granted' | 'refused',
  said: Said,
): Plan {
  const subject = proposalSubject(proposal.id)
  const kind = state === 'granted' ? 'proposal.grant' : 'proposal.refuse'
  return plan({
    writes: change(proposals, proposal, { state, decidedBy: ctx.me.userid }, act(ctx, kind, role)),
    reply: said.reply,
    send: isOwn(ctx, proposal) ? [] : [text(proposal.asker, subject, said.told)],
    settle: [{ subject, outcome: said.outcome }],
  })
}

async function onProposal(
  ctx: Context,
  action: Action,
  then: (proposal: Proposal, role: Role) => Plan | Promise<Plan>,
): Promise<Plan> {
  const proposal = await proposalOf(ctx.db, action.id)
  const role = proposal && roleForPlace(ctx.me, 'decide_proposal', proposal.county)
  if (!proposal || !role) return refused(NOT_YOURS)
  if (proposal.seq !== action.seq || proposal.state !== 'asked')
    return handled(ctx, proposalSubject(proposal.id), proposal.id, action.seq)
  return then(proposal, role)
}
