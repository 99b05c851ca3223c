import { and, desc, eq, gte, lte, ne, sql } from 'drizzle-orm'
import type { Instant } from '#src/domain/day.ts'
import type { VisitId } from '#src/domain/words.ts'
import { once } from './once.ts'
import { alarms } from './schema/office.ts'
import type { Db } from './store.ts'

export type Alarm = typeof alarms.$inferSelect

export async function alarmOf(db: Db, id: string): Promise<Alarm | null> {
  const [row] = await db
    .select()
    .from(alarms)
    .where(eq(alarms.id, id as Alarm['id']))
    .limit(1)
  return row ?? null
}

/** Alarms since then that were not called off, the newest first. */
export const alarmsSince = async (db: Db, since: Instant): Promise<Alarm[]> =>
  db
    .select()
    .from(alarms)
    .where(and(gte(alarms.raisedAt, since), ne(alarms.state, 'false_alarm')))
    .orderBy(desc(alarms.raisedAt))

/** The alarm that the findings of a visit raised and that stands. */
export async function alarmOfVisit(db: Db, visit: VisitId): Promise<Alarm | null> {
  const [row] = await db
    .select()
    .from(alarms)
    .where(and(eq(alarms.visit, visit), ne(alarms.state, 'false_alarm')))
    .limit(1)
  return row ?? null
}

const unanswered = once((db) =>
  db
    .select()
    .from(alarms)
    .where(
      and(
        gte(alarms.raisedAt, sql.placeholder('from')),
        lte(alarms.raisedAt, sql.placeholder('to')),
        eq(alarms.state, 'raised'),
      ),
    )
    .prepare(),
)

/** Alarms of that span of which no office has said a word. */
export const unansweredAlarms = async (db: Db, from: Instant, to: Instant): Promise<Alarm[]> =>
  unanswered(db).all({ from, to })
