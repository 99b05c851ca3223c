import { and, asc, eq, gt, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Day } from '#src/domain/day.ts'
import type { CaseId, NoticeId, SchoolCode, VisitId } from '#src/domain/words.ts'
import type { Sight } from '#src/policy/permission.ts'
import { isAmong } from './among.ts'
import { once } from './once.ts'
import { within, type Span } from './span.ts'
import { cases } from './schema/loop.ts'
import type { Db } from './store.ts'

export type Case = typeof cases.$inferSelect

// Spelt out, not bound: SQLite takes a partial index only where the query repeats its condition.
const isOpen = sql`${cases.state} not in ('advised', 'closed', 'withdrawn')`
const isWithSchool = sql`${cases.state} in ('issued', 'acknowledged')`

const byId = once((db) =>
  db
    .select()
    .from(cases)
    .where(eq(cases.id, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

export async function caseOf(db: Db, id: string): Promise<Case | null> {
  const [row] = await byId(db).all({ id })
  return row ?? null
}

const numbered = once((db) => db.select().from(cases).where(isAmong(cases.id, 'nos')).prepare())

export const allCases = async (db: Db): Promise<Case[]> => db.select().from(cases)

/** The cases with these numbers. */
export const casesNumbered = async (db: Db, nos: readonly string[]): Promise<Case[]> =>
  numbered(db).all({ nos: JSON.stringify(nos) })

const byNotices = once((db) => db.select().from(cases).where(isAmong(cases.notice, 'notices')).prepare())

/** The cases that any of these notices carry. */
export const casesOnNotices = async (db: Db, notices: readonly NoticeId[]): Promise<Case[]> =>
  byNotices(db).all({ notices: JSON.stringify(notices) })

const byNotice = once((db) =>
  db
    .select()
    .from(cases)
    .where(eq(cases.notice, sql.placeholder('notice')))
    .orderBy(asc(cases.id))
    .prepare(),
)

/** The cases that a notice carries, in the order of their numbers. */
export const casesOf = async (db: Db, notice: NoticeId): Promise<Case[]> => byNotice(db).all({ notice })

const byVisit = once((db) =>
  db
    .select()
    .from(cases)
    .where(eq(cases.visit, sql.placeholder('visit')))
    .orderBy(asc(cases.id))
    .prepare(),
)

/** The cases that a visit opened, in the order of their numbers. */
export const casesFrom = async (db: Db, visit: VisitId): Promise<Case[]> => byVisit(db).all({ visit })

const openBySchool = once((db) =>
  db
    .select()
    .from(cases)
    .where(and(eq(cases.school, sql.placeholder('school')), isOpen))
    .orderBy(asc(cases.dueOn), asc(cases.id))
    .prepare(),
)

/** What is still open at a school, the earliest due first. */
export const openCasesAt = async (db: Db, school: SchoolCode): Promise<Case[]> =>
  openBySchool(db).all({ school })

const runningDue = once((db) =>
  db
    .select()
    .from(cases)
    .where(
      and(
        isWithSchool,
        gt(cases.dueOn, sql.placeholder('after')),
        lte(cases.dueOn, sql.placeholder('upTo')),
        isNull(cases.clockStoppedOn),
      ),
    )
    .orderBy(asc(cases.dueOn), asc(cases.id))
    .prepare(),
)

/** Cases that a school has in hand and that are due within these days, unless their clock has been stopped. */
export const casesDue = async (db: Db, { after, upTo }: { after: Day; upTo: Day }): Promise<Case[]> =>
  runningDue(db).all({ after, upTo })

/** Overdue cases that the viewer may see, the longest overdue first; `limit + 1` rows tell that there are more. */
export async function overdueCases(db: Db, sight: Sight, before: Day, limit: number): Promise<Case[]> {
  return db
    .select()
    .from(cases)
    .where(overdueIn(sight, isOverdue(before)))
    .orderBy(asc(cases.dueOn), asc(cases.id))
    .limit(limit + 1)
}

const isOverdue = (before: Day) => and(isWithSchool, lt(cases.dueOn, before), isNull(cases.clockStoppedOn))

/** How many cases are overdue there. */
export const countOverdue = async (db: Db, sight: Sight, today: Day): Promise<number> =>
  db.$count(cases, overdueIn(sight, isOverdue(today)))

function overdueIn(sight: Sight, overdue: SQL | undefined): SQL | undefined {
  if (sight.kind === 'city') return overdue
  if (sight.kind === 'county') return and(overdue, eq(cases.county, sight.county))
  // json_each: one parameter however many schools a person has (D1 takes 100).
  const atSchools = sql`${cases.school} in (select value from json_each(${JSON.stringify(sight.schools)}))`
  if (sight.inspector === null) return and(overdue, atSchools)
  // Said of each half, so that SQLite searches an index for each.
  return or(and(overdue, atSchools), and(overdue, eq(cases.inspector, sight.inspector)))
}

export const asCaseId = (n: number): CaseId => `Z-${String(n).padStart(5, '0')}` as CaseId

const awaitingOffice = once((db) =>
  db
    .select()
    .from(cases)
    .where(
      and(
        sql`(${cases.state} = 'reinspecting' or (${cases.state} = 'recorded' and ${cases.severity} = 'complex'))`,
        within(cases.since),
      ),
    )
    .orderBy(asc(cases.since), asc(cases.id))
    .prepare(),
)

/** Cases that have waited for the office since then: to be struck off, or for the letter to a section. */
export const casesAwaitingOffice = async (db: Db, span: Span): Promise<Case[]> => awaitingOffice(db).all(span)

const unanswered = once((db) =>
  db
    .select()
    .from(cases)
    .where(
      and(
        sql`${cases.state} = 'referred'`,
        gt(cases.answerBy, sql.placeholder('after')),
        lte(cases.answerBy, sql.placeholder('upTo')),
      ),
    )
    .orderBy(asc(cases.answerBy), asc(cases.id))
    .prepare(),
)

/** Referred cases that their section was to answer within these days, and has not. */
export const referredCasesDue = async (db: Db, { after, upTo }: { after: Day; upTo: Day }): Promise<Case[]> =>
  unanswered(db).all({ after, upTo })
