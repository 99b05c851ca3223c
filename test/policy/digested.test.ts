import { expect, test } from 'vitest'
import { day } from '#src/domain/day.ts'
import { digested, type Reader } from '#src/policy/checks/digested.ts'

/** In which months of a year a check stands in somebody's monthly digest. */
const monthsOf = (id: string, to: Reader): number[] =>
  Array.from({ length: 12 }, (_, i) => i + 1).filter((month) =>
    digested(to, 'month', day(`2026-${String(month).padStart(2, '0')}-04`)).some((check) => check.id === id),
  )

test.each<[string, Reader, number[]]>([
  ['C3.2', 'city_office', [1, 4, 7, 10]],
  ['C4.2', 'city_office', [1, 4, 7, 10]],
  ['C5.4', 'city_office', [1, 4, 7, 10]],
  ['C5.5', 'county_office', [1, 4, 7, 10]],
  ['C5.7', 'city_office', [1, 4, 7, 10]],
  ['C9.2', 'county_office', [1, 4, 7, 10]],
  ['C10.1', 'city_office', [1, 4, 7, 10]],
  ['C9.1', 'committee_chair', [1, 7]],
  ['C11.1', 'county_office', [10, 11, 12]],
  ['C11.1', 'city_office', [1]],
  ['C12.1', 'city_office', [4]],
  ['C3.1', 'committee_vice_chair', [12]],
])('%s comes to %s in the months that policy.md 2.2 names', (id, to, months) =>
  expect(monthsOf(id, to)).toEqual(months),
)
