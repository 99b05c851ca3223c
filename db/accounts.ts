import { eq, sql } from 'drizzle-orm'
import type { UserId } from '#src/domain/words.ts'
import { once } from './once.ts'
import { people, strangers } from './schema/roster.ts'
import type { Db } from './store.ts'

/** What the roster says of somebody, in post or not. */
export type Account = typeof people.$inferSelect

const byUserid = once((db) =>
  db
    .select()
    .from(people)
    .where(eq(people.userid, sql.placeholder('userid')))
    .limit(1)
    .prepare(),
)

export async function accountOf(db: Db, userid: UserId): Promise<Account | null> {
  const [row] = await byUserid(db).all({ userid })
  return row ?? null
}

/** Nobody asks which of more. */
const NAMESAKES = 20

/** Everybody on file of that name. */
export const accountsNamed = async (db: Db, name: string): Promise<Account[]> =>
  db.select().from(people).where(eq(people.name, name)).limit(NAMESAKES)

const awaiting = once((db) =>
  db
    .select()
    .from(people)
    .where(sql`${people.awaitsNotices} > 0`)
    .orderBy(people.awaitsNotices)
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** Who has been bound to a school and has yet to be given its open notices. */
export const awaitingNotices = async (db: Db, limit: number): Promise<Account[]> =>
  awaiting(db).all({ limit })

const strangerBy = once((db) =>
  db
    .select()
    .from(strangers)
    .where(eq(strangers.userid, sql.placeholder('userid')))
    .limit(1)
    .prepare(),
)

/** Who has written before and is on no roster. */
export async function strangerOf(db: Db, userid: UserId): Promise<typeof strangers.$inferSelect | null> {
  const [row] = await strangerBy(db).all({ userid })
  return row ?? null
}
