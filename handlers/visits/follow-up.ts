import type { Action } from '#cards/action.ts'
import { followupCard, TICKED_AT_MOST } from '#cards/followup.ts'
import type { OpenShown } from '#cards/open-items.ts'
import { change } from '#db/history.ts'
import { visits } from '#db/schema/loop.ts'
import type { Visit } from '#db/visits.ts'
import type { Followup } from '#src/domain/visit.ts'
import type { CaseId } from '#src/domain/words.ts'
import { likeness } from '#src/language/visits/alike.ts'
import type { SeenHeard, Understanding } from '#src/language/understanding.ts'
import { act, type Context } from '../context.ts'
import { card, plan, reply, type Plan } from '../plan.ts'
import { draftMeant, onDraft } from './change.ts'
import { visitorRole, visitSubject } from './draft.ts'
import { draftCard, openItems } from './draft-card.ts'

/** 回看: what was open at the school, to be ticked where it is better (policy.md 5.1: followups). */
export const askFollowups = (ctx: Context, action: Action): Promise<Plan> =>
  onDraft(ctx, action, async (draft) => {
    const open = await openItems(ctx, draft)
    if (!draft.school || open.length === 0) return reply('该校没有在办的问题。')
    const { id, seq } = draft
    const shown = followupCard({ id, seq, school: ctx.roster.school(draft.school).name, open })
    const more = open.length - TICKED_AT_MOST
    return plan({
      reply:
        more > 0
          ? `卡片上列了 ${TICKED_AT_MOST} 项，其余 ${more} 项请直接说，例如：${open.at(-1)?.no} 没变化。`
          : null,
      send: [card(ctx.me.userid, visitSubject(id), shown)],
    })
  })

export const recordFollowups = (ctx: Context, action: Action, ticked: readonly string[]): Promise<Plan> =>
  onDraft(ctx, action, async (draft) => {
    const listed = (await openItems(ctx, draft)).slice(0, TICKED_AT_MOST)
    const seen = listed.map(({ no }): Followup => ({
      case: no as CaseId,
      verdict: ticked.includes(no) ? 'better' : 'same',
    }))
    return seen.length > 0 ? keep(ctx, draft, seen) : reply('该校没有在办的问题。')
  })

/** 「留样那个还没改」「Z-011 有好转」 while the card of a visit waits. */
export async function followUpByWords(
  ctx: Context,
  heard: Extract<Understanding, { intent: 'follow_up' }>,
): Promise<Plan> {
  const draft = await draftMeant(ctx)
  const seen = draft ? seenOf(await openItems(ctx, draft), heard.seen) : []
  if (!draft || seen.length === 0)
    return reply('该校在办的问题里没有找到您说的。是新问题请说：再加一条 门卫没登记。')
  return keep(ctx, draft, seen)
}

/**
 * A verdict's words about a school where a visit is just being recorded and no report waits: what he saw, not how a
 * reinspection ended. Null where they may be a verdict.
 */
export async function followUpInstead(
  ctx: Context,
  heard: Extract<Understanding, { intent: 'reinspect' }>,
): Promise<Plan | null> {
  const draft = await draftMeant(ctx)
  if (!draft?.school || (heard.school && !heard.school.candidates.includes(draft.school))) return null
  const said = heard.items.map(({ words, verdict }) => ({ words, number: null, verdict: SEEN[verdict] }))
  const whole = heard.verdict
    ? heard.numbers.map((number) => ({ words: '', number, verdict: SEEN[heard.verdict!] }))
    : []
  const open = await openItems(ctx, draft)
  const seen = seenOf(open, [...said, ...whole])
  const mayBeJudged = (each: Followup) =>
    open.some(({ no, state }) => no === each.case && state === 'report_submitted')
  return seen.length === 0 || seen.some(mayBeJudged) ? null : keep(ctx, draft, seen)
}

const SEEN = { pass: 'better', fail: 'same' } as const

/** The open item that each is said of: by its number, else the one that shares the most of the words. */
function seenOf(open: readonly OpenShown[], said: readonly SeenHeard[]): Followup[] {
  return said.flatMap(({ words, number, verdict }) => {
    const fits = (each: OpenShown) => (number === each.no ? Infinity : words ? likeness(each.text, words) : 0)
    const best = open.toSorted((a, b) => fits(b) - fits(a))[0]
    return best && fits(best) > 0 ? [{ case: best.no as CaseId, verdict }] : []
  })
}

async function keep(ctx: Context, draft: Visit, seen: readonly Followup[]): Promise<Plan> {
  const followups = mergeFollowups(draft.followups, seen)
  return plan({
    writes: change(visits, draft, { followups }, act(ctx, 'visit.follow_up', visitorRole(ctx.me))),
    send: [await draftCard(ctx, { ...draft, followups, seq: draft.seq + 1 })],
    settle: [{ subject: visitSubject(draft.id), outcome: '已更新' }],
  })
}

/** The later word on a case holds. */
export function mergeFollowups(old: readonly Followup[] | null, seen: readonly Followup[]): Followup[] {
  const all = new Map([...(old ?? []), ...seen].map((each) => [each.case, each.verdict]))
  return [...all].map(([id, verdict]) => ({ case: id, verdict }))
}
