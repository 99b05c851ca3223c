import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NodeStore } from '#db/node.ts'
import { loadedWorkingDays } from '#db/working-days.ts'
import { at, type Day, type Instant } from '#src/domain/day.ts'
import { turnOf } from '#src/policy/hours.ts'
import { TOLD } from '#src/policy/checks/told.ts'
import { whatMustBeSent, type Reminded } from './oracle.ts'
import { playYear } from './play-year.ts'

let store: NodeStore
let said: Reminded[]
let wanted: Reminded[]
let failures: unknown[]

beforeAll(async () => {
  const year = await playYear()
  ;({ store, failures } = year)
  said = store.client
    .prepare('select kind, subject, recipient, period, at from reminders')
    .all() as Reminded[]
  wanted = whatMustBeSent(year.records, await loadedWorkingDays(store.db), year.minutes, minuteOf)
}, 300_000)
afterAll(() => store.close())

const SOME_DAY = '2025-09-01' as Day
/** Which minute after eight is whose is the one thing that the product may choose. */
const minuteOf = (userid: string) => (turnOf(userid, SOME_DAY) - at(SOME_DAY, 8)) / 60_000

/** How the steps of a check are named is the product's own affair: each is told at its moment. */
const asWanted = (each: Reminded): Reminded => (isOfACheck(each) ? { ...each, period: '' } : each)
const isOfACheck = ({ kind }: Reminded) => /^C\d/.test(kind)

const line = ({ kind, subject, recipient, period, at: said }: Reminded) =>
  `${new Date(said + 8 * 3_600_000).toISOString().slice(0, 16)} ${recipient} ${kind} ${subject} ${period}`

test('nothing failed', () => expect(failures).toEqual([]))

test('a year of minutes says exactly what has to be said, when it has to be said, once', () => {
  expect(wanted.length).toBeGreaterThan(1_500)
  expect(said.map(asWanted).map(line).sort()).toEqual(wanted.map(line).sort())
})

test('what meets for one person is one message', () => {
  const rows = store.client
    .prepare("select recipient, created_at as at from outbox where kind = 'reminder'")
    .all() as { recipient: string; at: Instant }[]
  const moments = (all: readonly { recipient: string; at: Instant }[]) =>
    all.map(({ recipient, at: moment }) => `${moment} ${recipient}`)
  expect(moments(rows).sort()).toEqual([...new Set(moments(said))].sort())
})

test('every kind of reminder was there, and of each check that tells somebody', () => {
  expect([...new Set(said.map(({ kind }) => kind))].sort()).toEqual([
    ...[...new Set(TOLD.map(({ check }) => check.id))].sort(),
    'county_sheet',
    'day_list',
    'digest',
    'draft_lapsed',
    'draft_morning',
    'draft_today',
    'due_1',
    'due_3',
    'last_call',
    'monthly_digest',
    'overdue_1',
    'overdue_15',
    'overdue_3',
    'overdue_30',
    'overdue_7',
    'scheduled',
    'section_late',
    'unanswered_1',
    'unanswered_2',
    'unvisited_20',
    'unvisited_25',
    'year_report',
  ])
})
