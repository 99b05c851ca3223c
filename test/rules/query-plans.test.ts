import { readdirSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RECORD_TABLES } from '#db/filing.ts'
import type { NodeStore } from '#db/node.ts'
import { openCast } from './cast.ts'
import { playAll, playTheRest } from './everything.ts'
import { indexesOf, pretendFiveYears, tablesOf } from './statistics.ts'

/** The records of an office: read whole for its checks, and when an import compares them with its files. */
const READ_FOR_CHECKS = Object.fromEntries(
  ['settings', 'visits', 'cases', ...Object.keys(RECORD_TABLES)].map((table) => [
    `SCAN ${table}`,
    'the checks go over all that is on file',
  ]),
)

/** What may be read whole, by the step of its plan: either it stays small, or it is read once. */
const READ_WHOLE: Record<string, string> = {
  ...READ_FOR_CHECKS,
  'SCAN working_days': 'the calendar, kept in memory',
  'SCAN working_days USING COVERING INDEX sqlite_autoindex_working_days_1': 'the years on file, at the start',
  'SCAN meta': 'a handful of facts about the database',
  'SCAN places': 'loaded with the roster',
  'SCAN schools': 'loaded with the roster, at the start and after an import',
  'SCAN lexicon': 'kept in memory, until it changes',
  'SCAN settings': 'what offices have settled: some dozens, for a question about the records',
  'SCAN studios': 'a handful in each place',
  'SCAN member_tasks': 'what the committee’s units are asked to do: some dozens a year',
  'SCAN people': 'an import compares the roster with its files',
  'SCAN assignments': 'an import compares the roster with its files',
  'SCAN assignments USING INDEX sqlite_autoindex_assignments_1':
    'who has which schools, on the 20th and the 25th of a month',
  'SCAN training USING INDEX training_unverified': 'what waits to be verified',
  'SCAN json_each VIRTUAL TABLE INDEX 1:': 'the list of one question, or the further roles of one person',
  'SCAN cases USING INDEX cases_open': 'what is open in the whole city, for its loop (C7.3)',
  'SCAN outbox USING INDEX outbox_waiting':
    'what waits to be sent, in the order of sending; its count for /metrics',
  'SCAN outbox USING COVERING INDEX outbox_failed': 'what reached nobody, counted for /metrics',
}

/** What may be sorted after it was read, by the index that found it: few rows each time. */
const SORTED: Record<string, string> = {
  cases_by_visit: 'the cases of one visit',
  cases_by_notice: 'the cases of one notice',
  cases_open_by_school: 'what is open at one school',
  cases_awaiting_office: 'what has waited for the office since one day',
  cases_referred: 'what sections were to answer by one day',
  cases_running_by_school: 'what runs at the schools of one inspector',
  visits_by_school: 'the records of one school and day',
  notices_by_school: 'the running notices of one school',
  notices_answered: 'what waits for one inspector',
  reports_by_notice: 'the reports on one notice',
  photos_by_subject: 'the pictures of one record',
  people_by_school: 'the people of one school',
  people_by_county: 'the people in one role of one county',
  assignments_by_school: 'the inspectors of one school',
  sqlite_autoindex_followed_reminders_1: 'thirty days of what each kind of reminder has come to',
}

/** Functions that the run does not call, and why they need no plan. */
const NOT_RUN: Record<string, string> = {
  moveClock: 'writes one row of meta',
}
/** What every statement is made with. */
const NO_READS = [
  'columns.ts',
  'd1.ts',
  'drizzle.config.ts',
  'file.ts',
  'node.ts',
  'once.ts',
  'span.ts',
  'statements.ts',
  'store.ts',
]

type Plan = { sql: string; steps: string[] }

let opened: Awaited<ReturnType<typeof openCast>>
let plans: Plan[]
let notRun: string[]

beforeAll(async () => {
  const statements = new Set<string>()
  const functions = await countCalls()
  opened = await openCast({ wrapStore: (store) => listening(store, statements) })
  await playAll(opened, () => {})
  await playTheRest(opened)
  notRun = await functions.never()
  const { client } = opened.world.store
  pretendFiveYears(client)
  plans = [...statements].filter(isOfTheBot).map((sql) => ({ sql, steps: stepsOf(client, sql) }))
}, 60_000)
afterAll(() => opened.world.close())

test('no table that grows is read whole', () => {
  const bad = plans.filter(({ steps }) =>
    steps.some((step) => step.startsWith('SCAN') && !(step in READ_WHOLE)),
  )
  expect(bad).toEqual([])
})

test('nothing long is sorted after it was read', () => {
  const bad = plans.filter(
    ({ steps }) => steps.some((step) => step.includes('TEMP B-TREE')) && !isShort(steps),
  )
  expect(bad).toEqual([])
})

const isShort = (steps: string[]): boolean =>
  steps.some((step) => Object.keys(SORTED).some((index) => step.includes(`INDEX ${index} `)))

test('every index is there for a query or keeps something unique', () => {
  const { client } = opened.world.store
  const used = plans.flatMap(({ steps }) => steps).join('\n')
  const idle = tablesOf(client)
    .flatMap((table) => indexesOf(client, table))
    .filter((index) => !index.unique && !new RegExp(`INDEX ${index.name}\\b`).test(used))
  expect(idle.map((index) => index.name)).toEqual([])
})

test('every function of db/ has had its statements explained', () => {
  expect(notRun).toEqual(Object.keys(NOT_RUN))
})

/** Notes every statement that the assistant prepares from now on. */
function listening(store: NodeStore, statements: Set<string>): NodeStore {
  const prepare = store.client.prepare.bind(store.client)
  store.client.prepare = ((sql: string) => {
    statements.add(sql)
    return prepare(sql)
  }) as typeof store.client.prepare
  return store
}

// Drizzle quotes names; what the test itself asks does not.
const isOfTheBot = (sql: string): boolean => /^(select .* from|update|delete from) "/s.test(sql)

function stepsOf(client: NodeStore['client'], sql: string): string[] {
  const nulls = Array<null>(sql.split('?').length - 1).fill(null)
  const rows = client.prepare(`explain query plan ${sql}`).all(...nulls) as { detail: string }[]
  return rows.map((row) => row.detail)
}

/** Watches which functions of db/ are called, so that a query which no scene reaches is noticed. */
async function countCalls(): Promise<{ never(): Promise<string[]> }> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  return {
    async never() {
      const { result } = await session.post('Profiler.takePreciseCoverage')
      session.disconnect()
      const called = new Set(
        result
          .filter(({ url }) => url.includes('/db/'))
          .flatMap(({ functions }) => functions.filter((each) => (each.ranges[0]?.count ?? 0) > 0))
          .map((each) => each.functionName),
      )
      return (await readers()).filter((name) => !called.has(name))
    },
  }
}

/** The functions of the files of db/ that hold reads: one file an aggregate. */
async function readers(): Promise<string[]> {
  const names: string[] = []
  for (const file of readdirSync(new URL('../../db', import.meta.url))) {
    if (!file.endsWith('.ts') || NO_READS.includes(file)) continue
    const exported = (await import(`../../db/${file.slice(0, -3)}.ts`)) as Record<string, unknown>
    names.push(...Object.keys(exported).filter((name) => typeof exported[name] === 'function'))
  }
  return names
}
