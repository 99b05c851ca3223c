import { forgetMessages } from '#db/retention.ts'
import type { Store } from '#db/store.ts'
import { plusMs, DAY_MS, type Instant } from '#src/domain/day.ts'

export type TickDeps = {
  store: Store
  /** Messages and pictures that wait for their time. */
  wake(): void
}

/** What people wrote and were sent is kept for 30 days; the records made of it stay. */
const MESSAGE_LIFE_MS = 30 * DAY_MS

/** What the minute brings. Both hosts call it; what is due stands in the database, so a missed minute is made up. */
export async function tick(deps: TickDeps, now: Instant): Promise<void> {
  await deps.store.commit(forgetMessages(plusMs(now, -MESSAGE_LIFE_MS)))
  deps.wake()
}
