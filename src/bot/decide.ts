import { decodeAction } from '#cards/action.ts'
import { READ_BY_MODEL } from '#cards/visit.ts'
import { awaitingFrom } from '#db/dialogues.ts'
import type { Visit } from '#db/visits.ts'
import { answer } from '#handlers/answer.ts'
import type { Context } from '#handlers/context.ts'
import { intents, taps } from '#handlers/list.ts'
import { onMedia } from '#handlers/people/media.ts'
import { onUnsupported } from '#handlers/people/unsupported.ts'
import { askRecall } from '#handlers/people/recall.ts'
import { sayForWhom } from '#handlers/people/stand-in.ts'
import { turnAway } from '#handlers/people/turn-away.ts'
import { welcome, welcomeFirst } from '#handlers/people/welcome.ts'
import { both, plan, reply, type Plan } from '#handlers/plan.ts'
import { draftMeant } from '#handlers/visits/change.ts'
import { dayOf, hourOf, type Instant } from '#src/domain/day.ts'
import { UserError, unreachable } from '#src/domain/errors.ts'
import type { Incoming } from '#src/domain/incoming.ts'
import type { Person } from '#src/domain/person.ts'
import { doubtAbout } from '#src/language/doubts.ts'
import { hear } from '#src/language/hear.ts'
import { MOST_CHARACTERS, readOf } from '#src/language/length.ts'
import { maskPrivate } from '#src/language/privacy.ts'
import { speakerOf } from '#src/language/speaker.ts'
import type { Understanding } from '#src/language/understanding.ts'
import { understood } from '#src/language/understand.ts'
import type { Doubtful } from './ask-model.ts'
import type { TurnDeps } from './turn.ts'

/** What is done about a message, and its name for the log; `doubtful` where the rules are unsure what it means. */
export type Decided = { plan: Plan; did: string; doubtful?: Doubtful }

/** What a turn knows besides the message; `read` is what the model made of it, where it was asked and its answer fits. */
export type TurnFacts = { now: Instant; photos: readonly string[]; read: Understanding | null }

export async function decide(
  deps: TurnDeps,
  incoming: Incoming,
  me: Person | null,
  facts: TurnFacts,
): Promise<Decided> {
  if (!me) return { plan: await unknown(deps, incoming, facts.now), did: 'stranger' }
  const ctx = await contextOf(deps, incoming, me, facts)
  try {
    const decided = await dispatch(ctx, incoming, facts.read)
    const whole = isCut(incoming) ? both(reply(CUT), decided.plan) : decided.plan
    return { ...decided, plan: sayForWhom(me, whole) }
  } catch (error) {
    if (error instanceof UserError) return { plan: reply(error.message), did: 'user_error' }
    throw error
  }
}

const CUT = `消息太长，只读了前 ${MOST_CHARACTERS} 个字，后面的没有读。请分成几条再发。`
const isCut = (incoming: Incoming): boolean =>
  incoming.kind === 'text' && readOf(incoming.text) !== incoming.text

/** Nobody caused the platform's word that he came or went. */
const unknown = async (deps: TurnDeps, incoming: Incoming, now: Instant): Promise<Plan> =>
  incoming.kind === 'joined' || incoming.kind === 'left' ? plan({}) : turnAway(deps.store.db, incoming, now)

async function dispatch(ctx: Context, incoming: Incoming, read: Understanding | null): Promise<Decided> {
  switch (incoming.kind) {
    case 'text':
      return onText(ctx, ctx.said ?? '', read)
    case 'tap':
      return onTap(ctx, incoming.action, incoming.selected)
    case 'media':
      return { plan: await onMedia(ctx, incoming.what), did: incoming.what }
    case 'entered':
      return { plan: await welcome(ctx), did: 'entered' }
    case 'joined':
    case 'left':
      return { plan: plan({}), did: incoming.kind }
    case 'unsupported':
      return { plan: onUnsupported(incoming.what), did: 'unsupported' }
    default:
      return unreachable(incoming)
  }
}

async function onText(ctx: Context, said: string, read: Understanding | null): Promise<Decided> {
  const decided = await onWords(ctx, said, read)
  return ctx.inGroup && said !== ctx.words ? { ...decided, plan: askRecall(ctx, decided.plan) } : decided
}

async function onWords(ctx: Context, words: string, read: Understanding | null): Promise<Decided> {
  const heard = hear(words, ctx.registry, ctx.listening)
  const meant = understood(heard, ctx.registry, ctx.listening)
  const answered = await answer(ctx, meant)
  if (answered) return { plan: answered, did: `answer:${ctx.awaiting?.kind ?? 'draft'}` }
  const doubt = doubtAbout(heard, meant, ctx.listening.speaker, ctx.registry)
  if (doubt && read)
    return { plan: await welcomeFirst(ctx, await byModel(ctx, read), false), did: `model:${read.intent}` }
  const isGreeting = meant.intent === 'help' || meant.intent === 'greeting'
  const plan = await welcomeFirst(ctx, await onIntent(ctx, meant), isGreeting)
  return { plan, did: meant.intent, ...(doubt ? { doubtful: { ctx, doubt, heard, meant } } : {}) }
}

/** What it leads to says where the reading comes from: a card by itself, words by a line more. */
async function byModel(ctx: Context, read: Understanding): Promise<Plan> {
  const plan = await onIntent({ ...ctx, byModel: true }, read)
  return plan.reply === null ? plan : { ...plan, reply: `${plan.reply}\n${READ_BY_MODEL}` }
}

/** The table is typed by intent, each handler taking its own slots. */
const onIntent = <K extends Understanding['intent']>(
  ctx: Context,
  heard: Extract<Understanding, { intent: K }>,
) => (intents[heard.intent as K] as (ctx: Context, heard: unknown) => Plan | Promise<Plan>)(ctx, heard)

async function onTap(ctx: Context, key: string, ticked: readonly string[]): Promise<Decided> {
  const action = decodeAction(key)
  if (!action) return { plan: reply('这个按钮已经失效，请直接说要办什么。'), did: 'unknown_tap' }
  return { plan: await taps[action.act](ctx, action, ticked), did: action.act }
}

async function contextOf(
  deps: TurnDeps,
  incoming: Incoming,
  me: Person,
  { now, photos }: TurnFacts,
): Promise<Context> {
  const { roster, registry, workingDays, lexicon } = await deps.known()
  const today = dayOf(now)
  const words = incoming.kind === 'text' ? readOf(incoming.text) : null
  const ctx: Context = {
    db: deps.store.db,
    now,
    today,
    me,
    registry,
    roster,
    workingDays,
    listening: {
      today,
      hour: hourOf(now),
      speaker: speakerOf(me),
      workingDays,
      teaching: roster.teaching(me.county),
      draftOpen: false,
      lexicon,
    },
    ids: deps.ids,
    channel: incoming.chat === undefined ? incoming.channel : `${incoming.channel}:${incoming.chat}`,
    inGroup: incoming.chat !== undefined,
    ...(incoming.chat === undefined ? {} : { chat: incoming.chat }),
    words,
    said: words === null ? null : maskPrivate(words),
    awaiting: null,
    photos,
    byModel: false,
  }
  if (incoming.kind !== 'text') return ctx
  const awaiting = await awaitingFrom(deps.store.db, me.userid, now)
  // A bare 前天 answers the question what to put right, as it changes a draft.
  const asked = awaiting?.kind === 'amend' && awaiting.after === null
  const draft = await draftMeant({ ...ctx, awaiting })
  const listening = {
    ...ctx.listening,
    draftOpen: asked || draft !== undefined,
    asked: awaiting !== null,
    bareDay: bareDayOf(draft),
  }
  return { ...ctx, awaiting, listening }
}

/** 改成周五: the day of the visit while that is asked; after it the date until which. */
const bareDayOf = (draft: Visit | undefined): 'date' | 'due' =>
  draft && !draft.dayDefault && draft.findings.some(({ due }) => due !== null) ? 'due' : 'date'
