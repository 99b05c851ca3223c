import { and, eq, gte, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/domain/day.ts'
import { CITY, type Assignment, type CaseOnFile, type Records, type VisitMade } from '#src/domain/records.ts'
import type { Role, UserId } from '#src/domain/words.ts'
import { RECORD_TABLES, type RecordKind } from './filing.ts'
import { CASE_ON_FILE, VISIT_MADE, asAssignment, settingsOnFile } from './records.ts'
import { allPlaces } from './roster.ts'
import { cases, visits } from './schema/loop.ts'
import { ALWAYS, assignments, people, schools, workingDays } from './schema/roster.ts'
import type { Db } from './store.ts'

/** What a question is about: places, or a few inspectors; what grows is read from a day on. */
export type Within = { places: readonly string[]; inspectors: readonly UserId[] | null; since: Day }

export type Kind = keyof Records

type Row<K extends Kind> = Records[K][number]

/**
 * Of these kinds what the checks read to answer for these places, and nothing more: rows of the places, of the inspectors
 * appointed there or responsible there, and of the schools that these are responsible for. Every other kind is empty.
 */
export async function readRecordsWithin(db: Db, kinds: ReadonlySet<Kind>, within: Within): Promise<Records> {
  const wanted = async <K extends Kind>(kind: K, read: () => Promise<unknown>): Promise<Row<K>[]> =>
    kinds.has(kind) ? ((await read()) as Row<K>[]) : []
  const filed = (kind: RecordKind, where: SQL | undefined) =>
    db
      .select()
      .from(RECORD_TABLES[kind] as SQLiteTable)
      .where(where)
  const { places, inspectors: asked, since } = within

  const assigned = await wanted('assignments', () => assignedWithin(db, within))
  const named = <T extends string>(values: readonly T[]): T[] => [...new Set(values)]
  const there = await wanted('people', () => peopleWithin(db, within))
  const inspectors = await wanted('inspectors', () => {
    const { userid, place } = RECORD_TABLES.inspectors
    // Whoever works here may have been appointed elsewhere.
    const besides = named([
      ...assigned.map(({ inspector }) => inspector),
      ...there.map((each) => each.userid),
    ])
    return filed(
      'inspectors',
      asked ? isOneOf(userid, asked) : or(isAt(place, places), isOneOf(userid, besides)),
    )
  })
  const userids = asked ?? named(inspectors.map(({ userid }) => userid))
  const ofThem = (kind: 'appointments' | 'training' | 'claims' | 'exit_grounds', more?: SQL) => () =>
    filed(kind, and(isOneOf(RECORD_TABLES[kind].userid, userids), more))
  const inPlaces = (kind: keyof typeof BY_PLACE) => () => filed(kind, isAt(BY_PLACE[kind], [CITY, ...places]))

  const schoolRows = await wanted('schools', () =>
    db
      .select()
      .from(schools)
      .where(
        or(isIn(schools.county, places), isOneOf(schools.code, named(assigned.map(({ school }) => school)))),
      ),
  )
  const codes = schoolRows.map(({ code }) => code)
  const shorthand = Map.groupBy(
    assigned.filter(({ from }) => from === ALWAYS),
    ({ inspector }) => inspector,
  )
  const records: Records = {
    places: await allPlaces(db),
    settings: await settingsOnFile(db),
    schools: schoolRows,
    people: there.map((row) => ({ ...row, assigned: [] })),
    assignments: assigned.filter(({ from }) => from !== ALWAYS),
    inspectors,
    holidays: await wanted('holidays', () => db.select().from(workingDays)),
    visits: await wanted('visits', () => visitsAmong(db, codes, since)),
    cases: await wanted('cases', () => casesWithin(db, places, since)),
    appointments: await wanted('appointments', ofThem('appointments')),
    training: await wanted('training', ofThem('training', gte(RECORD_TABLES.training.endOn, since))),
    claims: await wanted('claims', ofThem('claims')),
    exitGrounds: await wanted('exitGrounds', ofThem('exit_grounds')),
    principalTerms: await wanted('principalTerms', () =>
      filed('principal_terms', isOneOf(RECORD_TABLES.principal_terms.school, codes)),
    ),
    teachingCalendar: await wanted('teachingCalendar', inPlaces('teaching_calendar')),
    studentNumbers: await wanted('studentNumbers', inPlaces('student_numbers')),
    studios: await wanted('studios', inPlaces('studios')),
    seatList: await wanted('seatList', inPlaces('seat_list')),
    committeeSeats: await wanted('committeeSeats', inPlaces('committee_seats')),
    posts: await wanted('posts', inPlaces('posts')),
    meetings: await wanted('meetings', inPlaces('meetings')),
    memberTasks: await wanted('memberTasks', () => filed('member_tasks', undefined)),
    documents: await wanted('documents', inPlaces('documents')),
    // The funds of a studio may stand in whosever budget (C11.4).
    budgets: await wanted('budgets', () => filed('budgets', undefined)),
    monitoringReports: await wanted('monitoringReports', inPlaces('monitoring_reports')),
    commendations: await wanted('commendations', inPlaces('commendations')),
    // A county is supervised by its own body or by the city's: what another place carries out there is not looked for.
    supervisions: await wanted('supervisions', inPlaces('supervisions')),
    interviews: await wanted('interviews', inPlaces('interviews')),
    accountability: await wanted('accountability', inPlaces('accountability')),
  }
  const whole = await withNamed(db, records)
  const people = whole.people.map((row) => ({
    ...row,
    assigned: (shorthand.get(row.userid) ?? []).map(({ school }) => school),
  }))
  return { ...whole, people }
}

/**
 * With whom the rows name besides, and the schools of these: a row counts for nothing once somebody or something that it
 * must name has been withdrawn (records-contract.md B2.4, B7.5).
 */
async function withNamed(db: Db, records: Records): Promise<Records> {
  const { inspectors, posts, committeeSeats, principalTerms, studios, assignments, visits } = records
  const known = new Set<string>(records.people.map(({ userid }) => userid))
  const who = [
    ...[...posts, ...committeeSeats, ...principalTerms].map(({ person }) => person),
    ...[...assignments, ...visits].map(({ inspector }) => inspector),
    ...studios.map(({ lead }) => lead),
    ...inspectors.flatMap(({ userid, recusals }) => [userid, ...recusals]),
  ]
  const strangers = [...new Set(who)].filter((each) => !known.has(each))
  const others = await among(strangers, (list) =>
    db.select().from(people).where(isOneOf(people.userid, list)),
  )
  const all = [...records.people, ...others.map((row) => ({ ...row, assigned: [] }))]
  const codes = [
    ...all.flatMap(({ school }) => school ?? []),
    ...inspectors.flatMap((card) => [card.servingSchool, card.formerSchool, ...card.recusals]),
  ]
  const onFile = new Set<string | null>(records.schools.map(({ code }) => code))
  const elsewhere = [...new Set(codes)].filter((code): code is string => !onFile.has(code))
  const more = await among(elsewhere, (list) => db.select().from(schools).where(isOneOf(schools.code, list)))
  return { ...records, people: all, schools: [...records.schools, ...more] }
}

const among = async <T>(
  list: readonly string[],
  read: (list: readonly string[]) => Promise<T[]>,
): Promise<T[]> => (list.length > 0 ? read(list) : [])

const {
  teaching_calendar,
  student_numbers,
  studios,
  seat_list,
  committee_seats,
  posts,
  meetings,
  documents,
  monitoring_reports,
  commendations,
  supervisions,
  interviews,
  accountability,
} = RECORD_TABLES

/** The column by which rows belong to a place. */
const BY_PLACE = {
  teaching_calendar: teaching_calendar.place,
  student_numbers: student_numbers.place,
  studios: studios.place,
  seat_list: seat_list.place,
  committee_seats: committee_seats.place,
  posts: posts.place,
  meetings: meetings.place,
  documents: documents.place,
  monitoring_reports: monitoring_reports.place,
  commendations: commendations.place,
  supervisions: supervisions.place,
  interviews: interviews.place,
  accountability: accountability.place,
}

/** One of a list, however long: a single parameter. */
const isOneOf = (column: SQLiteColumn, values: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(values)}))`

/** One of a few places, spelled out: SQLite takes a JSON list for long, and would rather read the whole table. */
const isAt = (column: SQLiteColumn, places: readonly string[]): SQL => inArray(column, [...places])

/** As `isAt` where the city level stands as null. */
const isIn = (column: SQLiteColumn, places: readonly string[]): SQL | undefined =>
  places.includes(CITY) ? or(isAt(column, places), isNull(column)) : isAt(column, places)

/** Who is responsible for a school of these places, and which schools the inspectors of these places have. */
async function assignedWithin(db: Db, { places, inspectors }: Within): Promise<Assignment[]> {
  const { inspector, school } = assignments
  const rows = inspectors
    ? await db.select().from(assignments).where(isOneOf(inspector, inspectors))
    : await db
        .select()
        .from(assignments)
        .where(
          or(
            inArray(
              school,
              db.select({ code: schools.code }).from(schools).where(isIn(schools.county, places)),
            ),
            inArray(
              inspector,
              db
                .select({ userid: RECORD_TABLES.inspectors.userid })
                .from(RECORD_TABLES.inspectors)
                .where(isAt(RECORD_TABLES.inspectors.place, places)),
            ),
          ),
        )
  return rows.map(asAssignment)
}

/** Of the people at a place the checks ask about those who inspect or head a school. */
const ASKED: Role[] = ['full_time_inspector', 'part_time_inspector', 'zone_leader', 'principal']

const peopleWithin = (db: Db, { places, inspectors }: Within) =>
  db
    .select()
    .from(people)
    .where(
      inspectors
        ? isOneOf(people.userid, inspectors)
        : and(isIn(people.county, places), or(inArray(people.role, ASKED), sql`${people.alsoRoles} <> '[]'`)),
    )

const visitsAmong = async (db: Db, codes: readonly string[], since: Day): Promise<VisitMade[]> =>
  (await db
    .select(VISIT_MADE)
    .from(visits)
    .where(
      and(
        isOneOf(visits.school, codes),
        gte(visits.onDay, since),
        inArray(visits.state, ['submitted', 'archived']),
      ),
    )) as VisitMade[]

/** Cases in hand, and those closed since a day: each half by its own index. */
async function casesWithin(db: Db, places: readonly string[], since: Day): Promise<CaseOnFile[]> {
  const isThere = isIn(cases.county, places)
  const open = await db
    .select(CASE_ON_FILE)
    .from(cases)
    .where(and(isThere, sql`${cases.state} not in ('advised', 'closed', 'withdrawn')`))
  const closed = await db
    .select(CASE_ON_FILE)
    .from(cases)
    .where(and(isThere, sql`${cases.state} = 'closed'`, gte(cases.closedOn, since)))
  return [...open, ...closed].map((row) => ({ ...row, withdrawn: false }))
}

/** The accounts of all that have an inspector's card. */
export async function inspectorsWithCards(db: Db): Promise<UserId[]> {
  const { userid, withdrawn } = RECORD_TABLES.inspectors
  const rows = await db.selectDistinct({ userid }).from(RECORD_TABLES.inspectors).where(eq(withdrawn, false))
  return rows.map((row) => row.userid)
}
