import { forgetMessages, forgetReminders } from '#db/retention.ts'
import { markTick } from '#db/last-tick.ts'
import type { Store } from '#db/store.ts'
import { everyMinute } from '#handlers/clock.ts'
import type { Minute } from '#handlers/reminders/remark.ts'
import { queued } from '#src/bot/queue.ts'
import type { Known } from '#src/bot/roster.ts'
import { addYears, at, dayOf, plusMs, DAY_MS, type Instant } from '#src/domain/day.ts'
import { rootCause } from '#src/domain/errors.ts'
import type { Clock, Files, Ids } from '#src/domain/ports.ts'
import type { Watch } from '#src/watch/watch.ts'
import { forgetPhotos } from './forget-photos.ts'
import { remind } from './remind.ts'

export type TickDeps = Speaking & {
  store: Store
  files: Pick<Files, 'forget'>
  /** Messages and pictures that wait for their time. */
  wake(): void
}

export type Speaking = {
  store: Pick<Store, 'db' | 'commit'>
  known(): Promise<Known>
  machine: Clock
  ids: Ids
  watch: Watch
  /** The places whose groups take the digest. */
  groups: readonly string[]
}

/** What people wrote and were sent is kept for 30 days; the records made of it stay. */
const MESSAGE_LIFE_MS = 30 * DAY_MS
/** That somebody was reminded is kept as long as anything that he was reminded of may still be looked into. */
const REMINDER_LIFE_YEARS = 2

/**
 * What the minute brings. Both hosts call it; what is due stands in the database, so a missed minute is made up. What fails
 * is tried again with the next minute and holds up nothing else.
 */
export async function tick(deps: TickDeps, now: Instant): Promise<void> {
  await attempt(deps, 'retention', () => forget(deps, now))
  await speak(deps, now)
  deps.wake()
}

/** The part of the minute that people hear of. */
export async function speak(deps: Speaking, now: Instant): Promise<void> {
  await attempt(deps, 'minute', async () => {
    const minute = await nowAs(deps, now)
    for (const [name, job] of Object.entries(everyMinute))
      await attempt(deps, name, async () => {
        const plan = await job({ ...minute, hears: () => true })
        const queue = { db: deps.store.db, ids: deps.ids, now, machineNow: deps.machine.now() }
        await deps.store.commit([...plan.writes, ...(await queued(queue, plan, null))])
      })
    await remind(deps, minute)
  })
}

async function forget({ store, files, machine }: TickDeps, now: Instant): Promise<void> {
  const monthAgo = plusMs(now, -MESSAGE_LIFE_MS)
  const twoYearsAgo = at(addYears(dayOf(now), -REMINDER_LIFE_YEARS))
  await store.commit([...forgetMessages(monthAgo), forgetReminders(twoYearsAgo), markTick(machine.now())])
  await forgetPhotos({ store, files }, monthAgo)
}

async function nowAs({ store, known, ids, groups }: Speaking, now: Instant): Promise<Omit<Minute, 'hears'>> {
  const { roster, workingDays } = await known()
  return { db: store.db, now, today: dayOf(now), roster, workingDays, ids, groups }
}

async function attempt(deps: Speaking, job: string, doing: () => Promise<void>): Promise<void> {
  try {
    await doing()
  } catch (error) {
    deps.watch.log('error', 'tick_failed', { job, error: rootCause(error) })
  }
}
