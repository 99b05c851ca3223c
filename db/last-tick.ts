import { eq } from 'drizzle-orm'
import { instant, type Instant } from '#src/domain/day.ts'
import { meta } from './schema/roster.ts'
import { upsert, type Db, type Write } from './store.ts'

/** When the minute last had its turn, in machine time; null before the first. */
export async function lastTick(db: Db): Promise<Instant | null> {
  const [row] = await db.select().from(meta).where(eq(meta.key, 'last_tick')).limit(1)
  return row ? instant(Number(row.value)) : null
}

/** The minute has its turn now (machine time). */
export const markTick = (now: Instant): Write => upsert(meta, { key: 'last_tick', value: String(now) })
