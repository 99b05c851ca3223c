import { and } from 'drizzle-orm'
import type { Day } from '#src/domain/day.ts'
import { INSPECTOR_ROLES } from '#src/domain/person.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { isAmong } from './among.ts'
import { inPost, isNotLeaving } from './in-post.ts'
import { once } from './once.ts'
import { withDeputies, type Receiver } from './people.ts'
import { people } from './schema/roster.ts'
import type { Db } from './store.ts'
import { zonesAt } from './zones.ts'

const among = once((db) =>
  db
    .select()
    .from(people)
    .where(and(isAmong(people.userid, 'userids'), inPost, isNotLeaving))
    .orderBy(people.userid)
    .prepare(),
)

/** Who leads which schools of a place today, whoever stands in for him among the receivers. */
export type Led = { schools: readonly SchoolCode[]; receivers: readonly Receiver[] }

/** The leaders of a place's zones that are in force: inspectors of the place, in post; one who leads two has the schools of both. */
export async function zonesLed(db: Db, county: string | null, today: Day): Promise<Led[]> {
  const zones = await zonesAt(db, county, today)
  const userids = JSON.stringify(zones.flatMap(({ leader }) => leader ?? []))
  const found = zones.length === 0 ? [] : await among(db).all({ userids, today })
  const led: Led[] = []
  for (const { userid, name, role, alsoRoles, county: of } of found) {
    const roles = [role, ...alsoRoles]
    if (of !== county || !roles.some((each) => INSPECTOR_ROLES.includes(each))) continue
    const schools = zones.filter(({ leader }) => leader === userid).flatMap((zone) => zone.schools)
    led.push({ schools, receivers: await withDeputies(db, [{ userid, name, roles }], today) })
  }
  return led
}
