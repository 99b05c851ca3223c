import { and, eq, sql } from 'drizzle-orm'
import { once } from './once.ts'
import { events } from './schema/loop.ts'
import type { Db } from './store.ts'

export type Event = typeof events.$inferSelect

const bySeq = once((db) =>
  db
    .select()
    .from(events)
    .where(and(eq(events.aggregate, sql.placeholder('aggregate')), eq(events.seq, sql.placeholder('seq'))))
    .limit(1)
    .prepare(),
)

/** What happened to a record as its `seq`-th event. */
export async function eventOf(db: Db, aggregate: string, seq: number): Promise<Event | null> {
  const [row] = await bySeq(db).all({ aggregate, seq })
  return row ?? null
}
