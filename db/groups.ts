import { eq, sql } from 'drizzle-orm'
import { once } from './once.ts'
import { groups } from './schema/roster.ts'
import type { Db } from './store.ts'

export type Group = typeof groups.$inferSelect

const byChat = once((db) =>
  db
    .select()
    .from(groups)
    .where(eq(groups.chat, sql.placeholder('chat')))
    .limit(1)
    .prepare(),
)

/** What an office has declared this group to be; null for any other. */
export async function groupOf(db: Db, chat: string): Promise<Group | null> {
  const [row] = await byChat(db).all({ chat })
  return row ?? null
}
