import { proposalCard } from '#cards/proposal.ts'
import { change, create } from '#db/history.ts'
import { officePeople } from '#db/people.ts'
import { openProposal, type Proposal } from '#db/proposals.ts'
import { proposals } from '#db/schema/office.ts'
import { dayOf } from '#src/domain/day.ts'
import type { ProposalId, Role, SchoolCode } from '#src/domain/words.ts'
import type { ProposalKind } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { card, plan, reply, type Plan, type Post } from '../plan.ts'
import { leavingWarning } from '../people/leaving-warning.ts'
import { nameOf } from '../show.ts'

export const proposalSubject = (id: string): string => `proposal:${id}`

export type Proposed = {
  kind: ProposalKind
  subject: string
  school: SchoolCode | null
  county: string | null
  what: string
  reason: string
  /** What 同意 needs to carry it out. */
  detail?: Record<string, unknown>
}

/** Puts something to the office: nothing happens before its 同意 (policy.md 8.5). One at a time for each subject. */
export async function propose(ctx: Context, proposed: Proposed, role: Role): Promise<Plan> {
  if (await openProposal(ctx.db, proposed.kind, proposed.subject))
    return reply('已经报过督导办，正在等答复，不用再报。')
  const proposal = newProposal(ctx, proposed)
  const writes = create(proposals, proposal, act(ctx, `proposal.${proposal.kind}`, role))
  return plan({ writes, ...(await toOffice(ctx, proposal)) })
}

/** What its author has confirmed goes to the office. */
export async function submitProposal(ctx: Context, draft: Proposal, role: Role): Promise<Plan> {
  if (await openProposal(ctx.db, draft.kind, draft.subject))
    return reply('已经报过督导办，正在等答复，不用再报。')
  const asked = { state: 'asked' as const, askedAt: ctx.now }
  const next = { ...draft, ...asked, seq: draft.seq + 1 }
  return plan({
    writes: change(proposals, draft, asked, act(ctx, `proposal.${draft.kind}`, role)),
    settle: [{ subject: proposalSubject(draft.id), outcome: '已报督导办' }],
    ...(await toOffice(ctx, next)),
  })
}

/** Any of the office decides. */
async function toOffice(ctx: Context, proposal: Proposal): Promise<{ reply: string; send: Post[] }> {
  const office = await officePeople(ctx.db, proposal.county, ctx.today)
  const shown = proposalCard(await showProposal(ctx, proposal))
  const names = office.map((each) => each.name).join('、')
  return {
    reply: `已报督导办${names ? ` ${names} ` : ''}审批：${proposal.what}同意之前不变。`,
    send: office.map((each) => card(each.userid, proposalSubject(proposal.id), shown)),
  }
}

const newProposal = (ctx: Context, proposed: Proposed): Proposal => ({
  id: ctx.ids.fresh() as ProposalId,
  seq: 1,
  state: 'asked',
  since: ctx.now,
  asker: ctx.me.userid,
  askedAt: ctx.now,
  decidedBy: null,
  ...proposed,
  detail: proposed.detail ?? {},
})

/** What an office may do by itself: shown to whoever said it, and done on his 确认. Said again, the card comes again. */
export async function confirmFirst(ctx: Context, proposed: Proposed, role: Role): Promise<Plan> {
  const before = await openProposal(ctx.db, proposed.kind, proposed.subject)
  const proposal = before ?? newProposal(ctx, proposed)
  const shown = proposalCard({ ...(await showProposal(ctx, proposal)), own: true })
  const subject = proposalSubject(proposal.id)
  return plan({
    writes: before ? [] : create(proposals, proposal, act(ctx, `proposal.${proposal.kind}`, role)),
    send: [card(ctx.me.userid, subject, shown)],
    settle: before ? [{ subject, outcome: '见新卡片' }] : [],
  })
}

/** A proposal as its card shows it. */
export async function showProposal(ctx: Context, proposal: Proposal) {
  const { id, seq, kind, what, reason } = proposal
  return {
    id,
    seq,
    kind,
    what,
    reason,
    school: proposal.school ? ctx.roster.school(proposal.school).name : null,
    asker: await nameOf(ctx, proposal.asker),
    askedOn: dayOf(proposal.askedAt),
    hints: await hintsOn(ctx, proposal),
    today: ctx.today,
  }
}

/** What is to be known of a proposal before it is decided, as things stand now. */
export const hintsOn = async (
  on: Pick<Context, 'db' | 'roster' | 'today'>,
  proposal: Proposal,
): Promise<string[]> => (proposal.kind === 'leave_post' ? leavingWarning(on, proposal) : [])
