import { and, asc, desc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm'
import type { Day, Instant } from '#src/domain/day.ts'
import type { Part, SchoolCode, UserId, VisitId } from '#src/domain/words.ts'
import { isAmong } from './among.ts'
import { once } from './once.ts'
import { within, type Span } from './span.ts'
import { visits } from './schema/loop.ts'
import type { Db } from './store.ts'

export type Visit = typeof visits.$inferSelect

const byId = once((db) =>
  db
    .select()
    .from(visits)
    .where(eq(visits.id, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

export async function visitOf(db: Db, id: string): Promise<Visit | null> {
  const [row] = await byId(db).all({ id })
  return row ?? null
}

const drafts = once((db) =>
  db
    .select()
    .from(visits)
    .where(
      and(
        eq(visits.inspector, sql.placeholder('inspector')),
        sql`${visits.state} = 'draft' and ${visits.filed} = 0`,
        gte(visits.createdAt, sql.placeholder('since')),
      ),
    )
    .orderBy(desc(visits.createdAt))
    .limit(5)
    .prepare(),
)

/** The drafts of an inspector made since then, the newest first; at most five. */
export const draftsOf = async (db: Db, inspector: UserId, since: Instant): Promise<Visit[]> =>
  drafts(db).all({ inspector, since })

const draftedBetween = once((db) =>
  db
    .select()
    .from(visits)
    .where(and(sql`${visits.state} = 'draft' and ${visits.filed} = 0`, within(visits.createdAt)))
    .orderBy(asc(visits.createdAt))
    .prepare(),
)

/** Everybody's drafts that were begun between these moments. */
export const draftedVisits = async (db: Db, span: Span): Promise<Visit[]> => draftedBetween(db).all(span)

const sameHalfDay = once((db) =>
  db
    .select()
    .from(visits)
    .where(
      and(
        eq(visits.inspector, sql.placeholder('inspector')),
        eq(visits.school, sql.placeholder('school')),
        eq(visits.onDay, sql.placeholder('onDay')),
        eq(visits.part, sql.placeholder('part')),
        sql`${visits.state} = 'submitted'`,
      ),
    )
    .orderBy(desc(visits.copy))
    .limit(1)
    .prepare(),
)

/** The record that already stands for this inspector, school, day and half-day. */
export async function recordedFor(
  db: Db,
  key: { inspector: UserId; school: SchoolCode; onDay: Day; part: Part },
): Promise<Visit | null> {
  const [row] = await sameHalfDay(db).all(key)
  return row ?? null
}

const numbered = once((db) => db.select().from(visits).where(isAmong(visits.no, 'numbers')).prepare())

/** The records with one of these numbers. */
export const visitsNumbered = async (db: Db, numbers: readonly string[]): Promise<Visit[]> =>
  numbered(db).all({ numbers: JSON.stringify(numbers) })

/** Records of an inspector entered within a span of time, the newest first. */
export const enteredBy = async (db: Db, inspector: UserId, from: Instant, to: Instant): Promise<Visit[]> =>
  db
    .select()
    .from(visits)
    .where(and(eq(visits.inspector, inspector), gte(visits.submittedAt, from), lte(visits.submittedAt, to)))
    .orderBy(desc(visits.submittedAt))
    .limit(50)

/** Latest records of a school. */
export const visitsAt = async (db: Db, school: SchoolCode, from: Day): Promise<Visit[]> =>
  db
    .select()
    .from(visits)
    .where(and(eq(visits.school, school), gte(visits.onDay, from), eq(visits.state, 'submitted')))
    .orderBy(desc(visits.onDay))
    .limit(50)

const ofDay = once((db) =>
  db
    .select()
    .from(visits)
    .where(
      and(
        eq(visits.school, sql.placeholder('school')),
        eq(visits.onDay, sql.placeholder('onDay')),
        eq(visits.state, 'submitted'),
      ),
    )
    .orderBy(asc(visits.submittedAt))
    .prepare(),
)

/** The records of a school and day, the first one first. */
export const visitsOn = async (db: Db, school: SchoolCode, onDay: Day): Promise<Visit[]> =>
  ofDay(db).all({ school, onDay })

const before = once((db) =>
  db
    .select()
    .from(visits)
    .where(and(sql`${visits.state} = 'submitted'`, lt(visits.onDay, sql.placeholder('day'))))
    .orderBy(asc(visits.onDay))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** Submitted records of days before that one, the oldest first. */
export const visitsBefore = async (db: Db, day: Day, limit: number): Promise<Visit[]> =>
  before(db).all({ day, limit })

const recordedBy = once((db) =>
  db
    .select({ id: visits.id })
    .from(visits)
    .where(
      and(
        eq(visits.school, sql.placeholder('school')),
        gte(visits.onDay, sql.placeholder('from')),
        lte(visits.onDay, sql.placeholder('to')),
        eq(visits.visitType, 'routine'),
        inArray(visits.state, ['submitted', 'archived']),
        sql`coalesce(${visits.submittedAt}, ${visits.createdAt}) <= ${sql.placeholder('by')}`,
      ),
    )
    .limit(1)
    .prepare(),
)

/** Whether a routine visit of those days was on record at a moment. */
export const wasVisitedBy = async (
  db: Db,
  of: { school: SchoolCode; from: Day; to: Day; by: Instant },
): Promise<boolean> => (await recordedBy(db).all(of)).length > 0

const daysBySchool = once((db) =>
  db
    .selectDistinct({ school: visits.school, onDay: visits.onDay })
    .from(visits)
    .where(
      and(
        isAmong(visits.school, 'schools'),
        gte(visits.onDay, sql.placeholder('from')),
        lte(visits.onDay, sql.placeholder('to')),
        eq(visits.visitType, 'routine'),
        inArray(visits.state, ['submitted', 'archived']),
      ),
    )
    .prepare(),
)

/** Distinct days of routine visits to each of the schools (C5.3: two records on one day are one). */
export async function visitDays(
  db: Db,
  schools: readonly SchoolCode[],
  from: Day,
  to: Day,
): Promise<Map<SchoolCode, Day[]>> {
  const rows = await daysBySchool(db).all({ schools: JSON.stringify(schools), from, to })
  const found = new Map<SchoolCode, Day[]>()
  for (const { school, onDay } of rows)
    if (school && onDay) found.set(school, [...(found.get(school) ?? []), onDay])
  return found
}

const firstBySchool = once((db) =>
  db
    .select({ school: visits.school, first: sql<Day>`min(${visits.onDay})` })
    .from(visits)
    .where(
      and(
        isAmong(visits.school, 'schools'),
        gte(visits.onDay, sql.placeholder('from')),
        lte(visits.onDay, sql.placeholder('to')),
        eq(visits.visitType, 'routine'),
        inArray(visits.state, ['submitted', 'archived']),
      ),
    )
    .groupBy(visits.school)
    .prepare(),
)

/** The first day within a span on which an inspector went to each of the schools; where nobody went, there is none. */
export async function firstVisits(
  db: Db,
  schools: readonly SchoolCode[],
  from: Day,
  to: Day,
): Promise<Map<SchoolCode, Day>> {
  const rows = await firstBySchool(db).all({ schools: JSON.stringify(schools), from, to })
  return new Map(rows.flatMap(({ school, first }) => (school ? [[school, first]] : [])))
}

/** How many visits this person has on record. */
export const countVisitsOf = async (db: Db, inspector: UserId): Promise<number> =>
  db.$count(visits, and(eq(visits.inspector, inspector), sql`${visits.submittedAt} is not null`))

const among = once((db) =>
  db
    .select()
    .from(visits)
    .where(
      and(
        isAmong(visits.school, 'schools'),
        gte(visits.onDay, sql.placeholder('from')),
        lte(visits.onDay, sql.placeholder('to')),
      ),
    )
    .prepare(),
)

/** Every visit of which is known who went where, on which day and half-day; drafts and what was withdrawn included. */
export const wholeVisits = async (db: Db): Promise<Visit[]> =>
  db
    .select()
    .from(visits)
    .where(sql`${visits.school} is not null and ${visits.onDay} is not null and ${visits.part} is not null`)

/** All there is of some schools within a span of days, drafts and what was withdrawn included. */
export const visitsAmong = async (
  db: Db,
  schools: readonly SchoolCode[],
  from: Day,
  to: Day,
): Promise<Visit[]> => among(db).all({ schools: JSON.stringify(schools), from, to })

export const asVisitId = (id: string): VisitId => id as VisitId
