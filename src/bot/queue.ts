import { createHash } from 'node:crypto'
import type { Plan, Post } from '#handlers/plan.ts'
import { openCards, wasSaid } from '#db/outbox.ts'
import { outbox, type Message } from '#db/schema/machine.ts'
import { insert, update, type Db, type Write } from '#db/store.ts'
import { secondText, plusMs, type Instant } from '#src/domain/day.ts'
import type { Ids } from '#src/domain/ports.ts'
import type { UserId } from '#src/domain/words.ts'

/** WeCom shows one of two equal messages within this span (our own setting of its duplicate check). */
export const DUPLICATE_SPAN_MS = 4 * 3_600_000
/** After a month a message has lost its meaning: the paper it speaks of is found by asking. */
const MEANING_MS = 30 * 86_400_000

export type QueueDeps = {
  db: Db
  ids: Ids
  /** Business time: what the message is dated. */
  now: Instant
  /** Machine time: what the platform counts its duplicates by. */
  machineNow: Instant
  /** Whose turn it is; nobody's where the machine itself speaks. */
  by?: UserId
}

/** What answers a person and could not go inline. */
export const replySubject = (userid: UserId): string => `reply:${userid}`

/** Ends the task id of a card that was rendered anew because it came late. */
export const LATE_CARD = '-late'

/** A press that came with a fresh code for the very card that was pressed. */
export type Pressed = { token: string; responseCode: string | undefined }

type Head = Pick<Post, 'to' | 'subject' | 'urgent' | 'until' | 'notBefore'>

/** What is not to be shown before a moment is dated by it, and waits as long on the machine's clock. */
const row = (
  { ids, now, machineNow, by }: QueueDeps,
  { to, subject, urgent, until, notBefore }: Head,
  message: Message,
) => ({
  token: ids.fresh(),
  createdAt: notBefore ?? now,
  recipient: to,
  sender: by ?? null,
  subject,
  lane: urgent ? 0 : 1,
  kind: message.kind,
  message,
  state: 'waiting' as const,
  attempts: 0,
  nextAt: notBefore === undefined ? (0 as Instant) : plusMs(machineNow, notBefore - now),
  leaseUntil: 0 as Instant,
  expiresAt: until ?? plusMs(now, MEANING_MS),
  settled: false,
  late: false,
})

/** The outbox rows of a plan: what it tells, and the cards that it settles. */
export async function queued(deps: QueueDeps, plan: Plan, pressed: Pressed | null): Promise<Write[]> {
  const settling: Write[] = []
  for (const each of plan.settle) settling.push(...(await settle(deps, each, pressed)))
  // Settling first: a card of the same subject that this plan sends is not one of those it settles.
  return [...settling, ...(await Promise.all(plan.send.map((post) => queuedPost(deps, post))))]
}

/** One message as its row. */
export async function queuedPost(deps: QueueDeps, { message, ...head }: Post): Promise<Write> {
  if (message.kind !== 'text') return insert(outbox, row(deps, head, message))
  const { text, digest } = await unsaid(deps, head.to, message.text)
  return insert(outbox, { ...row(deps, head, { kind: 'text', text }), digest })
}

/** Words that were said before carry their second, and within one second a count, lest the platform swallow them. */
async function unsaid(deps: QueueDeps, to: UserId, words: string): Promise<{ text: string; digest: string }> {
  const since = plusMs(deps.machineNow, -DUPLICATE_SPAN_MS)
  const second = secondText(deps.now)
  for (let nth = 0; ; nth++) {
    const text = nth === 0 ? words : nth === 1 ? `${words}（${second}）` : `${words}（${second} ${nth}）`
    const digest = createHash('sha256').update(text).digest('base64url').slice(0, 16)
    if (!(await wasSaid(deps.db, to, digest, since))) return { text, digest }
  }
}

async function settle(
  deps: QueueDeps,
  { subject, outcome }: Plan['settle'][number],
  pressed: Pressed | null,
): Promise<Write[]> {
  const open = await openCards(deps.db, subject)
  return open.flatMap((card) => {
    const code = card.token === pressed?.token ? pressed.responseCode : undefined
    const message: Message = { kind: 'settle', card: card.token, outcome, ...(code ? { pressed: code } : {}) }
    return [
      update(outbox, { settled: true }, { token: card.token }),
      insert(outbox, row(deps, { to: card.recipient, subject }, message)),
    ]
  })
}
