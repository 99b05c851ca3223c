import { and, eq, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { UserId } from '#src/domain/words.ts'
import { RECORD_TABLES, type Filed, type RecordKind } from './filing.ts'
import { people } from './schema/roster.ts'
import { training } from './schema/staffing.ts'
import type { Db } from './store.ts'

export type TrainingRow = typeof training.$inferSelect

/** A record on file by its id, taken back or not. */
export async function recordOf(db: Db, kind: RecordKind, id: string): Promise<Filed | null> {
  const table = RECORD_TABLES[kind]
  const [row] = await db
    .select()
    .from(table as SQLiteTable)
    .where(eq(table.id, id))
    .limit(1)
  return (row as Filed | undefined) ?? null
}

/** All training of a person that counts. */
export const trainingOf = async (db: Db, userid: UserId): Promise<TrainingRow[]> =>
  db
    .select()
    .from(training)
    .where(and(eq(training.userid, userid), eq(training.withdrawn, false)))

/** What waits to be verified, with who took part; of every place. */
export const unverifiedTraining = async (db: Db) =>
  db
    .select({ row: training, name: people.name, county: people.county })
    .from(training)
    .innerJoin(people, eq(people.userid, training.userid))
    .where(sql`${training.verified} = 0 and ${training.withdrawn} = 0`)
