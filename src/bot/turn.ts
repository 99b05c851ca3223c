import { answerTo } from '#db/inbox.ts'
import { personOf } from '#db/people.ts'
import { inbox, photos } from '#db/schema/machine.ts'
import { insert, takenKey, type Store, type Write } from '#db/store.ts'
import { text } from '#handlers/plan.ts'
import { dayOf, type Instant } from '#src/domain/day.ts'
import type { Incoming } from '#src/domain/incoming.ts'
import type { Clock, Ids, Model } from '#src/domain/ports.ts'
import type { Understanding } from '#src/language/understanding.ts'
import type { Watch } from '#src/watch/watch.ts'
import { askModel, type Doubtful } from './ask-model.ts'
import { decide } from './decide.ts'
import { LATE_CARD, replySubject, queued, queuedPost, type Pressed } from './queue.ts'
import { placeReply } from './reply.ts'
import type { Known } from './roster.ts'

export type TurnDeps = {
  store: Store
  /** Business time. */
  clock: Clock
  /** Machine time, for measuring. */
  machine: Clock
  ids: Ids
  known(): Promise<Known>
  watch: Watch
  /** Asked where the rules are unsure; most deployments have none. */
  model?: Model
  /** Whether the platform takes this text as the direct answer to that message. */
  fitsInline(incoming: Incoming, text: string): boolean
  /** Called after every commit that left something to do: messages to send, pictures to fetch. */
  wake(): void
}

/** The inline answer to a callback, and when it was given: a repeat gets the same one. */
export type Answer = { text: string | null; at: Instant }

/** Twice outrun is chance; a writer that is outrun this often stands in a queue of its own making. */
const TRIES = 12

/**
 * One turn: seen before? who is it? what is meant? → handler → one commit → answer. Everything that the message
 * causes stands in that commit together with its key, so a repeat or a crash neither loses nor doubles it.
 */
export async function takeTurn(deps: TurnDeps, incoming: Incoming): Promise<Answer> {
  const turn = deps.ids.fresh()
  const begun = deps.machine.now()
  const planned = await commitOne(deps, incoming, turn)
  deps.watch.log('info', 'turn', { turn, kind: incoming.kind, channel: incoming.channel, did: planned.did })
  deps.watch.turn(incoming.kind, (deps.machine.now() - begun) / 1000)
  return planned.answer
}

async function commitOne(deps: TurnDeps, incoming: Incoming, turn: string): Promise<Omit<Turn, 'writes'>> {
  let read: Understanding | null | undefined
  for (let tries = 1; ; tries++) {
    const before = await answerTo(deps.store.db, incoming.key)
    if (before) return { answer: { text: before.answer, at: before.at }, did: 'repeat' }
    const planned = await planTurn(deps, incoming, turn, read ?? null)
    if (planned.doubtful && deps.model && read === undefined) {
      read = await askModel(deps, deps.model, planned.doubtful, turn)
      // Seconds have passed, in which the person may have gone on: look again, with the answer or without.
      continue
    }
    try {
      await deps.store.commit(planned.writes)
      deps.wake()
      return planned
    } catch (error) {
      // Somebody else was faster: with this very callback, the same record, or the number. Look again.
      if (takenKey(error) === null || tries >= TRIES) throw error
      deps.watch.count('turns_outrun')
    }
  }
}

type Turn = { writes: Write[]; answer: Answer; did: string; doubtful?: Doubtful }

/** `read`: what the model made of the message, where it was asked and its answer fits. */
async function planTurn(
  deps: TurnDeps,
  incoming: Incoming,
  turn: string,
  read: Understanding | null,
): Promise<Turn> {
  const { db } = deps.store
  const now = deps.clock.now()
  const me = await personOf(db, incoming.from, dayOf(now))
  // A stranger's pictures are not fetched: nothing of his is stored but that he wrote.
  const pictures = me ? newPhotos(deps, incoming, now) : []
  const facts = { now, photos: pictures.map((each) => each.id), read }
  const { plan, did, doubtful } = await decide(deps, incoming, me, facts)
  const { inline, later } = await placeReply(deps, incoming, plan)
  // Machine time: the answer is signed with it, and a rehearsal must not move what the platform checks.
  const at = deps.machine.now()
  const queue = { db, ids: deps.ids, now, machineNow: at, by: incoming.from }
  const entry = {
    key: incoming.key,
    at,
    channel: incoming.channel,
    sender: incoming.from,
    kind: incoming.kind,
    words: me ? wordsOf(incoming) : null,
    answer: inline,
    turn,
  }
  const writes = [
    insert(inbox, entry),
    ...pictures.map((each) => insert(photos, each)),
    ...plan.writes,
    ...(later ? [await queuedPost(queue, text(incoming.from, replySubject(incoming.from), later))] : []),
    ...(await queued(queue, plan, pressedBy(incoming))),
  ]
  return { writes, answer: { text: inline, at }, did, ...(doubtful ? { doubtful } : {}) }
}

/** What is kept of a message as it came; of what we do not handle, the whole. */
function wordsOf(incoming: Incoming): string | null {
  if (incoming.kind === 'text') return incoming.text
  return incoming.kind === 'unsupported' ? incoming.raw : null
}

function pressedBy(incoming: Incoming): Pressed | null {
  if (incoming.kind !== 'tap') return null
  const { taskId, responseCode } = incoming
  return { token: taskId.endsWith(LATE_CARD) ? taskId.slice(0, -LATE_CARD.length) : taskId, responseCode }
}

function newPhotos(deps: TurnDeps, incoming: Incoming, now: Instant) {
  const refs =
    incoming.kind === 'text' || (incoming.kind === 'media' && incoming.what === 'image') ? incoming.media : []
  return refs.map((ref) => ({
    id: deps.ids.fresh(),
    at: now,
    sender: incoming.from,
    ref,
    state: 'waiting' as const,
    attempts: 0,
    nextAt: 0 as Instant,
  }))
}
