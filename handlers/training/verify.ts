import type { Action } from '#cards/action.ts'
import { entryCard } from '#cards/entry.ts'
import { uncountedText } from '#cards/training.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { entryOf, entryOfRecord, type Entry } from '#db/entries.ts'
import { changeRecord, type Filed } from '#db/filing.ts'
import { change, create } from '#db/history.ts'
import { recordOf, unverifiedTraining, type TrainingRow } from '#db/on-file.ts'
import { entries } from '#db/schema/entries.ts'
import type { Write } from '#db/store.ts'
import type { TrainingSaid } from '#src/domain/entry.ts'
import type { Role } from '#src/domain/words.ts'
import { namedIn } from '#src/language/named.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import { act, type Context } from '../context.ts'
import { shown } from '../entries/draft.ts'
import { bySpeaker, entrySubject, heardIn } from '../entries/entering.ts'
import { handled, refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { both, card, plan, reply, text, type Plan } from '../plan.ts'
import { overlapping, verificationSubject, verifyPost } from './enter.ts'

/** 核验: seen against its certificate; its hours count from now on. */
export const verifyTraining = (ctx: Context, action: Action): Promise<Plan> =>
  onFiled(ctx, action, (on) => verify(ctx, on, {}))

/** 确认不重复: verified, and not the same event as what lies on the same days. */
export const verifyAsUnique = (ctx: Context, action: Action): Promise<Plan> =>
  onFiled(ctx, action, async (on) =>
    (await overlapping(ctx, on.entry.author, on.entry.said)).length > 0
      ? verify(ctx, on, { notDuplicate: true })
      : reply('没有日期重叠的培训，直接点「核验」就行。'),
  )

/** 退回: the reason is asked for; then it is its author's draft again. */
export const askTrainingReturn = (ctx: Context, action: Action): Promise<Plan> =>
  onFiled(ctx, action, ({ entry }) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'entry_return', entry: entry.id, seq: entry.seq }, ctx.now)],
      reply: '为什么退回？请直接说，例如：证书上是16学时。',
    }),
  )

/** The reason that was asked for. */
export async function returnTraining(
  ctx: Context,
  { entry: id, seq }: { entry: string; seq: number },
  reason: string,
): Promise<Plan | null> {
  if (!reason) return null
  return onFiled(ctx, { act: 'entry_return', id, seq }, async (on) => {
    const { entry } = on
    const { writes, draft } = redraft(ctx, on, 'entry.return')
    const why = `${ctx.me.name}退回了培训登记「${String(entry.said['title'])}」：${reason}。改好后请再点「确认」。`
    const again = entryCard(await shown({ ...ctx, me: { ...ctx.me, userid: entry.author } }, draft))
    return plan({
      writes: [...writes, awaitFrom(ctx.me.userid, null, ctx.now)],
      reply: '已退回，对方会收到原因。',
      send: [text(entry.author, entrySubject(id), why), card(entry.author, entrySubject(id), again)],
      settle: settleBoth(id, `${ctx.me.name}已退回`),
    })
  })
}

const settleBoth = (id: string, outcome: string) => [
  { subject: entrySubject(id), outcome },
  { subject: verificationSubject(id), outcome },
]

type On = { entry: Entry; record: Filed; role: Role }

/** The record counts for nothing until the draft is confirmed again. */
function redraft(ctx: Context, { entry, record, role }: On, kind: string): { writes: Write[]; draft: Entry } {
  const after = { state: 'draft' as const, wrote: [] }
  return {
    writes: [
      ...changeRecord('training', record, { withdrawn: true }, bySpeaker(ctx, role)),
      ...change(entries, entry, after, act(ctx, kind, role)),
    ],
    draft: { ...entry, ...after, seq: entry.seq + 1 },
  }
}

/** Runs for the office of the place, on what is filed and not verified, at the seq that the card showed; nobody verifies his own. */
async function onFiled(ctx: Context, action: Action, then: (on: On) => Plan | Promise<Plan>): Promise<Plan> {
  const entry = await entryOf(ctx.db, action.id)
  const role = entry?.kind === 'training' && roleForPlace(ctx.me, 'verify_training', entry.county)
  if (!entry || !role || entry.author === ctx.me.userid) return refused(NOT_YOURS)
  const record = entry.record && (await recordOf(ctx.db, 'training', entry.record))
  if (entry.state !== 'filed' || entry.seq !== action.seq || !record)
    return handled(ctx, verificationSubject(entry.id), entry.id, action.seq)
  return then({ entry, record, role })
}

function verify(ctx: Context, { entry, record, role }: On, more: { notDuplicate?: boolean }): Plan {
  const verified = { verified: true, verifiedOn: ctx.today, verifiedBy: ctx.me.userid, ...more }
  const said = entry.said as TrainingSaid
  const what = `「${said.title}」${said.hours}学时`
  const counts = uncountedText(said)
  return plan({
    writes: [
      ...changeRecord('training', record, verified, bySpeaker(ctx, role)),
      ...change(entries, entry, { state: 'verified' }, act(ctx, 'entry.verify', role)),
    ],
    reply: `已核验${what}${counts ? '' : '，计入集中培训'}。`,
    send: [
      text(
        entry.author,
        entrySubject(entry.id),
        `您登记的培训${what}已由${ctx.me.name}核验。${counts ? `${counts}。` : ''}`,
      ),
    ],
    settle: settleBoth(entry.id, `${ctx.me.name}已核验`),
  })
}

/** As many cards as are read at one time. */
const MOST_CARDS = 5

/** 李督学那24学时核过了: the cards of what may be meant; of two 李 each has his own. */
export async function verifyByWords(ctx: Context, hours: number | null): Promise<Plan> {
  const { county } = ctx.me
  if (!roleForPlace(ctx.me, 'verify_training', county)) return refused(NOT_YOURS)
  const waiting = (await unverifiedTraining(ctx.db)).filter(
    (each) => roleForPlace(ctx.me, 'verify_training', each.county) && each.row.userid !== ctx.me.userid,
  )
  const meant = waiting.filter(
    ({ row, name }) => (hours === null || row.hours === hours) && isNamed(ctx, row, name),
  )
  if (meant.length === 0) return reply(NONE_WAITING)
  let all = meant.length > 1 ? reply(`可能是这 ${meant.length} 条，请在对应的卡片上点：`) : plan({})
  for (const { row, county: of } of meant.slice(0, MOST_CARDS)) all = both(all, await ask(ctx, row, of))
  return all
}

const NONE_WAITING = '没有找到待核验的这项培训。可能还没有登记，或已经核验过了；请带上姓名和学时再说一次。'

/** By the whole name, or by the surname with a title; everybody where nobody is named. */
function isNamed(ctx: Context, row: TrainingRow, name: string): boolean {
  const { people } = namedIn(heardIn(ctx), ctx.registry, ctx.listening)
  const [who] = people
  if (!who) return true
  return who.userid ? who.userid === row.userid : name.startsWith(who.text.replace(/督学?$|老师$|同志$/, ''))
}

/** What came with a file has its entry from now on, for the card to name. */
async function ask(ctx: Context, row: TrainingRow, county: string | null): Promise<Plan> {
  const known = await entryOfRecord(ctx.db, row.id)
  const { title, form, organizerLevel, startOn, endOn, hours } = row
  const said = { title, form, organizerLevel, startOn, endOn, hours }
  const entry: Entry = known ?? {
    id: ctx.ids.fresh(),
    seq: 1,
    state: 'filed',
    since: ctx.now,
    kind: 'training',
    author: row.userid,
    county,
    said,
    record: row.id,
    wrote: [],
  }
  const role = ctx.me.roles[0] as Role
  return plan({
    writes: known ? [] : create(entries, entry, act(ctx, 'entry.take_up', role)),
    send: await verifyPost(ctx, entry, entry.said, ctx.me.userid),
  })
}
