import { expect, test } from 'vitest'
import { TOLD_ACTS } from '#cards/checks/told-acts.ts'
import { TOLD_WORDS } from '#cards/checks/told.ts'
import { reminders } from '#handlers/clock.ts'
import { DIGESTED, type Reader } from '#src/policy/checks/digested.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { TOLD } from '#src/policy/checks/told.ts'
import { BESIDES } from '#test/features.ts'

type Rhythm = 'every week' | number[]
type Tell = { p?: string[]; d?: Partial<Record<Reader, Rhythm>> }

const WEEK = 'every week'
const MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const QUARTER = [1, 4, 7, 10]
const HALF_YEAR = [1, 7]

/**
 * Who is to hear of each check by a message of his own (P), and in a digest (D) how often: policy.md 2.2, column "Tell".
 * Where it names no rhythm of a digest, it is the month. The days of a P stand in test/policy/told.test.ts.
 */
const TELL: Record<string, Tell> = {
  'C1.1': { d: { city_office: WEEK } },
  'C2.1': { p: ['office'], d: { city_office: MONTH } },
  'C3.1': { p: ['office', 'chief_inspector'], d: { committee_vice_chair: [12] } },
  'C3.2': { d: { city_office: QUARTER } },
  'C3.3': { p: ['chief_inspector'] },
  'C3.4': { p: ['unit'], d: { committee_vice_chair: WEEK } },
  'C4.1': { p: ['county_office'], d: { city_office: MONTH } },
  'C4.2': { d: { city_office: QUARTER } },
  'C5.1': { p: ['office'] },
  'C5.2': { d: { county_office: MONTH } },
  'C5.3': { p: ['responsible', 'zone_leader'], d: { county_office: MONTH } },
  'C5.3b': { d: { zone_leader: MONTH } },
  'C5.4': { d: { county_office: MONTH, city_office: QUARTER } },
  'C5.5': { d: { county_office: QUARTER } },
  'C5.6': { d: { county_office: MONTH } },
  'C5.7': { d: { city_office: QUARTER } },
  'C6.1': { d: { city_office: MONTH } },
  'C7.1': { p: ['office'], d: { city_office: MONTH } },
  'C7.2': { d: { county_office: WEEK, city_office: WEEK } },
  'C7.3': { d: { chief_inspector: MONTH } },
  'C8.1': { p: ['office'] },
  'C8.2': { p: ['office'], d: { county_office: MONTH, city_office: MONTH } },
  'C8.3': { p: ['office'] },
  'C8.4': { p: ['office'] },
  'C9.1': {
    p: ['county_office'],
    d: { city_office: MONTH, committee_chair: HALF_YEAR, committee_vice_chair: HALF_YEAR },
  },
  'C9.2': { d: { county_office: QUARTER } },
  'C10.1': { d: { city_office: QUARTER } },
  'C10.2': { p: ['office'] },
  'C10.3': { p: ['office'] },
  'C10.4': { p: ['office'] },
  'C10.5': { p: ['person', 'office'] },
  'C10.6': { p: ['person', 'office'] },
  'C11.1': { p: ['person'], d: { county_office: [10, 11, 12], city_office: [1] } },
  'C11.3': { p: ['office'] },
  'C11.4': { d: { city_office: MONTH } },
  // Once a year: the line is due by 31 March.
  'C12.1': { d: { city_office: [4] } },
  'C12.2': { d: { city_office: MONTH } },
  'C12.3': { d: { county_office: MONTH } },
  'C14.1': { d: { city_office: MONTH } },
}

test.each(CHECKS.map((check) => [check.id, check.name] as const))(
  '%s %s reaches whom it concerns, as often',
  (id) => {
    const own = TOLD.filter(({ check }) => check.id === id).map(({ to }) => to)
    const inDigests = DIGESTED.filter(({ check }) => check.id === id)
    expect(own.toSorted()).toEqual((TELL[id]?.p ?? []).toSorted())
    expect(Object.fromEntries(inDigests.map((each) => [each.to, each.in]))).toEqual(TELL[id]?.d ?? {})
    expect(own.length + inDigests.length).toBeGreaterThan(0)
  },
)

/** Rows of column "Tell" beside these: weekly to the city, on the 20th and 25th, when scheduled, yearly, each quarter. */
test('what has a reminder of its own has it', () => {
  expect(Object.keys(BESIDES)).toEqual(['C5.1', 'C5.3b', 'C5.4', 'C6.2', 'C14.2'])
  const names = Object.values(BESIDES).flatMap(({ p, d }) => Object.keys({ ...p, ...d }))
  expect(names.filter((name) => !reminders[name])).toEqual([])
})

test('what is told by a message of its own has its button, or a reason why there is none', () => {
  for (const { check, to } of TOLD) expect(TOLD_ACTS[check.id]?.[to], `${check.id} ${to}`).toBeDefined()
  const rows = Object.entries(TOLD_ACTS).flatMap(([id, acts]) => Object.keys(acts).map((to) => `${id} ${to}`))
  expect(rows.toSorted()).toEqual(TOLD.map(({ check, to }) => `${check.id} ${to}`).toSorted())
})

test('what is told by a message of its own has words', () => {
  for (const { check } of TOLD) expect(TOLD_WORDS[check.id], check.id).toBeDefined()
})
