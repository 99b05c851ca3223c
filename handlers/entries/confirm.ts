import type { Action } from '#cards/action.ts'
import { filedCard } from '#cards/entry.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { entryOf, type Entry } from '#db/entries.ts'
import { change } from '#db/history.ts'
import { entries } from '#db/schema/entries.ts'
import type { Role } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'
import { both, card, plan, reply, type Plan, type Post } from '../plan.ts'
import { openDrafts } from '../visits/change.ts'
import { drop, onEntry } from './change.ts'
import { show } from './draft.ts'
import { entrySubject } from './entering.ts'
import { enteringOf } from './kinds.ts'
import { wroteIn } from './undo.ts'

/** 确认: the record is filed, and who has to do with it is told. */
export const confirmEntry = (ctx: Context, action: Action): Promise<Plan> =>
  onEntry(ctx, action, (entry, role) => confirm(ctx, entry, role))

async function confirm(ctx: Context, entry: Entry, role: Role): Promise<Plan> {
  const entering = enteringOf(entry.kind)
  if (await entering.question(ctx, entry.said)) return show(ctx, entry, [], '还差一点没说，请看卡片。')
  const refusal = await entering.refusal(ctx, entry.said)
  if (refusal) return reply(refusal)
  const filing = await entering.files(ctx, entry, entry.said, role)
  const wrote = wroteIn(filing.plan.writes)
  const after = { state: 'filed' as const, record: filing.record, wrote }
  const filed = plan({
    writes: [
      ...change(entries, entry, after, act(ctx, 'entry.file', role)),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    send: wrote.length > 0 ? [await receipt(ctx, { ...entry, ...after, seq: entry.seq + 1 })] : [],
    settle: [{ subject: entrySubject(entry.id), outcome: '已确认' }],
  })
  return both(filed, filing.plan)
}

/** What is on file now, with 撤回重填. */
async function receipt(ctx: Context, entry: Entry): Promise<Post> {
  const { title, shows, receipt: own } = enteringOf(entry.kind)
  const { fields } = await shows(ctx, entry.said)
  const shown = {
    ...{ id: entry.id, seq: entry.seq, fields },
    title: own?.title ?? `${title}（${entry.record === null ? '已报督导办' : '已登记'}）`,
    hints: [own?.hint ?? '填错了可以撤回重填'],
  }
  return card(ctx.me.userid, entrySubject(entry.id), filedCard(shown))
}

/** 「对」「确认」 while the card of an entry is the only one before his eyes; null where none is. */
export async function confirmEntryByWords(ctx: Context): Promise<Plan | null> {
  const mine = await entryAtHand(ctx)
  if (!mine) return null
  if ((await openDrafts(ctx)).length > 0) return reply('您有几张待确认的卡片，请在卡片上分别点「确认」。')
  return confirm(ctx, mine.entry, mine.role)
}

/** 「算了」「不记了」 to the card that waits; null where none does. */
export async function dropEntryByWords(ctx: Context): Promise<Plan | null> {
  const mine = await entryAtHand(ctx)
  return mine && drop(ctx)(mine.entry, mine.role)
}

async function entryAtHand(ctx: Context): Promise<{ entry: Entry; role: Role } | null> {
  const entry = ctx.awaiting?.kind === 'entry' ? await entryOf(ctx.db, ctx.awaiting.entry) : null
  const role = entry?.state === 'draft' && enteringOf(entry.kind).role(ctx, entry.said)
  return entry && role ? { entry, role } : null
}
