import { entryCard } from '#cards/entry.ts'
import { awaitFrom } from '#db/dialogues.ts'
import type { Entry } from '#db/entries.ts'
import { change, create } from '#db/history.ts'
import { entries } from '#db/schema/entries.ts'
import { photos } from '#db/schema/machine.ts'
import { update, type Write } from '#db/store.ts'
import { DAY_MS } from '#src/domain/day.ts'
import type { EntryKind } from '#src/domain/entry.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { card, plan, type Plan } from '../plan.ts'
import { entrySubject, heardIn } from './entering.ts'
import { enteringOf } from './kinds.ts'

/** A draft waits three days for its 确认, as that of a visit. */
export const ENTRY_LIFE_MS = 3 * DAY_MS

/** Takes what was said as a draft and shows it: nothing is filed before its 确认. */
export const enter = (ctx: Context, kind: EntryKind): Promise<Plan> =>
  begin(ctx, kind, enteringOf(kind).hears(ctx, heardIn(ctx)))

/** A draft of what is known so far, where a button or a picture begins it; pictures that came along are its own. */
export async function begin(ctx: Context, kind: EntryKind, said: Record<string, unknown>): Promise<Plan> {
  const entering = enteringOf(kind)
  const role = entering.role(ctx, said)
  if (!role) return refused(entering.notYours)
  const entry: Entry = {
    id: ctx.ids.fresh(),
    seq: 1,
    state: 'draft',
    since: ctx.now,
    kind,
    author: ctx.me.userid,
    county: entering.county(ctx, said),
    said,
    record: null,
    wrote: [],
  }
  const subject = entrySubject(entry.id)
  return show(ctx, await judged(ctx, entry), [
    ...create(entries, entry, act(ctx, 'entry.draft', role)),
    ...ctx.photos.map((id) => update(photos, { subject }, { id })),
  ])
}

/** Changes what was said, and shows the draft again. */
export async function save(ctx: Context, entry: Entry, more: Record<string, unknown>): Promise<Plan> {
  const entering = enteringOf(entry.kind)
  const said = entering.merge?.(entry.said, more) ?? { ...entry.said, ...more }
  const role = entering.role(ctx, said)
  if (!role) return refused(entering.notYours)
  const after = { said, county: entering.county(ctx, said) }
  const writes = change(entries, entry, after, act(ctx, 'entry.correct', role))
  return show(ctx, await judged(ctx, { ...entry, ...after, seq: entry.seq + 1 }), writes)
}

type Judged = Entry & { refusal?: string | null }

/** With why it can not be filed as it stands: not asked of one that is taken back, which is still on file. */
async function judged(ctx: Context, entry: Entry): Promise<Judged> {
  const { question, refusal } = enteringOf(entry.kind)
  const asks = await question(ctx, entry.said)
  return { ...entry, refusal: asks ? null : await refusal(ctx, entry.said) }
}

/** The draft's card, with the one question that it asks; the next words may answer it. */
export async function show(ctx: Context, entry: Judged, writes: Write[], why?: string): Promise<Plan> {
  const subject = entrySubject(entry.id)
  return plan({
    writes: [...writes, awaitFrom(ctx.me.userid, { kind: 'entry', entry: entry.id }, ctx.now)],
    reply: why ?? null,
    send: [card(entry.author, subject, entryCard(await shown(ctx, entry)))],
    settle: [{ subject, outcome: '已更新' }],
  })
}

/** An entry as its card shows it. */
export async function shown(ctx: Context, entry: Judged) {
  const { title, shows, question } = enteringOf(entry.kind)
  const { fields, hints } = await shows(ctx, entry.said)
  const asks = await question(ctx, entry.said)
  const asked = asks && { ask: asks.ask, choices: asks.choices ?? [], ticks: asks.ticks ?? [] }
  const { id, seq, refusal = null } = entry
  return { id, seq, title, fields, hints, question: asked, refusal }
}
