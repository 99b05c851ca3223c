import { and, gte, isNotNull, sql } from 'drizzle-orm'
import type { Day } from '#src/domain/day.ts'
import type { Assignment, CaseOnFile, Person, Records, Setting, VisitMade } from '#src/domain/records.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import { RECORD_TABLES, type RecordKind } from './filing.ts'
import { allAssignments, allPeople, allPlaces, allSchools, type AssignmentRow } from './roster.ts'
import { cases, visits } from './schema/loop.ts'
import { ALWAYS, workingDays } from './schema/roster.ts'
import { allSettings } from './settings.ts'
import type { Db } from './store.ts'

/** What grows is read from a day on: visits by their day, closed cases by the day on which they were closed. */
export type Since = { visits?: Day; closedCases?: Day }

/** Everything that the checks read, as it stands on file. */
export async function readRecords(db: Db, since: Since = {}): Promise<Records> {
  const assigned = await allAssignments(db)
  return {
    places: await allPlaces(db),
    schools: await allSchools(db),
    people: await peopleWith(db, assigned),
    assignments: assigned.filter(({ fromOn }) => fromOn !== ALWAYS).map(asAssignment),
    holidays: await db.select().from(workingDays),
    settings: await settingsOnFile(db),
    visits: await visitsMade(db, since.visits),
    cases: await casesOnFile(db, since.closedCases),
    teachingCalendar: await all(db, 'teaching_calendar'),
    studentNumbers: await all(db, 'student_numbers'),
    inspectors: await all(db, 'inspectors'),
    appointments: await all(db, 'appointments'),
    principalTerms: await all(db, 'principal_terms'),
    training: await all(db, 'training'),
    exitGrounds: await all(db, 'exit_grounds'),
    studios: await all(db, 'studios'),
    claims: await all(db, 'claims'),
    seatList: await all(db, 'seat_list'),
    committeeSeats: await all(db, 'committee_seats'),
    posts: await all(db, 'posts'),
    meetings: await all(db, 'meetings'),
    memberTasks: await all(db, 'member_tasks'),
    documents: await all(db, 'documents'),
    budgets: await all(db, 'budgets'),
    monitoringReports: await all(db, 'monitoring_reports'),
    commendations: await all(db, 'commendations'),
    supervisions: await all(db, 'supervisions'),
    interviews: await all(db, 'interviews'),
    accountability: await all(db, 'accountability'),
  }
}

type Tables = typeof RECORD_TABLES

const all = async <K extends RecordKind>(db: Db, kind: K): Promise<Tables[K]['$inferSelect'][]> =>
  db.select().from(RECORD_TABLES[kind] as never) as never

async function peopleWith(db: Db, assigned: readonly AssignmentRow[]): Promise<Person[]> {
  const shorthand = new Map<UserId, SchoolCode[]>()
  for (const { inspector, school, fromOn } of assigned)
    if (fromOn === ALWAYS) shorthand.set(inspector, [...(shorthand.get(inspector) ?? []), school])
  return (await allPeople(db)).map((row) => ({ ...row, assigned: shorthand.get(row.userid) ?? [] }))
}

/** A dated row as the checks know it. */
export const asAssignment = ({ fromOn, toOn, ...row }: AssignmentRow): Assignment => ({
  ...row,
  from: fromOn,
  to: toOn,
})

/** What offices have settled, since when and where. */
export const settingsOnFile = async (db: Db): Promise<Setting[]> =>
  (await allSettings(db)).map(({ name, place, fromOn, value }) => ({
    key: name,
    place,
    value: String(value),
    effectiveFrom: fromOn,
  }))

/** Of a visit what the checks read; without its findings and narrative. */
export const VISIT_MADE = {
  school: visits.school,
  inspector: visits.inspector,
  visitDate: visits.onDay,
  part: visits.part,
  visitType: visits.visitType,
  status: visits.state,
}

/** Of a case what the checks read: its dates are those of the latest round. */
export const CASE_ON_FILE = {
  no: cases.id,
  school: cases.school,
  foundOn: cases.foundOn,
  severity: cases.severity,
  issuedOn: cases.issuedOn,
  dueOn: cases.dueOn,
  acknowledgedOn: cases.acknowledgedOn,
  reportOn: cases.reportOn,
  reinspectedOn: cases.reinspectedOn,
  verdict: cases.verdict,
  closedOn: cases.closedOn,
  resolvedBySection: cases.resolvedBySection,
}

/** Drafts too, once all that tells a visit from others is known. */
async function visitsMade(db: Db, since: Day | undefined): Promise<VisitMade[]> {
  const rows = await db
    .select(VISIT_MADE)
    .from(visits)
    .where(and(isNotNull(visits.school), isNotNull(visits.part), gte(visits.onDay, since ?? ALWAYS)))
  return rows as VisitMade[]
}

async function casesOnFile(db: Db, closedSince: Day | undefined): Promise<CaseOnFile[]> {
  const rows = await db
    .select({ ...CASE_ON_FILE, state: cases.state })
    .from(cases)
    .where(closedSince && sql`(${cases.closedOn} is null or ${cases.closedOn} >= ${closedSince})`)
  return rows.map(({ state, ...row }) => ({ ...row, withdrawn: state === 'withdrawn' }))
}
