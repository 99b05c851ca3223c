import { dueMessages, triedSince, type OutboxRow } from '#db/outbox.ts'
import { outbox } from '#db/schema/machine.ts'
import { update } from '#db/store.ts'
import { plusMs, type Instant } from '#src/domain/day.ts'
import { rootCause } from '#src/domain/errors.ts'
import { deliverOne, type DeliveryDeps } from './deliver-one.ts'
import { createLine } from './line.ts'
import { createPace, PACE_MS } from './pace.ts'

export type Delivery = {
  /** Something was committed that may have to be sent, or time has passed. */
  wake(): void
  /** Lets what is being sent come to its end, and starts nothing more. */
  stop(): Promise<void>
  /** Sends what may be sent now; resolves when nothing of it is left in hand. */
  drain(): Promise<void>
}

/** As many calls at once as keep one process busy and the platform calm. */
const IN_HAND = 16
const LOOK_AHEAD = 64

/**
 * Sends what the outbox holds: urgent first, in order within (recipient, subject), one message at a time to one
 * person, within the platform's limit per person.
 */
export function createDelivery(given: DeliveryDeps): Delivery {
  const line = createLine(given.channel, given.machine)
  const deps = { ...given, channel: line.channel }
  const owner = deps.ids.fresh()
  const pace = createPace(deps.channel.perMinute)
  const inHand = new Map<string, Promise<void>>()
  let ready: OutboxRow[] = []
  let more = false
  let stopped = false
  let pumping: Promise<void> | null = null
  let primed = false

  const hasHands = () => inHand.size < line.hands(IN_HAND)

  /** Starts what there are hands for; looks into the outbox again only when what it had is used up. */
  async function pump(): Promise<void> {
    if (!primed) await prime()
    for (;;) {
      startReady()
      if (stopped || !more || !hasHands()) return
      more = false
      await refill()
    }
  }

  /** After a restart the limit per person remembers what the process before has sent. */
  async function prime(): Promise<void> {
    primed = true
    const now = deps.machine.now()
    for (const { recipient, body, at } of await triedSince(deps.store.db, plusMs(now, -PACE_MS)))
      // A lease ends in the future: what it was taken for counts as sent now at the latest.
      if (at && body) pace.sent(recipient, at < now ? at : now, deps.channel.messagesIn(body))
  }

  async function refill(): Promise<void> {
    const now = deps.machine.now()
    const due = (await dueMessages(deps.store.db, now, LOOK_AHEAD)).filter(
      (row) => !inHand.has(row.recipient),
    )
    const waits = due.map((row) => pace.waitMs(row.recipient, now))
    ready = due.filter((_, i) => waits[i] === 0)
    await putOff(due.flatMap((row, i) => (waits[i] ? [{ row, at: plusMs(now, waits[i]) }] : [])))
  }

  const putOff = (rows: { row: OutboxRow; at: Instant }[]) =>
    deps.store.commit(
      rows.map(({ row, at }) => update(outbox, { nextAt: at }, { id: row.id, state: 'waiting' })),
    )

  function startReady(): void {
    const later: OutboxRow[] = []
    for (const row of stopped ? [] : ready) {
      if (inHand.has(row.recipient)) continue
      if (!hasHands()) later.push(row)
      else inHand.set(row.recipient, handOver(row))
    }
    // What rests is looked up again: by then another process may have had it in hand.
    ready = line.hands(IN_HAND) === IN_HAND ? later : []
  }

  async function handOver(row: OutboxRow): Promise<void> {
    try {
      await deliverOne(deps, row, owner, pace.sent)
      inHand.delete(row.recipient)
      // The next message on the same subject was held back by this one.
      wake()
    } catch (error) {
      deps.watch.log('error', 'delivery_failed', { id: row.id, error: rootCause(error) })
      // What cannot be written down (a full disk) is not tried at once again: the next message or minute wakes us.
      inHand.delete(row.recipient)
    }
  }

  function wake(): void {
    more = true
    if (pumping) return
    pumping = pump()
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : 'unknown'
        deps.watch.log('error', 'outbox_unreadable', {
          error: why,
          mend: 'look at the disk and the database file',
        })
      })
      .finally(() => {
        pumping = null
        if (more && !stopped && hasHands()) wake()
      })
  }

  async function idle(): Promise<void> {
    while (pumping || inHand.size > 0) await Promise.all([pumping, ...inHand.values()])
  }

  return {
    wake,
    async stop() {
      stopped = true
      await idle()
    },
    async drain() {
      wake()
      await idle()
    },
  }
}
