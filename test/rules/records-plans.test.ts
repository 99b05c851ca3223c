import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNode, type NodeStore } from '#db/node.ts'
import { readRecordsWithin, type Within } from '#db/records-within.ts'
import { day } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { userId } from '#src/domain/words.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { readsOf } from '#src/policy/checks/reads.ts'
import { pretendFiveYears } from './statistics.ts'

// What a question about the records reads of tables that grow, with five years of thirty cities in them.

let store: NodeStore
const asked = new Set<string>()
beforeAll(async () => {
  store = await openNode(':memory:', { kind: 'sample' })
  pretendFiveYears(store.client)
})
afterAll(() => store.close())

/** The tables that are read whole for an answer of all checks. */
async function readWhole(within: Partial<Within>): Promise<string[]> {
  asked.clear()
  const prepare = store.client.prepare.bind(store.client)
  store.client.prepare = ((sql: string) => (asked.add(sql), prepare(sql))) as typeof store.client.prepare
  await readRecordsWithin(store.db, readsOf(CHECKS), {
    places: ['章贡区'],
    inspectors: null,
    since: day('2025-01-01'),
    ...within,
  })
  store.client.prepare = prepare
  const steps = [...asked].flatMap((sql) => stepsOf(sql))
  return steps.filter((step) => /^SCAN (?!json_each)/.test(step)).map((step) => step.slice('SCAN '.length))
}

const stepsOf = (sql: string): string[] => {
  const nulls = Array<null>(sql.split('?').length - 1).fill(null)
  const rows = store.client.prepare(`explain query plan ${sql}`).all(...nulls) as { detail: string }[]
  return rows.map(({ detail }) => detail)
}

/** They stay small whatever is asked. */
const SMALL = ['places', 'settings', 'working_days', 'studios', 'member_tasks', 'budgets']

test('a county’s question reads rows of the county', async () => {
  expect((await readWhole({})).filter((table) => !SMALL.includes(table))).toEqual([])
})

test('an inspector’s own question reads his rows', async () => {
  const whole = await readWhole({ inspectors: [userId('li_min')] })
  expect(whole.filter((table) => !SMALL.includes(table))).toEqual([])
})

test('of the whole city nothing is read whole that grows from year to year', async () => {
  const counties = Array.from({ length: 20 }, (_, i) => `第${i}县`)
  const whole = await readWhole({ places: [CITY, ...counties] })
  const growing = ['visits', 'cases', 'training', 'claims', 'appointments', 'principal_terms']
  expect(whole.filter((table) => growing.includes(table))).toEqual([])
})
