import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Instant } from '#src/domain/day.ts'
import type { NoticeId, SchoolCode, UserId } from '#src/domain/words.ts'
import { isAmong } from './among.ts'
import { once } from './once.ts'
import { within, type Span } from './span.ts'
import { notices, reports, requests } from './schema/loop.ts'
import type { Db } from './store.ts'

export type Notice = typeof notices.$inferSelect
export type Report = typeof reports.$inferSelect
export type Request = typeof requests.$inferSelect

const byId = once((db) =>
  db
    .select()
    .from(notices)
    .where(eq(notices.id, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

export async function noticeOf(db: Db, id: string): Promise<Notice | null> {
  const [row] = await byId(db).all({ id })
  return row ?? null
}

const running = once((db) =>
  db
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.school, sql.placeholder('school')),
        inArray(notices.state, ['issued', 'acknowledged', 'answered']),
      ),
    )
    .orderBy(asc(notices.issuedOn), asc(notices.id))
    .prepare(),
)

/** Notices of a school that are not done with, the oldest first. */
export const runningNotices = async (db: Db, school: SchoolCode): Promise<Notice[]> =>
  running(db).all({ school })

/** The draft of the school's report on a notice. */
export async function draftReportOn(db: Db, notice: NoticeId): Promise<Report | null> {
  const [row] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.notice, notice), sql`${reports.state} = 'draft'`))
    .limit(1)
  return row ?? null
}

export async function reportOf(db: Db, id: string): Promise<Report | null> {
  const [row] = await db
    .select()
    .from(reports)
    .where(eq(reports.id, id as Report['id']))
    .limit(1)
  return row ?? null
}

/** The report that waits for a verdict: the last one submitted on the notice. */
export async function submittedReportOn(db: Db, notice: NoticeId): Promise<Report | null> {
  const [row] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.notice, notice), eq(reports.state, 'submitted')))
    .orderBy(desc(reports.confirmedAt))
    .limit(1)
  return row ?? null
}

export async function requestOf(db: Db, id: string): Promise<Request | null> {
  const [row] = await db.select().from(requests).where(eq(requests.id, id)).limit(1)
  return row ?? null
}

/** What the school has handed in about this notice, answered or not. */
export const handedInOn = async (db: Db, notice: NoticeId, kind: Request['kind']): Promise<Request[]> =>
  db
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.notice, notice),
        eq(requests.kind, kind),
        inArray(requests.state, ['asked', 'granted', 'refused']),
      ),
    )

const byNo = once((db) => db.select().from(notices).where(isAmong(notices.no, 'nos')).prepare())

const among = once((db) => db.select().from(notices).where(isAmong(notices.id, 'ids')).prepare())

export const noticesAmong = async (db: Db, ids: readonly NoticeId[]): Promise<Notice[]> =>
  among(db).all({ ids: JSON.stringify(ids) })

/** The notices with these numbers, written in full. */
export const noticesNumbered = async (db: Db, nos: readonly string[]): Promise<Notice[]> =>
  byNo(db).all({ nos: JSON.stringify(nos) })

/** What is being asked about a notice, handed in or not, and has no answer yet. */
export const openRequestsOn = async (db: Db, notice: NoticeId): Promise<Request[]> =>
  db
    .select()
    .from(requests)
    .where(and(eq(requests.notice, notice), inArray(requests.state, ['draft', 'asked'])))

/** Notices of an inspector whose reports wait for his verdict. */
export const answeredNotices = async (db: Db, inspector: UserId): Promise<Notice[]> =>
  db
    .select()
    .from(notices)
    .where(and(eq(notices.inspector, inspector), sql`${notices.state} = 'answered'`))
    .orderBy(asc(notices.issuedOn), asc(notices.id))
    .limit(20)

const pendingBetween = once((db) =>
  db
    .select()
    .from(notices)
    .where(and(sql`${notices.state} = 'pending_approval'`, within(notices.since)))
    .orderBy(asc(notices.since))
    .prepare(),
)

/** Notices that have waited for the office's approval since then. */
export const pendingNotices = async (db: Db, span: Span): Promise<Notice[]> => pendingBetween(db).all(span)

const answeredUntil = once((db) =>
  db
    .select()
    .from(notices)
    .where(and(sql`${notices.state} = 'answered'`, lt(notices.since, sql.placeholder('before'))))
    .orderBy(asc(notices.since))
    .prepare(),
)

/** Notices whose reports have waited for a verdict since before then. */
export const unjudgedNotices = async (db: Db, before: Instant): Promise<Notice[]> =>
  answeredUntil(db).all({ before })

const askedBetween = once((db) =>
  db
    .select()
    .from(requests)
    .where(and(sql`${requests.state} = 'asked'`, within(requests.since)))
    .orderBy(asc(requests.since))
    .prepare(),
)

/** Requests of schools that have waited for an answer since then. */
export const askedRequests = async (db: Db, span: Span): Promise<Request[]> => askedBetween(db).all(span)

const draftedBetween = once((db) =>
  db
    .select()
    .from(reports)
    .where(and(sql`${reports.state} = 'draft'`, within(reports.createdAt)))
    .orderBy(asc(reports.createdAt))
    .prepare(),
)

/** Reports that have waited for their principal since they were begun. */
export const draftedReports = async (db: Db, span: Span): Promise<Report[]> => draftedBetween(db).all(span)

const askedOf = once((db) =>
  db
    .select({ request: requests })
    .from(requests)
    .innerJoin(notices, eq(notices.id, requests.notice))
    // Few wait at a time (requests_asked); `since` lets SQLite search that index.
    .where(
      sql`${requests.state} = 'asked' and ${requests.since} >= 0 and ${requests.decider} = 'inspector'
        and ${notices.inspector} = ${sql.placeholder('inspector')}`,
    )
    .prepare(),
)

/** What schools have asked on the notices of an inspector, and he has yet to answer. */
export const askedOfInspector = async (db: Db, inspector: UserId): Promise<Request[]> =>
  (await askedOf(db).all({ inspector })).map((row) => row.request)
