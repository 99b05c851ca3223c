import { urgentFailedText, urgentNotYetText } from '#cards/undelivered.ts'
import { isTaken } from '#db/onces.ts'
import { waitingAbout, type OutboxRow } from '#db/outbox.ts'
import { namesOf } from '#db/people.ts'
import { onces, outbox } from '#db/schema/machine.ts'
import { insert, update, type Write } from '#db/store.ts'
import { text } from '#handlers/plan.ts'
import { queuedPost } from '#src/bot/queue.ts'
import type { Instant } from '#src/domain/day.ts'
import type { DeliveryDeps } from './deliver-one.ts'

/** So long an urgent message may be under way before its sender is told to use the phone. */
const PATIENCE_MS = 3 * 60_000

const subjectOf = (row: OutboxRow): string => `undelivered:${row.id}`
const isUrgent = (row: OutboxRow): boolean => row.lane === 0

/** An urgent message will never be shown. */
export const urgentFailed = async (deps: DeliveryDeps, row: OutboxRow, why: string): Promise<Write[]> =>
  isUrgent(row) ? tellSender(deps, row, why, (name) => urgentFailedText(name, why)) : []

/** An urgent message is put off until then (machine time): its sender hears of it when that is too late. */
export async function urgentPutOff(
  deps: DeliveryDeps,
  row: OutboxRow,
  why: string,
  nextAt: Instant,
): Promise<Write[]> {
  const now = deps.clock.now()
  const age = now - row.createdAt + (nextAt - deps.machine.now())
  if (!isUrgent(row) || age < PATIENCE_MS) return []
  return tellSender(deps, row, why, (name) => urgentNotYetText(name, why, now))
}

/** It came through after all: where its sender has not yet been told that it did not, he need not be. */
export async function urgentArrived({ store }: DeliveryDeps, row: OutboxRow): Promise<Write[]> {
  if (!isUrgent(row) || row.attempts === 0 || !row.sender) return []
  const waiting = await waitingAbout(store.db, row.sender, subjectOf(row))
  const leaseUntil = { atMost: 0 }
  return waiting.map(({ id }) =>
    update(outbox, { state: 'sent', why: 'what it says is no longer so' }, { id, leaseUntil }),
  )
}

/** Once, in the commit that settles or puts off the message. Where the line itself is down only the log can say it. */
async function tellSender(
  deps: DeliveryDeps,
  row: OutboxRow,
  why: string,
  words: (name: string) => string,
): Promise<Write[]> {
  const { db } = deps.store
  const key = subjectOf(row)
  if (await isTaken(db, key)) return []
  deps.watch.log('error', 'urgent_not_delivered', {
    id: row.id,
    to: row.recipient,
    why,
    mend: 'tell the receiver by phone; run `npm run dudao -- doctor` to see whether WeCom can be reached',
  })
  const once = insert(onces, { key, at: deps.machine.now() })
  if (!row.sender || row.sender === row.recipient) return [once]
  const name = (await namesOf(db, [row.recipient])).get(row.recipient) ?? row.recipient
  const queue = { db, ids: deps.ids, now: deps.clock.now(), machineNow: deps.machine.now() }
  return [once, await queuedPost(queue, { ...text(row.sender, key, words(name)), urgent: true })]
}
