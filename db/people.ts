import { and, eq, isNull, or, sql, type SQL } from 'drizzle-orm'
import { hasRole, INSPECTOR_ROLES, type Person } from '#src/domain/person.ts'
import type { Day } from '#src/domain/day.ts'
import type { Role, SchoolCode, UserId } from '#src/domain/words.ts'
import { isAmong } from './among.ts'
import { deputiesOf, representedBy } from './deputies.ts'
import { inPost, isAssigned, isNotLeaving } from './in-post.ts'
import { once } from './once.ts'
import { assignments, people } from './schema/roster.ts'
import type { Db } from './store.ts'
import { zonesOf } from './zones.ts'

type Row = typeof people.$inferSelect

const byUserid = once((db) =>
  db
    .select()
    .from(people)
    .where(and(eq(people.userid, sql.placeholder('userid')), inPost))
    .limit(1)
    .prepare(),
)

const assignedTo = once((db) =>
  db
    .selectDistinct({ school: assignments.school })
    .from(assignments)
    .where(and(eq(assignments.inspector, sql.placeholder('userid')), isAssigned))
    .prepare(),
)

const toPerson = (row: Row, assigned: readonly SchoolCode[]): Person => ({
  userid: row.userid,
  name: row.name,
  roles: [row.role, ...row.alsoRoles],
  county: row.county,
  school: row.school,
  assigned,
  unit: row.unit,
})

/** The registered person behind a userid, or null for a stranger and for one who is suspended or has left. */
export async function personOf(db: Db, userid: UserId, today: Day): Promise<Person | null> {
  const [row] = await byUserid(db).all({ userid, today })
  if (!row) return null
  const [me, represented] = await Promise.all([
    withAssigned(db, row, today),
    representedBy(db, userid, today),
  ])
  if (represented.length === 0) return me
  return {
    ...me,
    standsInFor: await Promise.all(represented.map((each) => withAssigned(db, each, today))),
  }
}

async function withAssigned(db: Db, row: Row, today: Day): Promise<Person> {
  const assigned = await assignedTo(db).all({ userid: row.userid, today })
  const person = toPerson(
    row,
    assigned.map((each) => each.school),
  )
  return hasRole(person, INSPECTOR_ROLES) ? withZones(db, person, today) : person
}

/** An inspector whom a zone in force names as its leader is one, whatever the roster says (policy.md 8.5). */
async function withZones(db: Db, person: Person, today: Day): Promise<Person> {
  const zones = await zonesOf(db, person.userid, person.county, today)
  const leads = zones.some(({ isLeader }) => isLeader) && !person.roles.includes('zone_leader')
  return { ...person, zones, ...(leads && { roles: [...person.roles, 'zone_leader'] }) }
}

/** Of those who receive something: no assignments are read. */
export type Receiver = { userid: UserId; name: string; roles: readonly Role[] }

const toReceiver = (row: Row): Receiver => ({
  userid: row.userid,
  name: row.name,
  roles: [row.role, ...row.alsoRoles],
})

/** And whoever stands in for one of them today: he gets what that one gets, in his roles. */
export async function withDeputies(db: Db, receivers: readonly Receiver[], today: Day): Promise<Receiver[]> {
  const all = new Map<UserId, Receiver>(receivers.map((each) => [each.userid, each]))
  for (const { person, userid, name } of await deputiesOf(db, [...all.keys()], today)) {
    const roles = [...(all.get(userid)?.roles ?? []), ...(all.get(person)?.roles ?? [])]
    all.set(userid, { userid, name, roles })
  }
  return [...all.values()]
}

const bySchool = once((db) =>
  db
    .select()
    .from(people)
    .where(and(eq(people.school, sql.placeholder('school')), inPost, isNotLeaving))
    .orderBy(people.userid)
    .prepare(),
)

/** The principal (or principals) and the contacts of a school, principals first. */
export async function schoolPeople(db: Db, school: SchoolCode, today: Day): Promise<Receiver[]> {
  const bound = (await bySchool(db).all({ school, today })).map(toReceiver)
  const receivers = await withDeputies(db, bound, today)
  const inRole = (role: Role) => receivers.filter((each) => each.roles.includes(role))
  const principals = inRole('principal')
  return [...principals, ...inRole('school_contact').filter((each) => !principals.includes(each))]
}

/** The county's supervision office; the city's for city-run schools and where the county has nobody. */
export async function officePeople(db: Db, county: string | null, today: Day): Promise<Receiver[]> {
  const own = county === null ? [] : await withRole(db, 'county_office', county, today)
  return own.length > 0 ? own : withRole(db, 'city_office', null, today)
}

/** Chief inspectors of the city, who hear of serious harm at once (policy.md 8.5). */
export const chiefs = (db: Db, today: Day): Promise<Receiver[]> =>
  withRole(db, 'chief_inspector', null, today)

/**
 * In this role at a place, be it his first or one besides. The place stands in both halves, so that SQLite searches an
 * index for each.
 */
function holdsRole(there: SQL) {
  const role = sql.placeholder('role')
  const besides = sql`${people.alsoRoles} <> '[]' and exists (select 1 from json_each(${people.alsoRoles}) where value = ${role})`
  return and(or(and(there, eq(people.role, role)), and(there, besides)), inPost, isNotLeaving)
}

const inRoleAt = (there: SQL) =>
  once((db) => db.select().from(people).where(holdsRole(there)).orderBy(people.userid).prepare())
const inRoleAtCity = inRoleAt(isNull(people.county))
const inRoleInCounty = inRoleAt(eq(people.county, sql.placeholder('county')))

const rowsInRole = async (db: Db, role: Role, county: string | null, today: Day): Promise<Row[]> =>
  county === null ? inRoleAtCity(db).all({ role, today }) : inRoleInCounty(db).all({ role, county, today })

/** Everybody in a role in a county, at the city level where that is null; by userid. */
export async function withRole(db: Db, role: Role, county: string | null, today: Day): Promise<Receiver[]> {
  const rows = await rowsInRole(db, role, county, today)
  return withDeputies(db, rows.map(toReceiver), today)
}

/** The people of a bureau section in a county (or the city), by the unit in the roster. */
export async function sectionPeople(
  db: Db,
  section: string,
  county: string | null,
  today: Day,
): Promise<Receiver[]> {
  const rows = await rowsInRole(db, 'bureau_section', county, today)
  return rows.filter(({ unit }) => unit === section).map(toReceiver)
}

const inspectorsBySchool = once((db) =>
  db
    .select({ person: people })
    .from(assignments)
    .innerJoin(people, eq(people.userid, assignments.inspector))
    .where(and(eq(assignments.school, sql.placeholder('school')), isAssigned, inPost, isNotLeaving))
    .orderBy(people.userid)
    .prepare(),
)

/** The responsible inspectors of a school. */
export async function inspectorsOf(db: Db, school: SchoolCode, today: Day): Promise<Receiver[]> {
  const rows = await inspectorsBySchool(db).all({ school, today })
  return withDeputies(
    db,
    rows.map((row) => toReceiver(row.person)),
    today,
  )
}

const inspectedAmong = once((db) =>
  db
    .selectDistinct({ school: assignments.school })
    .from(assignments)
    .innerJoin(people, eq(people.userid, assignments.inspector))
    .where(and(isAmong(assignments.school, 'schools'), isAssigned, inPost))
    .prepare(),
)

/** Which of the schools have a responsible inspector in post (C5.1). */
export async function schoolsWithInspector(
  db: Db,
  schools: readonly SchoolCode[],
  today: Day,
): Promise<Set<SchoolCode>> {
  const rows = await inspectedAmong(db).all({ schools: JSON.stringify(schools), today })
  return new Set(rows.map((row) => row.school))
}

const namesAmong = once((db) =>
  db
    .select({ userid: people.userid, name: people.name })
    .from(people)
    .where(isAmong(people.userid, 'userids'))
    .prepare(),
)

/** Names for a list; an unknown userid has none. */
export async function namesOf(db: Db, userids: readonly UserId[]): Promise<Map<UserId, string>> {
  const rows = await namesAmong(db).all({ userids: JSON.stringify(userids) })
  return new Map(rows.map((row) => [row.userid, row.name]))
}

const namedAmong = once((db) =>
  db
    .select({ userid: people.userid, name: people.name })
    .from(people)
    .where(or(isAmong(people.name, 'words'), isAmong(people.userid, 'words')))
    .prepare(),
)

/** Names and userids of everybody on file whose name or userid, in lower case, is one of these words. */
export async function peopleAmong(db: Db, words: readonly string[]): Promise<Set<string>> {
  const rows = await namedAmong(db).all({ words: JSON.stringify(words) })
  return new Set(rows.flatMap(({ userid, name }) => [userid, name]))
}

const address = once((db) =>
  db
    .select({ written: people.written, suspendedAt: people.suspendedAt })
    .from(people)
    .where(eq(people.userid, sql.placeholder('userid')))
    .limit(1)
    .prepare(),
)

/** Whether the userid belongs to somebody on file, in post or not. */
export const isOnRoster = async (db: Db, userid: UserId): Promise<boolean> =>
  (await address(db).all({ userid })).length > 0

/** The userid as the roster spells it, as it is for somebody who is not in it; and whether he is suspended (停用). */
export async function addressOf(db: Db, userid: UserId): Promise<{ written: string; isSuspended: boolean }> {
  const [row] = await address(db).all({ userid })
  return { written: row?.written ?? userid, isSuspended: Boolean(row?.suspendedAt) }
}

const inspectorsAndSchools = once((db) =>
  db
    .selectDistinct({ inspector: assignments.inspector, school: assignments.school })
    .from(assignments)
    .innerJoin(people, eq(people.userid, assignments.inspector))
    .where(and(isAssigned, inPost))
    .orderBy(assignments.inspector, assignments.school)
    .prepare(),
)

/** Every responsible inspector in post with each of his schools. */
export const assignedSchools = async (
  db: Db,
  today: Day,
): Promise<{ inspector: UserId; school: SchoolCode }[]> => inspectorsAndSchools(db).all({ today })

/** The people of a member unit (成员单位) of the committee, by the unit in the roster. */
export async function unitPeople(db: Db, unit: string, today: Day): Promise<Receiver[]> {
  const rows = await rowsInRole(db, 'member_unit', null, today)
  return withDeputies(db, rows.filter((row) => row.unit === unit).map(toReceiver), today)
}
