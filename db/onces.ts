import { eq, sql } from 'drizzle-orm'
import { once } from './once.ts'
import { onces } from './schema/machine.ts'
import type { Db } from './store.ts'

const byKey = once((db) =>
  db
    .select({ key: onces.key })
    .from(onces)
    .where(eq(onces.key, sql.placeholder('key')))
    .limit(1)
    .prepare(),
)

/** Whether the thing that may happen only once has happened. */
export async function isTaken(db: Db, key: string): Promise<boolean> {
  return (await byKey(db).all({ key })).length > 0
}
