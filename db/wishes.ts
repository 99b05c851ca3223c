import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Day } from '#src/domain/day.ts'
import type { Clock } from '#src/domain/wish.ts'
import type { UserId } from '#src/domain/words.ts'
import { isAmong } from './among.ts'
import { inPost } from './in-post.ts'
import { once } from './once.ts'
import { people } from './schema/roster.ts'
import { wishes } from './schema/wishes.ts'
import type { Db } from './store.ts'

export type WishRow = typeof wishes.$inferSelect

const byId = once((db) =>
  db
    .select()
    .from(wishes)
    .where(eq(wishes.id, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

export async function wishOf(db: Db, id: string): Promise<WishRow | null> {
  const [row] = await byId(db).all({ id })
  return row ?? null
}

const isInForce = sql`${wishes.state} = 'in_force'`

const byPerson = once((db) =>
  db
    .select()
    .from(wishes)
    .where(and(eq(wishes.person, sql.placeholder('person')), isInForce))
    .orderBy(asc(wishes.since))
    .prepare(),
)

/** What somebody wants of his reminders, the oldest first. */
export const wishesOf = async (db: Db, person: UserId): Promise<WishRow[]> => byPerson(db).all({ person })

const quietening = once((db) =>
  db
    .select()
    .from(wishes)
    .where(and(isAmong(wishes.person, 'people'), isInForce, sql`${wishes.kind} <> 'remind'`))
    .prepare(),
)

/** When these people want none: hours and pauses. */
export const quietWishesOf = async (db: Db, people: readonly UserId[]): Promise<WishRow[]> =>
  people.length === 0 ? [] : quietening(db).all({ people: JSON.stringify(people) })

const bySlot = once((db) =>
  db
    .select(getTableColumns(wishes))
    .from(wishes)
    .innerJoin(people, eq(people.userid, wishes.person))
    .where(and(eq(wishes.slot, sql.placeholder('slot')), isInForce, inPost))
    .prepare(),
)

/** The reminders that people in post have asked for at this time of day. */
export const wishesAt = async (db: Db, slot: Clock, today: Day): Promise<WishRow[]> =>
  bySlot(db).all({ slot, today })
