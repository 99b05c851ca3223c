import { eq, sql } from 'drizzle-orm'
import { plusMs, type Instant } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { once } from './once.ts'
import { dialogues, type Awaiting } from './schema/machine.ts'
import { upsert, type Db, type Write } from './store.ts'

/** A question is forgotten after half an hour: what is written later is understood as itself. */
const FORGOTTEN_AFTER_MS = 30 * 60_000

const byUserid = once((db) =>
  db
    .select()
    .from(dialogues)
    .where(eq(dialogues.userid, sql.placeholder('userid')))
    .limit(1)
    .prepare(),
)

/** The question that this person has been asked and not answered. */
export async function awaitingFrom(db: Db, userid: UserId, now: Instant): Promise<Awaiting | null> {
  const [row] = await byUserid(db).all({ userid })
  return row && plusMs(row.at, FORGOTTEN_AFTER_MS) >= now ? row.awaiting : null
}

export const awaitFrom = (userid: UserId, awaiting: Awaiting | null, at: Instant): Write =>
  upsert(dialogues, { userid, at, awaiting })
