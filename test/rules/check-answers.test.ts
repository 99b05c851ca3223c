import { describe, expect, test } from 'vitest'
import { TOPICS } from '#handlers/checks/topics.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { readsOf } from '#src/policy/checks/reads.ts'

/** Checks that are answered where they are asked otherwise than as a question about the records. */
const ELSEWHERE: Record<string, string> = {
  'C5.3': '「这学期还差几所」: handlers/queries/gaps.ts',
  'C5.3b': '「我这个月还差几所没去」: handlers/queries/gaps.ts',
  'C10.6': 'says itself when a visit is logged: handlers/visits',
}

const answering = (id: string) =>
  Object.entries(TOPICS).filter(
    ([topic, { checks }]) => topic !== 'county_sheet' && checks.some((check) => check.id === id),
  )

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test('is answered in chat by its own question', () => {
    expect(answering(id).length > 0).toBe(!(id in ELSEWHERE))
  })

  test('stands in the county sheet (C14.2)', () => {
    expect(TOPICS.county_sheet.checks).toContain(check)
  })

  test('says which records it reads', () => {
    expect(readsOf([check]).size).toBeGreaterThan(0)
  })
})
