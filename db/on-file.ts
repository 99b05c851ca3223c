import { and, eq, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/domain/day.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import { RECORD_TABLES, type Filed, type RecordKind } from './filing.ts'
import { schoolPeople } from './people.ts'
import { meetings } from './schema/committee.ts'
import { people } from './schema/roster.ts'
import { appointments, inspectors, principalTerms, training } from './schema/staffing.ts'
import { interviews } from './schema/supervision.ts'
import type { Db } from './store.ts'

export type TrainingRow = typeof training.$inferSelect

/** A record on file by its id, taken back or not. */
export async function recordOf(db: Db, kind: RecordKind, id: string): Promise<Filed | null> {
  const table = RECORD_TABLES[kind]
  const [row] = await db
    .select()
    .from(table as SQLiteTable)
    .where(eq(table.id, id))
    .limit(1)
  return (row as Filed | undefined) ?? null
}

/** All training of a person that counts. */
export const trainingOf = async (db: Db, userid: UserId): Promise<TrainingRow[]> =>
  db
    .select()
    .from(training)
    .where(and(eq(training.userid, userid), eq(training.withdrawn, false)))

/** What waits to be verified, with who took part; of every place. */
export const unverifiedTraining = async (db: Db) =>
  db
    .select({ row: training, name: people.name, county: people.county })
    .from(training)
    .innerJoin(people, eq(people.userid, training.userid))
    .where(sql`${training.verified} = 0 and ${training.withdrawn} = 0`)

export type MeetingRow = typeof meetings.$inferSelect

/** All meetings of a place's committee that count. */
export const meetingsOf = async (db: Db, place: string): Promise<MeetingRow[]> =>
  db
    .select()
    .from(meetings)
    .where(and(eq(meetings.place, place), eq(meetings.withdrawn, false)))

export type InspectorCard = typeof inspectors.$inferSelect

/** The card of an inspector; null where none is on file. */
export async function cardOf(db: Db, userid: UserId): Promise<InspectorCard | null> {
  const [row] = await db
    .select()
    .from(inspectors)
    .where(and(eq(inspectors.userid, userid), eq(inspectors.withdrawn, false)))
    .limit(1)
  return row ?? null
}

/** The terms of an inspector that are on file beside his card. */
export const appointmentsOf = async (db: Db, userid: UserId) =>
  db
    .select()
    .from(appointments)
    .where(and(eq(appointments.userid, userid), eq(appointments.withdrawn, false)))

export type TermRow = typeof principalTerms.$inferSelect

/** The terms of a school's principals. */
export const termsOf = async (db: Db, school: SchoolCode): Promise<TermRow[]> =>
  db
    .select()
    .from(principalTerms)
    .where(and(eq(principalTerms.school, school), eq(principalTerms.withdrawn, false)))

/** Who heads a school on a day, by a term or by role. */
export async function headsOf(db: Db, school: SchoolCode, on: Day): Promise<Set<string>> {
  const terms = (await termsOf(db, school)).filter(
    ({ startOn, endOn, leftOn }) =>
      (startOn === null || startOn <= on) &&
      (endOn === null || on <= endOn) &&
      (leftOn === null || on <= leftOn),
  )
  const principals = (await schoolPeople(db, school, on)).filter((each) => each.roles.includes('principal'))
  return new Set([...terms.map((each) => each.person), ...principals.map((each) => each.userid)])
}

export type InterviewRow = typeof interviews.$inferSelect

/** The interviews that a place's office leads. */
export const interviewsOf = async (db: Db, place: string): Promise<InterviewRow[]> =>
  db
    .select()
    .from(interviews)
    .where(and(eq(interviews.place, place), eq(interviews.withdrawn, false)))
