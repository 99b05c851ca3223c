import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '#src/domain/day.ts'
import type { OwnZone } from '#src/domain/person.ts'
import { CITY } from '#src/domain/records.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import { isAmong } from './among.ts'
import { inPost, isAssigned, TODAY } from './in-post.ts'
import { once } from './once.ts'
import { assignments, people, schools } from './schema/roster.ts'
import { zones } from './schema/staffing.ts'
import type { Db } from './store.ts'

/** Zones of a place that are in force on a day: taken back ones, ended ones and those to come give no right. */
const inForceAt = and(
  eq(zones.place, sql.placeholder('place')),
  sql`${zones.withdrawn} = 0 and (${zones.from} is null or ${zones.from} <= ${TODAY}) and (${zones.to} is null or ${zones.to} >= ${TODAY})`,
)

/** Its schools, as far as they are of its place: a code that slipped in from elsewhere gives no right there. */
const schoolsThere = sql<string>`(select json_group_array(${schools.code}) from ${schools}
  where ${schools.code} in (select value from json_each(${zones.schools}))
    and coalesce(${schools.county}, ${CITY}) = ${zones.place} and ${schools.withdrawn} = 0)`.mapWith(
  (codes: string) => JSON.parse(codes) as SchoolCode[],
)

const ME = sql.placeholder('userid')

const naming = once((db) =>
  db
    .select({ name: zones.zone, leader: zones.leader, schools: schoolsThere })
    .from(zones)
    .where(
      and(
        inForceAt,
        sql`(${zones.leader} = ${ME} or ${zones.liaison} = ${ME} or exists (select 1 from json_each(${zones.members}) where value = ${ME}))`,
      ),
    )
    .orderBy(zones.zone)
    .prepare(),
)

/** The zones of somebody's place that name him on a day, as leader, liaison or member. */
export async function zonesOf(db: Db, userid: UserId, county: string | null, today: Day): Promise<OwnZone[]> {
  const rows = await naming(db).all({ userid, place: county ?? CITY, today })
  return rows.map(({ name, leader, schools }) => ({ name, isLeader: leader === userid, schools }))
}

const allAt = once((db) =>
  db
    .select({
      name: zones.zone,
      leader: zones.leader,
      liaison: zones.liaison,
      members: zones.members,
      schools: schoolsThere,
    })
    .from(zones)
    .where(inForceAt)
    .orderBy(zones.zone)
    .prepare(),
)

export type Zone = {
  name: string
  leader: UserId | null
  liaison: UserId | null
  members: readonly UserId[]
  schools: readonly SchoolCode[]
}

/** Every zone of a place that is in force on a day, by name. */
export const zonesAt = async (db: Db, county: string | null, today: Day): Promise<Zone[]> =>
  allAt(db).all({ place: county ?? CITY, today })

const responsibleAmong = once((db) =>
  db
    .selectDistinct({ inspector: assignments.inspector })
    .from(assignments)
    .innerJoin(people, eq(people.userid, assignments.inspector))
    .where(and(isAmong(assignments.school, 'schools'), isAssigned, inPost))
    .prepare(),
)

/** Who is a responsible inspector of one of these schools on a day. */
export async function inspectorsAmong(db: Db, schools: readonly SchoolCode[], today: Day): Promise<UserId[]> {
  const rows = await responsibleAmong(db).all({ schools: JSON.stringify(schools), today })
  return rows.map(({ inspector }) => inspector)
}
