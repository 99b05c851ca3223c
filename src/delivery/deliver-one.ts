import type { Outgoing } from '#cards/outgoing.ts'
import { reminderMessage, type ReminderLine } from '#cards/reminder.ts'
import { EXPIRED, messageOf, type OutboxRow } from '#db/outbox.ts'
import { addressOf, personOf } from '#db/people.ts'
import { outbox } from '#db/schema/machine.ts'
import { update, type Store } from '#db/store.ts'
import { isStillSo } from '#handlers/reminders/still.ts'
import { LATE_CARD, replySubject } from '#src/bot/queue.ts'
import { dayOf, plusMs, type Instant } from '#src/domain/day.ts'
import { rootCause } from '#src/domain/errors.ts'
import type { Picture } from '#src/domain/picture.ts'
import type { Table } from '#src/domain/table.ts'
import type { Channel, Clock, Ids, Sent } from '#src/domain/ports.ts'
import { placeOfGroup } from '#src/domain/words.ts'
import type { Watch } from '#src/watch/watch.ts'
import { nextTry } from './retry.ts'
import { tableFile } from './table-file.ts'
import { urgentArrived, urgentFailed, urgentPutOff } from './undelivered.ts'

export type DeliveryDeps = {
  store: Store
  channel: Channel
  /** Makes a picture that the channel can read under the name it resolves to; null where the host cannot draw. */
  draw(picture: Picture, at: Instant): Promise<string | null>
  /** Keeps content for the channel to read under the name that it returns. */
  hold(content: Uint8Array): string
  /** Machine time: leases, backoff, limits. */
  machine: Clock
  /** Business time: how old a message is to people. */
  clock: Clock
  ids: Ids
  watch: Watch
}

/** A message in the hands of a process that died is taken up again after this. */
const LEASE_MS = 15_000
/** A code updates its card for 72 hours (WeCom D94888). */
const CODE_LIFE_MS = 72 * 3_600_000
/** What reaches a person later than this says so. */
const LATE_MS = 4 * 3_600_000

type Paced = (recipient: string, at: Instant, messages: number) => void

/**
 * One try of one message. Its exact bytes are stored together with the lease, before it is tried: whoever tries again
 * sends the same message, and the platform shows it once.
 */
export async function deliverOne(
  deps: DeliveryDeps,
  row: OutboxRow,
  owner: string,
  paced: Paced,
): Promise<void> {
  if (row.expiresAt <= deps.clock.now()) return finish(deps, row, 'failed', EXPIRED)
  const message = await outgoing(deps, row)
  if (!message) return finish(deps, row, 'sent', 'there is nothing left to show')
  const body = await bytesOf(deps, row, message)
  const now = deps.machine.now()
  const [mine] = await deps.store.commit([
    update(
      outbox,
      { ...body, leaseOwner: owner, leaseUntil: plusMs(now, LEASE_MS), attempts: row.attempts + 1 },
      { id: row.id, state: 'waiting', leaseUntil: { atMost: now } },
    ),
  ])
  if (mine !== 1) return
  if (message.kind !== 'settle') paced(row.recipient, now, deps.channel.messagesIn(body.body))
  await conclude(deps, row, await holding(deps, row, owner, () => deps.channel.send(body.body)))
}

/** Renews the lease for as long as the platform takes to answer. */
async function holding<T>(
  deps: DeliveryDeps,
  row: OutboxRow,
  owner: string,
  doing: () => Promise<T>,
): Promise<T> {
  const renewal = setInterval(() => {
    const leaseUntil = plusMs(deps.machine.now(), LEASE_MS)
    deps.store.commit([update(outbox, { leaseUntil }, { id: row.id, leaseOwner: owner })]).catch(() => {
      deps.watch.log('warn', 'lease_not_renewed', { id: row.id })
    })
  }, LEASE_MS / 3)
  try {
    return await doing()
  } finally {
    clearInterval(renewal)
  }
}

/** The bytes of the first try; made once more when the message has become old, with the mark 补发. */
async function bytesOf(
  deps: DeliveryDeps,
  row: OutboxRow,
  message: Outgoing,
): Promise<{ body: string; late: boolean }> {
  const late = deps.clock.now() - row.createdAt > LATE_MS
  if (row.body !== null && (row.late || !late)) return { body: row.body, late: row.late }
  // A card made anew is another card to the platform: it wants a task id of its own (WeCom D90236).
  const taskId = late ? `${row.token}${LATE_CARD}` : row.token
  return { body: await deps.channel.render(message, { taskId, late }), late }
}

/**
 * The row as the platform is to have it; null for the outcome of a card that cannot be updated any more, for a reminder of
 * what has been done since, for a picture that cannot be drawn, and for all but the answers to somebody who is suspended (policy.md 8.9).
 */
async function outgoing(deps: DeliveryDeps, row: OutboxRow): Promise<Outgoing | null> {
  const { message } = row
  const { written: to, isSuspended } = await addressOf(deps.store.db, row.recipient)
  if (isSuspended && row.subject !== replySubject(row.recipient)) return null
  if (message.kind === 'reminder') return reminding(deps, row, to, message.lines)
  if (message.kind === 'picture') return drawn(deps, row, to, message.picture)
  if (message.kind === 'table') return asFile(deps, row, to, message.table)
  if (message.kind !== 'settle') return { ...message, to }
  const card = await messageOf(deps.store.db, message.card)
  const fresh = card?.sentAt && deps.machine.now() - card.sentAt < CODE_LIFE_MS
  const responseCode = message.pressed ?? (fresh ? card.responseCode : null)
  return responseCode ? { kind: 'settle', to, responseCode, outcome: message.outcome } : null
}

/** What of a reminder still has a meaning, to somebody who is still in post, or to a group. */
async function reminding(
  { store: { db }, clock }: DeliveryDeps,
  { recipient }: OutboxRow,
  to: string,
  lines: readonly ReminderLine[],
): Promise<Outgoing | null> {
  const now = clock.now()
  const isThere = placeOfGroup(recipient) !== null || (await personOf(db, recipient, dayOf(now)))
  if (!isThere) return null
  const left: ReminderLine[] = []
  for (const line of lines)
    if (line.until > now && (line.while === null || (await isStillSo(db, line.while)))) left.push(line)
  return left.length === 0 ? null : { ...reminderMessage(left), to }
}

/** Whoever tries again makes the same file. */
async function asFile(
  { hold }: DeliveryDeps,
  { createdAt }: OutboxRow,
  to: string,
  table: Table,
): Promise<Outgoing> {
  const { content, name } = await tableFile(table, createdAt)
  return { kind: 'file', to, sha256: hold(content), name }
}

/** Whoever tries again draws the same picture; what cannot be drawn stands in the words that came before it. */
async function drawn(
  { draw, watch }: DeliveryDeps,
  { id, createdAt }: OutboxRow,
  to: string,
  picture: Picture,
): Promise<Outgoing | null> {
  try {
    const sha256 = await draw(picture, createdAt)
    return sha256 === null ? null : { kind: 'image', to, sha256, name: `${picture.title}.png` }
  } catch (error) {
    watch.log('error', 'picture_not_drawn', { id, kind: picture.kind, error: rootCause(error) })
    return null
  }
}

async function conclude(deps: DeliveryDeps, row: OutboxRow, sent: Sent): Promise<void> {
  if (sent.outcome === 'refused') return finish(deps, row, isDone(row) ? 'sent' : 'failed', sent.why)
  deps.watch.count(sent.outcome === 'sent' ? 'sent' : 'send_later', row.kind)
  if (sent.outcome === 'later') return putOff(deps, row, sent)
  const shown = { state: 'sent' as const, why: null, responseCode: sent.responseCode ?? null }
  const sentAt = deps.machine.now()
  await deps.store.commit([
    update(outbox, { ...shown, sentAt }, { id: row.id }),
    ...(await urgentArrived(deps, row)),
  ])
}

async function putOff(deps: DeliveryDeps, row: OutboxRow, later: Extract<Sent, { outcome: 'later' }>) {
  const { why, retryAfterMs: askedMs } = later
  const pace = { askedMs, urgent: row.lane === 0 }
  const nextAt = nextTry(deps.machine.now(), row.attempts, deps.ids.chance(), pace)
  await deps.store.commit([
    update(outbox, { nextAt, leaseUntil: 0 as Instant, why }, { id: row.id }),
    ...(await urgentPutOff(deps, row, why, nextAt)),
  ])
}

/** A code updates its card once (WeCom D94888): refused again after a crash, the update was carried out before it. */
const isDone = (row: OutboxRow): boolean => row.kind === 'settle' && row.attempts > 0

/** The end of a message that is not going to be shown (any more). */
async function finish(
  deps: DeliveryDeps,
  row: OutboxRow,
  state: 'sent' | 'failed',
  why: string,
): Promise<void> {
  const { id, kind, recipient } = row
  if (state === 'failed') {
    deps.watch.count('send_failed', kind)
    deps.watch.log('warn', 'not_delivered', { id, kind, to: recipient, why })
  }
  await deps.store.commit([
    update(outbox, { state, sentAt: deps.machine.now(), why }, { id }),
    ...(state === 'failed' ? await urgentFailed(deps, row, why) : []),
  ])
}
