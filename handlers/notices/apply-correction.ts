import type { Action } from '#cards/action.ts'
import { casesOf, type Case } from '#db/cases.ts'
import { change } from '#db/history.ts'
import { noticeOf, type Notice } from '#db/notices.ts'
import { schoolPeople } from '#db/people.ts'
import { proposalOf, type Proposal } from '#db/proposals.ts'
import { cases, notices } from '#db/schema/loop.ts'
import { proposals } from '#db/schema/office.ts'
import type { NoticeChange } from '#src/domain/notice.ts'
import type { Role } from '#src/domain/words.ts'
import { isEnded, isWithSchool } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { both, card, plan, reply, text, type Plan } from '../plan.ts'
import type { CarryOut } from '../proposals/decide.ts'
import { proposalSubject, submitProposal } from '../proposals/propose.ts'
import { showNotice } from '../show.ts'
import { findingKey } from '../visits/open-cases.ts'
import { whyOffice } from './correct.ts'
import { defaultRequirement, noticeSubject } from './issue.ts'
import { NOT_YOURS, overText, roleOnNotice } from './open.ts'
import { schoolCard } from './school-card.ts'
import { withdrawNotice } from './withdraw.ts'

/** 确认: done at once until the school has signed; after it the same correction goes to the office. */
export const confirmCorrection = (ctx: Context, action: Action): Promise<Plan> =>
  onCorrection(ctx, action, async (proposal, notice, role) => {
    const changes = proposal.detail['changes'] as NoticeChange[]
    if (!isWithSchool(notice)) return both(drop(ctx, proposal, role), reply(overText(notice)))
    if (whyOffice(ctx, notice, changes)) return submitProposal(ctx, proposal, role)
    const granted = { state: 'granted' as const, decidedBy: ctx.me.userid }
    const confirmed = plan({
      writes: change(proposals, proposal, granted, act(ctx, 'proposal.grant', role)),
      reply: `整改通知 ${notice.no} 已更正，学校会收到更正后的通知。`,
      settle: [{ subject: proposalSubject(proposal.id), outcome: '已更正' }],
    })
    return both(confirmed, await apply(ctx, notice, changes, proposal.reason, role))
  })

/** 不改: the notice stays as it was. */
export const dropCorrection = (ctx: Context, action: Action): Promise<Plan> =>
  onCorrection(ctx, action, (proposal, _, role) =>
    both(drop(ctx, proposal, role), reply('好的，通知没有变。')),
  )

const drop = (ctx: Context, proposal: Proposal, role: Role): Plan =>
  plan({
    writes: change(proposals, proposal, { state: 'dropped' }, act(ctx, 'proposal.drop', role)),
    settle: [{ subject: proposalSubject(proposal.id), outcome: '没有更正' }],
  })

/** Only its author confirms what he has written, and only while he may still correct the notice. */
async function onCorrection(
  ctx: Context,
  action: Action,
  then: (proposal: Proposal, notice: Notice, role: Role) => Plan | Promise<Plan>,
): Promise<Plan> {
  const proposal = await proposalOf(ctx.db, action.id)
  const notice = proposal && (await noticeOf(ctx.db, String(proposal.detail['notice'])))
  const role = notice && (await roleOnNotice(ctx, notice, 'amend_notice'))
  if (!proposal || !notice || !role || proposal.asker !== ctx.me.userid) return refused(NOT_YOURS)
  if (proposal.seq !== action.seq || proposal.state !== 'draft')
    return handled(ctx, proposalSubject(proposal.id), proposal.id, action.seq)
  return then(proposal, notice, role)
}

/** The office's 同意 on a correction. */
export const carryOutCorrection: CarryOut = async (ctx, proposal, role) => {
  const notice = await noticeOf(ctx.db, String(proposal.detail['notice']))
  if (!notice || !isWithSchool(notice)) return reply(notice ? overText(notice) : '')
  return apply(ctx, notice, proposal.detail['changes'] as NoticeChange[], proposal.reason, role)
}

/** Whoever has read the old notice reads the new one; where nothing of it is left it is withdrawn. */
async function apply(
  ctx: Context,
  notice: Notice,
  changes: readonly NoticeChange[],
  reason: string,
  role: Role,
): Promise<Plan> {
  const items = await casesOf(ctx.db, notice.id)
  const after = items.map((each) => corrected(each, changes))
  if (after.every(isEnded)) return withdrawNotice(ctx, { notice, items, role, reason })
  const moved = items.flatMap((each, i) => {
    const patch = patchOf(each, changes)
    const kind = after[i]?.state === 'withdrawn' ? 'case.withdraw' : 'case.correct'
    return Object.keys(patch).length > 0 ? change(cases, each, patch, act(ctx, kind, role)) : []
  })
  const words = `整改通知 ${notice.no} 已更正。原因：${reason}`
  const subject = noticeSubject(notice.id)
  const shown = await showNotice(ctx, { ...notice, seq: notice.seq + 1 }, after.filter(isWithSchool))
  const people = await schoolPeople(ctx.db, notice.school, ctx.today)
  return plan({
    writes: [...change(notices, notice, {}, act(ctx, 'notice.correct', role)), ...moved],
    send: [
      ...people.map((each) => card(each.userid, subject, schoolCard(notice, shown, `已更正：${reason}`))),
      ...(notice.inspector === ctx.me.userid ? [] : [text(notice.inspector, subject, words)]),
    ],
    settle: [{ subject, outcome: '已更正' }],
  })
}

const corrected = (each: Case, changes: readonly NoticeChange[]): Case => ({
  ...each,
  ...patchOf(each, changes),
})

const patchOf = (each: Case, changes: readonly NoticeChange[]): Partial<Case> =>
  Object.assign({}, ...changes.filter((one) => one.case === each.id).map((one) => patchFor(each, one)))

function patchFor(each: Case, change: NoticeChange): Partial<Case> {
  if (change.field === 'due') return { dueOn: change.to }
  if (change.field === 'requirement') return { requirement: change.to }
  if (change.field === 'severity')
    return change.to === 'minor' ? { severity: change.to, state: 'withdrawn' } : { severity: change.to }
  const isDefault = each.requirement === defaultRequirement(each.description)
  return {
    description: change.to,
    findingKey: findingKey(change.to),
    ...(isDefault ? { requirement: defaultRequirement(change.to) } : {}),
  }
}
