import { afterEach, expect, test } from 'vitest'
import { openNode, type NodeStore } from '#db/node.ts'
import { readRecords } from '#db/records.ts'
import { readRecordsWithin } from '#db/records-within.ts'
import { allPlaces } from '#db/roster.ts'
import { addYears, day, instantOf, yearOf } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { importFiles } from '#src/intake/import.ts'
import type { Check, Line } from '#src/policy/checks/check.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { readsOf } from '#src/policy/checks/reads.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import { csvFiles } from '#test/checks/csv.ts'
import { madeUpCity } from '#test/checks/made-up/city.ts'

// What a question reads of the records is enough: the lines are those of everything on file.

let store: NodeStore
afterEach(() => store.close())

/** What is said of each; the records that are shown as its ground stand in the order of their tables. */
const told = (lines: readonly Line[]) => lines.map(({ evidence: _, ...line }) => line)

test.each([1, 2, 3, 4, 5, 6])('made-up city %i', async (seed) => {
  const { files, days } = madeUpCity(seed)
  const today = day(days[0]!)
  store = await openNode(':memory:', { kind: 'sample' })
  for (const { errors } of await importFiles(store, csvFiles(files), {
    at: instantOf(`${today}T08:00:00+08:00`),
  }))
    expect(errors).toEqual([])
  const view = asOf(await readRecords(store.db), today)
  const lines = linesOf(view)
  const within = async (checks: readonly Check[], places: string[]) =>
    linesOf(
      asOf(
        await readRecordsWithin(store.db, readsOf(checks), {
          places,
          inspectors: null,
          since: addYears(day(`${yearOf(today)}-01-01`), -1),
        }),
        today,
      ),
      checks,
    )
  const places = await allPlaces(store.db)
  const counties = places.filter(({ level }) => level !== 'city').map(({ name }) => name)
  for (const check of CHECKS)
    expect(told(await within([check], [CITY, ...counties]))).toEqual(
      told(lines.filter((line) => line.check === check.id)),
    )
  // The made-up places supervise schools of each other, which real ones do not.
  for (const county of counties) {
    const zones = places.filter(({ countedIn }) => countedIn === county).map(({ name }) => name)
    const checks = CHECKS.filter((check) => !readsOf([check]).has('supervisions'))
    const own = (await within(checks, [county, ...zones])).filter(({ place }) => place === county)
    expect(told(own)).toEqual(
      told(lines.filter(({ place, check }) => place === county && checks.some(({ id }) => id === check))),
    )
  }
})
