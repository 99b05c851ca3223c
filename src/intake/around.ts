import { OPERATOR } from '#db/history.ts'
import { allAssignments } from '#db/roster.ts'
import type { Db } from '#db/store.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import type { Kind } from './kinds/kind.ts'
import { isCity, type Roster } from './roster.ts'
import type { Around } from './shelves/shelf.ts'

/** What the rows of a kind take from the roster. */
export async function aroundOf(db: Db, roster: Roster, { id }: Kind): Promise<Around> {
  const countyOf = (school: SchoolCode) => (roster.schools.get(school)?.['county'] ?? null) as string | null
  const responsible = id === 'cases' ? await responsibleInspectors(db) : new Map<SchoolCode, UserId>()
  const offices = id === 'cases' ? officesIn(roster) : new Map<string | null, UserId>()
  return {
    isCity: (place) => isCity(roster, place),
    countyOf,
    inspectorOf: (school) =>
      responsible.get(school) ?? offices.get(countyOf(school)) ?? offices.get(null) ?? OPERATOR,
  }
}

async function responsibleInspectors(db: Db): Promise<Map<SchoolCode, UserId>> {
  const rows = (await allAssignments(db)).filter(({ withdrawn, toOn }) => !withdrawn && toOn === null)
  return new Map(rows.map(({ school, inspector }) => [school, inspector]))
}

function officesIn({ people }: Roster): Map<string | null, UserId> {
  const offices = new Map<string | null, UserId>()
  for (const { userid, role, county, leftOn } of people.values())
    if ((role === 'county_office' || role === 'city_office') && !leftOn)
      offices.set(county as string | null, userid as UserId)
  return offices
}
