import { eq, sql } from 'drizzle-orm'
import type { Instant } from '#src/domain/day.ts'
import { once } from './once.ts'
import { inbox } from './schema/machine.ts'
import type { Db } from './store.ts'

const byKey = once((db) =>
  db
    .select({ answer: inbox.answer, at: inbox.at })
    .from(inbox)
    .where(eq(inbox.key, sql.placeholder('key')))
    .limit(1)
    .prepare(),
)

/** What was answered when this callback came before; null when it is new. */
export async function answerTo(db: Db, key: string): Promise<{ answer: string | null; at: Instant } | null> {
  const [row] = await byKey(db).all({ key })
  return row ?? null
}
