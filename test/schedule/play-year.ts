import { openNode, type NodeStore } from '#db/node.ts'
import { fillWorkingDays } from '#db/working-days.ts'
import { createRosterKeeper } from '#src/bot/roster.ts'
import { instantOf, type Instant } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { machine } from '#src/machine.ts'
import { tick, type TickDeps } from '#src/schedule/tick.ts'
import { csvFiles } from '#test/checks/csv.ts'
import { playRecords } from './play-records.ts'
import { minutesOfAYear, recordsOfAYear, type Records } from './records.ts'

const SEED = 20250901
const standstill = (from: string, to: string) => ({
  from: instantOf(`${from}:00+08:00`),
  to: instantOf(`${to}:00+08:00`),
})
/** An hour, a day, and a fortnight that begins before eight and ends in the middle of a Monday. */
const STANDSTILLS = [
  standstill('2025-11-12T15:30', '2025-11-12T16:31'),
  standstill('2025-12-03T00:00', '2025-12-04T08:05'),
  standstill('2026-03-09T07:40', '2026-03-23T10:20'),
]

/** Lets the clock go through the year of the made-up county; what failed is listed. */
export async function playYear() {
  const store = await openNode(':memory:', { kind: 'sample' })
  await fillWorkingDays(store, 2027)
  const records = recordsOfAYear(SEED)
  const files = [...csvFiles(records.office), zonesFile(records.zones)]
  const results = await importFiles(store, files, { at: machine.now() })
  const failures: unknown[] = results.flatMap((each) => each.errors)
  const minutes = minutesOfAYear(SEED, STANDSTILLS)
  const catchUp = playRecords(store.client, records)
  const begun = performance.now()
  const depsAt = ticking(store, failures)
  for (const now of minutes) {
    catchUp(now)
    await tick(depsAt(now), now)
  }
  return { store, records, minutes, failures, seconds: (performance.now() - begun) / 1000 }
}

function ticking(store: NodeStore, failures: unknown[]): (now: Instant) => TickDeps {
  let fresh = 0
  const deps = {
    store,
    files: { forget: async () => {} },
    known: createRosterKeeper(store.db),
    ids: { fresh: () => `id${++fresh}`, chance: () => 0.5 },
    watch: {
      log: (level: string, event: string, fields?: object) => {
        if (level === 'error') failures.push({ event, ...fields })
      },
      turn: () => {},
      count: () => {},
    },
    groups: [],
    wake: () => {},
  }
  return (now) => ({ ...deps, machine: { now: () => now } })
}

/** In the layout of the import. */
const zonesFile = (zones: Records['zones']) => ({
  name: 'zones.csv',
  bytes: Buffer.from(
    [
      'place,zone,leader,schools',
      ...zones.map(({ county, leader, schools }) =>
        [county, '第一责任区', leader, schools.join('|')].join(','),
      ),
    ].join('\n'),
  ),
})
