import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNode, type NodeStore } from '#db/node.ts'
import { fillWorkingDays, loadedWorkingDays } from '#db/working-days.ts'
import { createRosterKeeper } from '#src/bot/roster.ts'
import { at, instantOf, type Day, type Instant } from '#src/domain/day.ts'
import { turnOf } from '#src/policy/hours.ts'
import { importFiles } from '#src/intake/import.ts'
import { tick, type TickDeps } from '#src/schedule/tick.ts'
import { playRecords } from './play-records.ts'
import { minutesOfAYear, PEOPLE, recordsOfAYear, SCHOOLS } from './records.ts'
import { whatMustBeSent, type Reminded } from './oracle.ts'

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

let store: NodeStore
let said: Reminded[]
let wanted: Reminded[]
const failures: unknown[] = []

beforeAll(async () => {
  store = await openNode(':memory:', { kind: 'sample' })
  await fillWorkingDays(store, 2027)
  const results = await importFiles(store, [
    { name: 'schools.csv', bytes: Buffer.from(schoolsFile()) },
    { name: 'people.csv', bytes: Buffer.from(peopleFile()) },
  ])
  expect(results.flatMap((each) => each.errors)).toEqual([])
  const records = recordsOfAYear(SEED)
  const minutes = minutesOfAYear(SEED, STANDSTILLS)
  const catchUp = playRecords(store.client, records)
  for (const now of minutes) {
    catchUp(now)
    await tick(depsAt(now), now)
  }
  said = store.client
    .prepare('select kind, subject, recipient, period, at from reminders')
    .all() as Reminded[]
  const minuteOf = (userid: string) =>
    (turnOf(userid, '2025-09-01' as Day) - at('2025-09-01' as Day, 8)) / 60_000
  wanted = whatMustBeSent(records, await loadedWorkingDays(store.db), minutes, minuteOf)
}, 120_000)
afterAll(() => store.close())

let known: TickDeps['known'] | null = null
let fresh = 0
const depsAt = (now: Instant): TickDeps => ({
  store,
  files: { forget: async () => {} },
  known: (known ??= createRosterKeeper(store.db)),
  machine: { now: () => now },
  ids: { fresh: () => `id${++fresh}`, chance: () => 0.5 },
  watch: {
    log: (level, event, fields) => void (level === 'error' && failures.push({ event, ...fields })),
    turn: () => {},
    count: () => {},
  },
  groups: [],
  wake: () => {},
})

const schoolsFile = () =>
  [
    'code,name,county,stage,ownership,students,aliases',
    ...SCHOOLS.map(({ code, county }) => `${code},第${code.slice(1)}小学,${county},primary,public,500,`),
  ].join('\n')
const peopleFile = () =>
  [
    'userid,name,role,also_roles,county,school_code,assigned_school_codes,unit,left_on',
    ...PEOPLE.map(({ userid, roles: [role, ...also], county, school, assigned, unit, leftOn }) =>
      [userid, userid, role, also.join('|'), county, school, assigned.join('|'), unit, leftOn].join(','),
    ),
  ].join('\n')

const line = ({ kind, subject, recipient, period, at: said }: Reminded) =>
  `${new Date(said + 8 * 3_600_000).toISOString().slice(0, 16)} ${recipient} ${kind} ${subject} ${period}`

test('nothing failed', () => expect(failures).toEqual([]))

test('a year of minutes says exactly what has to be said, when it has to be said, once', () => {
  expect(wanted.length).toBeGreaterThan(1_500)
  expect(said.map(line).sort()).toEqual(wanted.map(line).sort())
})

test('what meets for one person is one message', () => {
  const rows = store.client
    .prepare("select recipient, created_at as at from outbox where kind = 'reminder'")
    .all() as { recipient: string; at: Instant }[]
  const moments = (all: readonly { recipient: string; at: Instant }[]) =>
    all.map(({ recipient, at: moment }) => `${moment} ${recipient}`)
  expect(moments(rows).sort()).toEqual([...new Set(moments(said))].sort())
})

test('every kind of reminder was there', () => {
  expect([...new Set(said.map(({ kind }) => kind))].sort()).toEqual([
    'day_list',
    'digest',
    'draft_lapsed',
    'draft_morning',
    'draft_today',
    'due_1',
    'due_3',
    'last_call',
    'overdue_1',
    'overdue_15',
    'overdue_3',
    'overdue_30',
    'overdue_7',
    'section_late',
    'unanswered_1',
    'unanswered_2',
    'unvisited_20',
    'unvisited_25',
  ])
})
