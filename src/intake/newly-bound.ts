import { runningNotices } from '#db/notices.ts'
import { people } from '#db/schema/roster.ts'
import { update, type Db, type Write } from '#db/store.ts'
import { SCHOOL_ROLES } from '#src/domain/person.ts'
import type { Role, SchoolCode, UserId } from '#src/domain/words.ts'
import type { Row } from './shelves/shelf.ts'

/** Somebody who comes to a school where notices are open is given them with the next minute (policy.md 8.9). */
export async function awaitNotices(db: Db, row: Row, version: number): Promise<Write[]> {
  const roles = [row['role'], ...((row['alsoRoles'] as Role[] | undefined) ?? [])] as Role[]
  const school = row['school'] as SchoolCode | null
  if (!school || !roles.some((role) => SCHOOL_ROLES.includes(role))) return []
  const running = await runningNotices(db, school)
  return running.length > 0
    ? [update(people, { awaitsNotices: version }, { userid: row['userid'] as UserId })]
    : []
}
