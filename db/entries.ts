import { and, asc, desc, eq, gte, sql } from 'drizzle-orm'
import type { Instant } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { once } from './once.ts'
import { entries } from './schema/entries.ts'
import { people } from './schema/roster.ts'
import { training } from './schema/staffing.ts'
import { within, type Span } from './span.ts'
import type { Db } from './store.ts'

export type Entry = typeof entries.$inferSelect

const byId = once((db) =>
  db
    .select()
    .from(entries)
    .where(eq(entries.id, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

export async function entryOf(db: Db, id: string): Promise<Entry | null> {
  const [row] = await byId(db).all({ id })
  return row ?? null
}

const byAuthor = once((db) =>
  db
    .select()
    .from(entries)
    .where(and(eq(entries.author, sql.placeholder('author')), gte(entries.since, sql.placeholder('since'))))
    .orderBy(desc(entries.since))
    .limit(10)
    .prepare(),
)

/** What somebody has entered, or what has become of it, since then: the newest first, at most ten. */
export const entriesBy = async (db: Db, author: UserId, since: Instant): Promise<Entry[]> =>
  byAuthor(db).all({ author, since })

/** The entry that a record on file came of; null for one that came with a file. */
export async function entryOfRecord(db: Db, record: string): Promise<Entry | null> {
  const [row] = await db.select().from(entries).where(eq(entries.record, record)).limit(1)
  return row ?? null
}

const unverified = once((db) =>
  db
    .select({ entry: entries, name: people.name })
    .from(training)
    .innerJoin(entries, eq(entries.record, training.id))
    .innerJoin(people, eq(people.userid, entries.author))
    .where(
      and(
        // What the index of unverified training holds: a few of all.
        sql`${training.verified} = 0 and ${training.withdrawn} = 0`,
        sql`${entries.state} = 'filed'`,
        within(entries.since),
      ),
    )
    .prepare(),
)

/** Training that was entered between these moments and that no office has verified, with who took part. */
export const unverifiedEntries = async (db: Db, span: Span): Promise<{ entry: Entry; name: string }[]> =>
  unverified(db).all(span)

const drafted = once((db) =>
  db
    .select()
    .from(entries)
    .where(and(sql`${entries.state} = 'draft'`, within(entries.since)))
    .orderBy(asc(entries.since))
    .prepare(),
)

/** Everybody's drafts that were begun, or came back, between these moments. */
export const draftedEntries = async (db: Db, span: Span): Promise<Entry[]> => drafted(db).all(span)
