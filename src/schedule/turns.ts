import type { Db } from '#db/store.ts'
import type { Minute } from '#handlers/reminders/remark.ts'
import type { Instant } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { instantOfSlot, lastTurn, turnAfter, turnOf, type Hour } from '#src/policy/hours.ts'

/** Up to whose turn an hour has been dealt with, and who was left out because he hears later that day. */
type Served = { upTo: Instant; waiting: ReadonlySet<UserId> }

/**
 * What this process has dealt with of the hours in hand, so that a minute works out the parts of those whose turn it is and
 * not again of all before them. A process that has just begun looks at everybody: what has been said has its key, and is
 * not said again.
 */
const served = new WeakMap<Db, ReadonlyMap<Instant, Served>>()

/** With so many schools not all turns that have passed are made up for in one minute: each brings the next. */
const MANY_SCHOOLS = 10_000

/** Who hears in a minute, for each of the hours in hand. */
export type Turns = {
  hears(hour: Hour): (userid: UserId) => boolean
  /** Whether nobody's turn is left after this minute. */
  areLast: boolean
  /** To be called when all of it has been said. */
  done(): void
}

/** The turns that have come by now and have not been dealt with; `waiting` are those who hear later today. */
export function turnsOf(
  { db, now, today, roster }: Pick<Minute, 'db' | 'now' | 'today' | 'roster'>,
  hours: readonly Hour[],
  waiting: ReadonlySet<UserId>,
): Turns {
  const before = served.get(db)
  const isLarge = roster.allSchools().length >= MANY_SCHOOLS
  const upTo = (past: Served | undefined): Instant =>
    isLarge ? (Math.min(now, turnAfter(past?.upTo ?? null, today)) as Instant) : now
  const inHand = new Map(
    hours.map(({ day, slot }) => {
      const hour = instantOfSlot(day, slot)
      const past = before?.get(hour)
      return [hour, { past, next: { upTo: upTo(past), waiting } }]
    }),
  )
  return {
    hears({ day, slot }) {
      const { past, next } = inHand.get(instantOfSlot(day, slot))!
      return (userid) => {
        const turn = turnOf(userid, today)
        const isServed = past !== undefined && turn <= past.upTo && !past.waiting.has(userid)
        return turn <= next.upTo && !waiting.has(userid) && !isServed
      }
    },
    areLast: waiting.size === 0 && [...inHand.values()].every(({ next }) => next.upTo >= lastTurn(today)),
    done: () => void served.set(db, new Map([...inHand].map(([hour, { next }]) => [hour, next]))),
  }
}
