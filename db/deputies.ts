import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { isAmong } from './among.ts'
import { inPost, isNotLeaving, TODAY } from './in-post.ts'
import { once } from './once.ts'
import { deputies, people } from './schema/roster.ts'
import type { Db } from './store.ts'

const inForce = sql`${deputies.fromOn} <= ${TODAY} and ${deputies.toOn} >= ${TODAY}`

const ofPersons = once((db) =>
  db
    .select({ person: deputies.person, userid: people.userid, name: people.name })
    .from(deputies)
    .innerJoin(people, eq(people.userid, deputies.deputy))
    .where(and(isAmong(deputies.person, 'persons'), inForce, inPost, isNotLeaving))
    .prepare(),
)

/** Who stands in today for any of those persons. */
export const deputiesOf = async (db: Db, persons: readonly UserId[], today: Day) =>
  persons.length === 0 ? [] : ofPersons(db).all({ persons: JSON.stringify(persons), today })

const ofDeputy = once((db) =>
  db
    .select({ person: people })
    .from(deputies)
    .innerJoin(people, eq(people.userid, deputies.person))
    .where(and(eq(deputies.deputy, sql.placeholder('userid')), inForce, inPost))
    .prepare(),
)

/** Those for whom this person stands in today; not for somebody who has left or is suspended himself. */
export const representedBy = async (db: Db, userid: UserId, today: Day) =>
  (await ofDeputy(db).all({ userid, today })).map((row) => row.person)
