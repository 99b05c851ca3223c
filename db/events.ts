import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { Instant } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
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

const stateBefore = once((db) =>
  db
    .select({ state: sql<string>`json_extract(${events.after}, '$.state')`, actor: events.actor })
    .from(events)
    .where(
      and(
        eq(events.aggregate, sql.placeholder('aggregate')),
        sql`${events.at} <= ${sql.placeholder('at')} and json_extract(${events.after}, '$.state') is not null`,
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1)
    .prepare(),
)

/** In which state a record was at a moment, and who had brought it there; null where nothing is known of it. */
export async function stateAt(
  db: Db,
  aggregate: string,
  at: Instant,
): Promise<{ state: string; actor: UserId } | null> {
  const [row] = await stateBefore(db).all({ aggregate, at })
  return row ?? null
}

/** The seq of the last thing that happened to it; 0 where nothing has. */
export async function lastSeq(db: Db, aggregate: string): Promise<number> {
  const [row] = await db
    .select({ seq: events.seq })
    .from(events)
    .where(eq(events.aggregate, aggregate))
    .orderBy(desc(events.seq))
    .limit(1)
  return row?.seq ?? 0
}

/** What somebody has done since then, the newest first; at most `limit`. */
export const actsOf = async (db: Db, actor: UserId, since: Instant, limit: number): Promise<Event[]> =>
  db
    .select()
    .from(events)
    .where(and(eq(events.actor, actor), gte(events.at, since)))
    .orderBy(desc(events.at))
    .limit(limit)
