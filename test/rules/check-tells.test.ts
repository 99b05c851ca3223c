import { expect, test } from 'vitest'
import { TOLD_ACTS } from '#cards/checks/told-acts.ts'
import { TOLD_WORDS } from '#cards/checks/told.ts'
import { DIGESTED } from '#src/policy/checks/digested.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { TOLD } from '#src/policy/checks/told.ts'

/** Who is to hear of each check by a message of his own (P) and in a digest (D): policy.md 2.2, column "Tell". */
const TELL: Record<string, { p?: string[]; d?: string[] }> = {
  'C1.1': { d: ['city_office'] },
  'C2.1': { p: ['office'], d: ['city_office'] },
  'C3.1': { p: ['office', 'chief_inspector'], d: ['committee_vice_chair'] },
  'C3.2': { d: ['city_office'] },
  'C3.3': { p: ['chief_inspector'] },
  'C3.4': { p: ['unit'], d: ['committee_vice_chair'] },
  'C4.1': { p: ['county_office'], d: ['city_office'] },
  'C4.2': { d: ['city_office'] },
  'C5.1': { p: ['office'] },
  'C5.2': { d: ['county_office'] },
  'C5.3': { p: ['responsible', 'zone_leader'], d: ['county_office'] },
  'C5.3b': { d: ['zone_leader'] },
  'C5.4': { d: ['county_office', 'city_office'] },
  'C5.5': { d: ['county_office'] },
  'C5.6': { d: ['county_office'] },
  'C5.7': { d: ['city_office'] },
  'C6.1': { d: ['city_office'] },
  'C7.1': { p: ['office'], d: ['city_office'] },
  'C7.2': { d: ['county_office', 'city_office'] },
  'C7.3': { d: ['chief_inspector'] },
  'C8.1': { p: ['office'] },
  'C8.2': { p: ['office'], d: ['county_office', 'city_office'] },
  'C8.3': { p: ['office'] },
  'C8.4': { p: ['office'] },
  'C9.1': { p: ['county_office'], d: ['city_office', 'committee_chair'] },
  'C9.2': { d: ['county_office'] },
  'C10.1': { d: ['city_office'] },
  'C10.2': { p: ['office'] },
  'C10.3': { p: ['office'] },
  'C10.4': { p: ['office'] },
  'C10.5': { p: ['person', 'office'] },
  'C10.6': { p: ['person', 'office'] },
  'C11.1': { p: ['person'], d: ['county_office', 'city_office'] },
  'C11.3': { p: ['office'] },
  'C11.4': { d: ['city_office'] },
  'C12.1': { d: ['city_office'] },
  'C12.2': { d: ['city_office'] },
  'C12.3': { d: ['county_office'] },
  'C14.1': { d: ['city_office'] },
}

test.each(CHECKS.map((check) => [check.id, check.name] as const))('%s %s reaches whom it concerns', (id) => {
  const own = TOLD.filter(({ check }) => check.id === id).map(({ to }) => to)
  const inDigests = DIGESTED.filter(({ check }) => check.id === id).map(({ to }) => to)
  expect(own.toSorted()).toEqual((TELL[id]?.p ?? []).toSorted())
  expect([...new Set(inDigests)].toSorted()).toEqual((TELL[id]?.d ?? []).toSorted())
  expect(own.length + inDigests.length).toBeGreaterThan(0)
})

test('what is told by a message of its own has its button, or a reason why there is none', () => {
  for (const { check, to } of TOLD) expect(TOLD_ACTS[check.id]?.[to], `${check.id} ${to}`).toBeDefined()
  const rows = Object.entries(TOLD_ACTS).flatMap(([id, acts]) => Object.keys(acts).map((to) => `${id} ${to}`))
  expect(rows.toSorted()).toEqual(TOLD.map(({ check, to }) => `${check.id} ${to}`).toSorted())
})

test('what is told by a message of its own has words', () => {
  for (const { check } of TOLD) expect(TOLD_WORDS[check.id], check.id).toBeDefined()
})
