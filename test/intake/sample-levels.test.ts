import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openNode, type NodeStore } from '#db/node.ts'
import { readRecords } from '#db/records.ts'
import { at, day } from '#src/domain/day.ts'
import { loadSample } from '#src/intake/sample-city.ts'
import type { Line } from '#src/policy/checks/check.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { asOf } from '#src/policy/checks/view/view.ts'

/**
 * The levels that each check can come to in the made-up city on the day on which it is made. Checks with one line for the whole
 * city have one of them; what goes by the calendar of the year has those that the day allows.
 */
const LEVELS: Record<string, string> = {
  'C2.1': 'ok notice warning breach unknown',
  'C3.4': 'ok notice warning',
  'C4.2': 'ok notice warning breach unknown',
  'C5.1': 'ok unknown breach',
  'C5.2': 'ok notice warning',
  'C5.3': 'ok notice warning breach',
  'C5.4': 'ok notice warning breach unknown',
  'C5.5': 'ok notice warning breach unknown',
  'C5.7': 'ok warning',
  'C7.2': 'ok notice warning',
  'C7.3': 'ok notice warning unknown',
  'C8.1': 'ok warning breach',
  'C8.2': 'ok warning breach',
  'C8.3': 'ok notice breach',
  'C8.4': 'ok warning',
  'C9.1': 'ok breach unknown',
  'C9.2': 'ok breach unknown',
  'C10.1': 'ok notice breach unknown',
  'C10.2': 'ok notice breach unknown',
  'C10.3': 'ok breach unknown',
  'C10.4': 'ok warning breach unknown',
  'C10.5': 'ok notice warning breach',
  'C10.6': 'ok notice warning breach unknown',
  'C11.1': 'ok notice breach',
  'C11.3': 'ok warning',
  'C12.1': 'ok breach',
  'C12.2': 'ok warning',
  'C12.3': 'ok notice',
  'C14.1': 'ok warning',
}

describe.each(['2025-11-18', '2026-03-16', '2026-07-08'])('made on %s', (made) => {
  let store: NodeStore
  let lines: Line[]
  beforeAll(async () => {
    store = await openNode(':memory:', { kind: 'sample' })
    await loadSample(store, at(day(made), 10))
    lines = linesOf(asOf(await readRecords(store.db), day(made)))
  }, 60_000)
  afterAll(() => store.close())

  test.each(Object.entries(LEVELS))('%s comes to %s', (check, levels) => {
    const found = new Set(lines.filter((line) => line.check === check).map(({ level }) => level))
    expect(levels.split(' ').filter((level) => !found.has(level as never))).toEqual([])
  })
})
