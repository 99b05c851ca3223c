import { eq } from 'drizzle-orm'
import { onces } from './schema/machine.ts'
import type { Db } from './store.ts'

/** Whether the thing that may happen only once has happened. */
export async function isTaken(db: Db, key: string): Promise<boolean> {
  const [row] = await db.select({ key: onces.key }).from(onces).where(eq(onces.key, key)).limit(1)
  return row !== undefined
}
