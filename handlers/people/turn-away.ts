import { strangerText, SUSPENDED } from '#cards/help.ts'
import { accountOf, strangerOf } from '#db/accounts.ts'
import { strangers } from '#db/schema/roster.ts'
import { insert, update, type Db } from '#db/store.ts'
import { plusMs, type Instant } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { plan, type Plan } from '../plan.ts'

/** How often somebody unknown reads how to be registered; in between he reads nothing. */
const ANSWERED_EVERY_MS = 3_600_000

type Unknown = { from: UserId; chat?: string }

/**
 * Somebody who may do nothing: suspended, or on no roster. He learns how to be registered and nothing else; that he wrote
 * is noted for the city office.
 */
export async function turnAway(db: Db, { from, chat }: Unknown, now: Instant): Promise<Plan> {
  if ((await accountOf(db, from))?.suspendedAt) return plan({ reply: SUSPENDED })
  const before = await strangerOf(db, from)
  if (before?.answeredAt && plusMs(before.answeredAt, ANSWERED_EVERY_MS) > now) return plan({})
  return plan({
    writes: [
      before
        ? update(strangers, { answeredAt: now }, { userid: from })
        : insert(strangers, { userid: from, firstAt: now, answeredAt: now }),
    ],
    reply: strangerText(from),
    public: chat === undefined,
  })
}
