import { and, asc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Day } from '#src/domain/day.ts'
import type { Condition } from '#src/policy/condition.ts'
import { once } from './once.ts'
import { followedReminders, reminders } from './schema/machine.ts'
import type { Db } from './store.ts'

const isUnjudged = sql`${reminders.actsUntil} is not null`

const first = once((db) =>
  db
    .select({ upTo: reminders.actsUntil, kind: reminders.kind })
    .from(reminders)
    .where(and(isUnjudged, lt(reminders.actsUntil, sql.placeholder('today'))))
    .orderBy(asc(reminders.actsUntil), asc(reminders.kind))
    .limit(1)
    .prepare(),
)

/** The oldest day before `today`, and a kind of reminder, of which nobody has looked whether the act followed. */
export async function nextToJudge(db: Db, today: Day): Promise<{ upTo: Day; kind: string } | null> {
  const [row] = await first(db).all({ today })
  return row ? { upTo: row.upTo as Day, kind: row.kind } : null
}

const ofDay = once((db) =>
  db
    .select({ asks: reminders.asks })
    .from(reminders)
    .where(
      and(
        isUnjudged,
        eq(reminders.actsUntil, sql.placeholder('upTo')),
        eq(reminders.kind, sql.placeholder('kind')),
      ),
    )
    .prepare(),
)

/** What each of these reminders asked for. */
export const unjudged = async (db: Db, upTo: Day, kind: string): Promise<Condition[][]> =>
  (await ofDay(db).all({ upTo, kind })).map(({ asks }) => asks ?? [])

export type Followed = { kind: string; told: number; followed: number }

const sums = once((db) =>
  db
    .select({
      kind: followedReminders.kind,
      told: sql<number>`sum(${followedReminders.told})`,
      followed: sql<number>`sum(${followedReminders.followed})`,
    })
    .from(followedReminders)
    .where(gte(followedReminders.upTo, sql.placeholder('since')))
    .groupBy(followedReminders.kind)
    .prepare(),
)

/** How many reminders of each kind, whose time was over since that day, were followed by the act. */
export const followedOfKinds = async (db: Db, since: Day): Promise<Followed[]> => sums(db).all({ since })
