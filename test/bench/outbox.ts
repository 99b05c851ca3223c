import { setTimeout as pause } from 'node:timers/promises'
import { openNode } from '#db/node.ts'
import { text } from '#handlers/plan.ts'
import { queuedPost } from '#src/bot/queue.ts'
import { instant } from '#src/domain/day.ts'
import { ids } from '#src/machine.ts'
import type { City } from './city.ts'
import { startServer, type Sink } from './stage.ts'

/** As many to each person as one minute lets through, so that the platform's limit holds nothing back. */
const EACH = 10

/** A server that starts with an outbox full of messages: how many of them leave in a second. */
export async function drainOutbox(databasePath: string, city: City, sink: Sink): Promise<number> {
  const waiting = await fillOutbox(databasePath, city)
  const before = await sink.count()
  const server = await startServer(databasePath, sink.port)
  const first = await counted(sink, before + 1)
  const begun = performance.now()
  const last = await counted(sink, before + waiting)
  const seconds = (performance.now() - begun) / 1000
  await server.stop()
  return (last - first) / seconds
}

async function fillOutbox(databasePath: string, { inspectors }: City): Promise<number> {
  const store = await openNode(databasePath, { kind: 'live' })
  const now = instant(Date.now())
  const queue = { db: store.db, ids, now, machineNow: now }
  for (const { userid } of inspectors) {
    const posts = Array.from({ length: EACH }, (_, n) => text(userid, `bench:${n}`, `第 ${n + 1} 条提醒`))
    await store.commit(await Promise.all(posts.map((post) => queuedPost(queue, post))))
  }
  await store.close()
  return inspectors.length * EACH
}

/** Waits until so many have come in, and tells how many it saw then. */
async function counted(sink: Sink, expected: number): Promise<number> {
  for (let last = -1, still = 0; still < 100; still++) {
    const now = await sink.count()
    if (now >= expected) return now
    if (now !== last) still = 0
    last = now
    await pause(100)
  }
  throw new Error(`messages are missing: fewer than ${expected} have arrived`)
}
