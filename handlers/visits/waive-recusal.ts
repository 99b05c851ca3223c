import type { Action } from '#cards/action.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { personOf } from '#db/people.ts'
import { visits } from '#db/schema/loop.ts'
import { visitOf } from '#db/visits.ts'
import { dayText } from '#src/domain/day.ts'
import { act, type Context } from '../context.ts'
import { both, plan, reply, type Plan } from '../plan.ts'
import type { CarryOut } from '../proposals/decide.ts'
import { propose } from '../proposals/propose.ts'
import { onDraft } from './change.ts'
import { halfDay, mustRecuse, visitorRole, visitSubject } from './draft.ts'
import { draftCard } from './draft-card.ts'

/** 报督导办: an inspector who serves at the school may visit it with the county office's leave and his reason (C10.6). */
export const askWaiver = (ctx: Context, action: Action): Promise<Plan> =>
  onDraft(ctx, action, (draft) => {
    if (!draft.school || !mustRecuse(ctx, draft.school)) return reply('这所学校您不用回避，请点「确认」。')
    return plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'recusal', visit: draft.id }, ctx.now)],
      reply: '请说明为什么需要您去，例如：该校责任督学请假，临时安排我去。',
    })
  })

/** His reason: the office decides, and until then nothing is recorded. */
export async function proposeWaiver(ctx: Context, id: string, reason: string): Promise<Plan | null> {
  const draft = await visitOf(ctx.db, id)
  if (!draft || draft.state !== 'draft' || !draft.school || reason === '') return null
  const school = ctx.roster.school(draft.school)
  const when = `${dayText(draft.onDay ?? ctx.today, ctx.today)}${halfDay(draft)}`
  const proposed = {
    kind: 'waive_recusal',
    subject: visitSubject(draft.id),
    school: school.code,
    county: school.county,
    what: `${ctx.me.name}在${school.name}任职，申请免予回避，记录${when}对该校的督导。`,
    reason,
    detail: { visit: draft.id },
  } as const
  const asked = await propose(ctx, proposed, visitorRole(ctx.me))
  return both(plan({ writes: [awaitFrom(ctx.me.userid, null, ctx.now)] }), asked)
}

/** 同意: the draft may be confirmed, and the record keeps why. */
export const waiveRecusal: CarryOut = async (ctx, proposal, role) => {
  const draft = await visitOf(ctx.db, String(proposal.detail['visit']))
  const author = draft && (await personOf(ctx.db, draft.inspector, ctx.today))
  if (!draft || !author || draft.state !== 'draft' || draft.school !== proposal.school)
    return reply('这条记录已经取消或改了学校，不用再批。')
  const after = { recusalWaived: proposal.reason }
  const waived = { ...draft, ...after, seq: draft.seq + 1 }
  return plan({
    writes: change(visits, draft, after, act(ctx, 'visit.waive_recusal', role)),
    send: [await draftCard({ ...ctx, me: author }, waived)],
    settle: [{ subject: visitSubject(draft.id), outcome: '督导办已同意' }],
  })
}
