import { eq } from 'drizzle-orm'
import { meta } from './schema/roster.ts'
import { upsert, type Db, type Write } from './store.ts'

/** By how much the business clock of a sample database is moved on; it survives a restart. */
export async function clockOffset(db: Db): Promise<number> {
  const [row] = await db.select().from(meta).where(eq(meta.key, 'clock_offset_ms')).limit(1)
  return Number(row?.value ?? 0)
}

export const moveClock = (offsetMs: number): Write =>
  upsert(meta, { key: 'clock_offset_ms', value: String(offsetMs) })
