import { and, asc, eq, gte, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Instant } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { photos } from './schema/machine.ts'
import { isAmong } from './among.ts'
import { once } from './once.ts'
import type { Db } from './store.ts'

export type Photo = typeof photos.$inferSelect

const loose = once((db) =>
  db
    .select()
    .from(photos)
    .where(
      and(
        eq(photos.sender, sql.placeholder('sender')),
        isNull(photos.subject),
        gte(photos.at, sql.placeholder('since')),
      ),
    )
    .orderBy(asc(photos.at))
    .limit(50)
    .prepare(),
)

/** Pictures that somebody sent and did not say what they belong to. */
export const loosePhotos = async (db: Db, sender: UserId, since: Instant): Promise<Photo[]> =>
  loose(db).all({ sender, since })

const bySubject = once((db) =>
  db
    .select()
    .from(photos)
    .where(eq(photos.subject, sql.placeholder('subject')))
    .orderBy(asc(photos.at), asc(photos.id))
    .prepare(),
)

export const photosOf = async (db: Db, subject: string): Promise<Photo[]> => bySubject(db).all({ subject })

const withPhotos = once((db) =>
  db
    .selectDistinct({ subject: photos.subject })
    .from(photos)
    .where(and(isAmong(photos.subject, 'subjects'), ne(photos.state, 'failed')))
    .prepare(),
)

/** Which of these records have a picture; one that could not be fetched is none. */
export async function subjectsWithPhotos(db: Db, subjects: readonly string[]): Promise<Set<string>> {
  const rows = await withPhotos(db).all({ subjects: JSON.stringify(subjects) })
  return new Set(rows.map((row) => row.subject ?? ''))
}

const toFetch = once((db) =>
  db
    .select()
    .from(photos)
    .where(and(sql`${photos.state} = 'waiting'`, lte(photos.nextAt, sql.placeholder('now'))))
    .orderBy(asc(photos.nextAt))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** Pictures still to be fetched whose time has come. */
export const photosToFetch = async (db: Db, now: Instant, limit: number): Promise<Photo[]> =>
  toFetch(db).all({ now, limit })

const unclaimed = once((db) =>
  db
    .select({ id: photos.id, sha256: photos.sha256 })
    .from(photos)
    .where(and(isNull(photos.subject), lte(photos.at, sql.placeholder('before'))))
    .orderBy(asc(photos.at))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** Pictures that came before then and belong to nothing, the oldest first. */
export const unclaimedPhotos = async (db: Db, before: Instant, limit: number) =>
  unclaimed(db).all({ before, limit })

const byContent = once((db) =>
  db
    .select({ id: photos.id })
    .from(photos)
    .where(eq(photos.sha256, sql.placeholder('sha256')))
    .limit(1)
    .prepare(),
)

/** Whether any row still names this content: the same picture may have been sent twice. */
export const isKept = async (db: Db, sha256: string): Promise<boolean> =>
  (await byContent(db).all({ sha256 })).length > 0
