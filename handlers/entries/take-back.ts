import type { Action } from '#cards/action.ts'
import { entriesBy, entryOf, type Entry } from '#db/entries.ts'
import { change } from '#db/history.ts'
import { entries, type Wrote } from '#db/schema/entries.ts'
import { DAY_MS, plusMs } from '#src/domain/day.ts'
import { act, type Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { both, plan, reply, type Plan } from '../plan.ts'
import { draftMeant } from '../visits/change.ts'
import { show } from './draft.ts'
import { entrySubject, heardIn } from './entering.ts'
import { enteringOf } from './kinds.ts'
import { undo } from './undo.ts'

/** 撤回重填: what was filed counts for nothing, and is its author's draft again; what was verified or decided since stays. */
export async function takeBackEntry(ctx: Context, action: Action): Promise<Plan> {
  const entry = await entryOf(ctx.db, action.id)
  if (!entry || entry.author !== ctx.me.userid) return reply('这不是您的记录，未作处理。')
  if (entry.state !== 'filed' || entry.seq !== action.seq)
    return handled(ctx, entrySubject(entry.id), entry.id, action.seq)
  return takeBack(ctx, entry, {})
}

async function takeBack(ctx: Context, entry: Entry, changes: Record<string, unknown>): Promise<Plan> {
  const entering = enteringOf(entry.kind)
  const role = entering.role(ctx, entry.said)
  if (!role) return refused(entering.notYours)
  const undone = await undo(ctx, wroteBy(entry), role)
  if (typeof undone === 'string') return reply(undone)
  const said = entering.merge?.(entry.said, changes) ?? { ...entry.said, ...changes }
  const after = { state: 'draft' as const, said, wrote: [] }
  const writes = change(entries, entry, after, act(ctx, 'entry.take_back', role))
  const draft = { ...entry, ...after, seq: entry.seq + 1 }
  const again = await show(ctx, draft, writes, '已撤回。改好后再点「确认」，不要了就点「不记」。')
  const told = (await entering.takenBack?.(ctx, entry)) ?? {}
  return both(both(undone, again), plan(told))
}

/** Training that was filed before this was kept has its own record alone. */
const wroteBy = ({ kind, wrote, record }: Entry): Wrote[] =>
  wrote.length === 0 && kind === 'training' && record ? [{ id: record, seq: 1 }] : wrote

/** For how long 「学时写错了，是16学时」 is about what he entered last. */
const MENDED_WITHIN_DAYS = 30

/**
 * 「培训登记撤回」「会议日期写错了，是11月13日」「撤回刚才的登记」: his newest of the kind that the words name, of any kind where
 * they name none; null where he has none, or the words are about other things.
 */
export async function mendEntryByWords(ctx: Context): Promise<Plan | null> {
  const words = ctx.said ?? ''
  if (await draftMeant(ctx)) return null
  const mine = await entriesBy(ctx.db, ctx.me.userid, plusMs(ctx.now, -MENDED_WITHIN_DAYS * DAY_MS))
  const filed = mine.filter(({ state, kind }) => state === 'filed' && enteringOf(kind).called)
  const named = filed.find(({ kind }) => enteringOf(kind).called?.test(words))
  const last = named ?? (/登记|重填/.test(words) && namesNone(filed, words) ? filed[0] : undefined)
  return last ? takeBack(ctx, last, saidAnew(ctx, last, words)) : null
}

const namesNone = (filed: readonly Entry[], words: string): boolean =>
  filed.length > 0 && !OF_OTHERS.test(words)

/** A record of a visit, a notice, a problem. */
const OF_OTHERS = /督导记录|整改|通知|问题|Z-\d/

/** What stands after 错了 or 改成; of a number alone the whole words say what it counts. */
function saidAnew(ctx: Context, { kind }: Entry, words: string): Record<string, unknown> {
  const anew = /(?:错了?|不对)[，,:：。\s]*(?:应该?|改|是|为)|改[成为到]|应该?[是为到]/.exec(words)
  if (!anew) return {}
  const { hears } = enteringOf(kind)
  const fragment = hears(ctx, heardIn(ctx, words.slice(anew.index + anew[0].length)))
  return Object.keys(fragment).length > 0 ? fragment : hears(ctx, heardIn(ctx))
}

/** Whether somebody takes back what he has entered, where the words look like an entry of their own: 约谈登记撤回. */
export const takesBack = (ctx: Context): boolean => /撤回|重填|(?:登记|填|写)错/.test(ctx.said ?? '')
