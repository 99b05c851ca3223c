import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { Instant } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { once } from './once.ts'
import { people, strangers } from './schema/roster.ts'
import type { Db } from './store.ts'

const newcomers = once((db) =>
  db
    .select({ userid: strangers.userid, firstAt: strangers.firstAt })
    .from(strangers)
    .leftJoin(people, eq(people.userid, strangers.userid))
    .where(
      and(
        gt(strangers.firstAt, sql.placeholder('after')),
        lte(strangers.firstAt, sql.placeholder('upTo')),
        isNull(people.userid),
      ),
    )
    .orderBy(asc(strangers.firstAt))
    .prepare(),
)

/** Who wrote for the first time within this span and has not come on the roster since. */
export const newStrangers = async (
  db: Db,
  after: Instant,
  upTo: Instant,
): Promise<{ userid: UserId; firstAt: Instant }[]> => newcomers(db).all({ after, upTo })
