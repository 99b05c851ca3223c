import { openNode, type NodeStore } from '#db/node.ts'
import { fillWorkingDays } from '#db/working-days.ts'
import { createRosterKeeper } from '#src/bot/roster.ts'
import { addDays, at, dayOf, instant, plusMs, yearOf } from '#src/domain/day.ts'
import { ids, machine } from '#src/machine.ts'
import { tick, type TickDeps } from '#src/schedule/tick.ts'
import { quantile } from './figures.ts'

const MINUTES = 300

/** The clock on a database, with nobody to send to. */
export const clockOn = (store: NodeStore): TickDeps => ({
  store,
  files: { forget: async () => {} },
  known: createRosterKeeper(store.db),
  machine,
  ids,
  watch: { log: () => {}, turn: () => {}, count: () => {} },
  groups: [],
  wake: () => {},
})

/** What a minute takes that brings nothing, on a city with a year's records: half of them, and the slowest, in milliseconds. */
export async function idleMinutes(databasePath: string): Promise<{ p50: number; most: number }> {
  const store = await openNode(databasePath, { kind: 'live' })
  const today = dayOf(instant(Date.now()))
  await fillWorkingDays(store, yearOf(today) + 1)
  // The records of past semesters would be archived, a hundred a minute, for hours.
  store.client.exec("update visits set state = 'archived'")
  const deps = clockOn(store)
  // Between half past eight and four in the afternoon the clock has nothing to say.
  const begin = at(addDays(today, 1), 9)
  await tick(deps, begin)
  const took = new Float64Array(MINUTES)
  for (let n = 0; n < MINUTES; n++) {
    const begun = performance.now()
    await tick(deps, plusMs(begin, (n + 1) * 60_000))
    took[n] = performance.now() - begun
  }
  await store.close()
  took.sort()
  return { p50: quantile(took, 0.5), most: quantile(took, 1) }
}
