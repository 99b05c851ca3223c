import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { NoticeId, SchoolCode, UserId } from '#src/domain/words.ts'
import { once } from './once.ts'
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
