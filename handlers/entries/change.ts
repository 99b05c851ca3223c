import type { Action } from '#cards/action.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { entryOf, type Entry } from '#db/entries.ts'
import { change } from '#db/history.ts'
import { entries } from '#db/schema/entries.ts'
import { NUMERAL } from '#src/language/numerals.ts'
import { asks } from '#src/language/questions/asking.ts'
import type { Understanding } from '#src/language/understanding.ts'
import type { Role } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'
import { handled } from '../handled.ts'
import { plan, reply, type Plan } from '../plan.ts'
import { save, show } from './draft.ts'
import { entrySubject, heardIn, type Question } from './entering.ts'
import { enteringOf } from './kinds.ts'

/** Runs only for the author's draft, at the seq that his card showed. */
export async function onEntry(
  ctx: Context,
  action: Action,
  then: (entry: Entry, role: Role) => Plan | Promise<Plan>,
): Promise<Plan> {
  const entry = await entryOf(ctx.db, action.id)
  const role = entry && entry.author === ctx.me.userid && enteringOf(entry.kind).role(ctx, entry.said)
  if (!entry || !role) return reply('这不是您的记录，未作处理。')
  if (entry.state !== 'draft' || entry.seq !== action.seq)
    return handled(ctx, entrySubject(entry.id), entry.id, action.seq)
  return then(entry, role)
}

/** 修改: the next words say what. */
export const askEntryChange = (ctx: Context, action: Action): Promise<Plan> =>
  onEntry(ctx, action, (entry) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'entry', entry: entry.id }, ctx.now)],
      reply: '请直接说要改成什么，改好后会再发一张卡片。',
    }),
  )

/** 不记: the draft is gone; its history stays. */
export const dropEntry = (ctx: Context, action: Action): Promise<Plan> => onEntry(ctx, action, drop(ctx))

export const drop =
  (ctx: Context) =>
  (entry: Entry, role: Role): Plan =>
    plan({
      writes: [
        ...change(entries, entry, { state: 'dropped' }, act(ctx, 'entry.drop', role)),
        awaitFrom(ctx.me.userid, null, ctx.now),
      ],
      reply: '好的，没有记。',
      settle: [{ subject: entrySubject(entry.id), outcome: '已取消' }],
    })

/** A button of the card's question. */
export const pickForEntry = (ctx: Context, action: Action): Promise<Plan> =>
  onEntry(ctx, action, async (entry) => {
    const question = await enteringOf(entry.kind).question(ctx, entry.said)
    const chosen = question?.choices?.find(({ value }) => value === action.arg)
    return question && chosen
      ? save(ctx, entry, { [question.slot]: chosen.value })
      : handled(ctx, entrySubject(entry.id), entry.id, entry.seq)
  })

/** The boxes of the card's question; none ticked answers nothing. */
export const tickForEntry = (ctx: Context, action: Action, ticked: readonly string[]): Promise<Plan> =>
  onEntry(ctx, action, async (entry) => {
    const question = await enteringOf(entry.kind).question(ctx, entry.said)
    const chosen = (question?.ticks ?? []).map(({ value }) => value).filter((each) => ticked.includes(each))
    if (!question?.ticks) return handled(ctx, entrySubject(entry.id), entry.id, entry.seq)
    return chosen.length > 0
      ? save(ctx, entry, { [question.slot]: chosen })
      : show(ctx, entry, [], '一处也没有勾，什么都没有记；不登记了请说「不记了」。')
  })

/** Longer words tell of something else. */
const MOST_FOR_AN_ANSWER = 120

const NUMBER_ALONE = new RegExp(`^(?:${NUMERAL}|\\d{1,3}\\.\\d)$`)

/** What is said while the card waits: an answer to its question, or a change of what it shows; null where it is neither. */
export async function answerEntry(ctx: Context, id: string, meant: Understanding): Promise<Plan | null> {
  const entry = await entryOf(ctx.db, id)
  const words = (ctx.said ?? '').trim()
  if (entry?.state !== 'draft' || isOfItsOwn(meant) || asks(words)) return null
  if (meant.intent === 'set_reminder' && entry.kind !== 'wish') return null
  if (words.length > MOST_FOR_AN_ANSWER) return null
  const { hears, question } = enteringOf(entry.kind)
  const asked = await question(ctx, entry.said)
  const counted = asked?.unit && NUMBER_ALONE.test(words) ? words + asked.unit : words
  const heard: Record<string, unknown> = { ...hears(ctx, heardIn(ctx, counted)) }
  const said = asked && !(asked.slot in heard) ? { ...heard, ...answerTo(asked, words, heard) } : heard
  return Object.keys(said).length > 0 ? save(ctx, entry, said) : null
}

/** One of the choices by its name, or the words themselves where they may be anything. */
function answerTo({ slot, choices = [], open }: Question, words: string, heard: object): object {
  const chosen =
    choices.find(({ label }) => words.includes(label)) ?? choices.find((each) => each.words?.test(words))
  if (chosen) return { [slot]: chosen.value }
  return open && Object.keys(heard).length === 0 ? { [slot]: words.replace(/[。!！]$/, '') } : {}
}

/** Questions, other entries and visits are understood as themselves. */
function isOfItsOwn(meant: Understanding): boolean {
  if (meant.intent === 'log_visit')
    return meant.visits.some((each) => each.findings.length > 0 && each.school)
  return /^(?:query_|help|greeting|acknowledge|enter$|report_urgent|submit_|resume_|put_off_)/.test(
    meant.intent,
  )
}
