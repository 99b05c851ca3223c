import { describe, expect, test } from 'vitest'
import type { Level } from '#src/policy/checks/levels.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { MEASURES_11_TO_14 } from './boundaries/measures-11-14.ts'
import { MEASURES_1_TO_4 } from './boundaries/measures-1-4.ts'
import { MEASURE_5 } from './boundaries/measure-5.ts'
import { MEASURES_6_TO_8 } from './boundaries/measures-6-8.ts'
import { MEASURES_9_AND_10 } from './boundaries/measures-9-10.ts'
import { levelOn } from './given.ts'

const BOUNDARIES = [
  ...MEASURES_1_TO_4,
  ...MEASURE_5,
  ...MEASURES_6_TO_8,
  ...MEASURES_9_AND_10,
  ...MEASURES_11_TO_14,
]

describe('a level changes where one figure is moved by one', () => {
  test.each(BOUNDARIES)('$check $words', ({ check, subject, looks }) => {
    expect(looks.map(({ on, rows }) => levelOn(on, check, subject, rows))).toEqual(
      looks.map(({ level }) => level),
    )
  })
})

/** The levels that a check can have by records-contract.md B4. */
const LEVELS: Record<string, Level[]> = {
  'C1.1': ['ok', 'notice', 'warning', 'unknown'],
  'C2.1': ['ok', 'notice', 'warning', 'breach', 'unknown'],
  'C3.1': ['ok', 'notice', 'warning', 'breach'],
  'C3.2': ['ok', 'notice', 'warning'],
  'C3.3': ['ok', 'notice'],
  'C3.4': ['ok', 'notice', 'warning'],
  'C4.1': ['ok', 'warning', 'breach'],
  'C4.2': ['ok', 'notice', 'warning', 'breach', 'unknown'],
  'C5.1': ['ok', 'notice', 'breach', 'unknown'],
  'C5.2': ['ok', 'notice', 'warning'],
  'C5.3': ['ok', 'notice', 'warning', 'breach'],
  'C5.3b': ['ok', 'notice', 'warning', 'breach'],
  'C5.4': ['ok', 'notice', 'warning', 'breach', 'unknown'],
  'C5.5': ['ok', 'notice', 'warning', 'breach', 'unknown'],
  'C5.6': ['ok', 'notice', 'unknown'],
  'C5.7': ['ok', 'warning'],
  'C6.1': ['ok', 'notice'],
  'C7.1': ['ok', 'notice', 'warning', 'breach'],
  'C7.2': ['ok', 'notice', 'warning'],
  'C7.3': ['ok', 'notice', 'warning', 'unknown'],
  'C8.1': ['ok', 'warning', 'breach'],
  'C8.2': ['ok', 'warning', 'breach'],
  'C8.3': ['ok', 'notice', 'breach'],
  'C8.4': ['ok', 'warning'],
  'C9.1': ['ok', 'breach', 'unknown'],
  'C9.2': ['ok', 'breach', 'unknown'],
  'C10.1': ['ok', 'notice', 'breach', 'unknown'],
  'C10.2': ['ok', 'notice', 'breach', 'unknown'],
  'C10.3': ['ok', 'breach', 'unknown'],
  'C10.4': ['ok', 'warning', 'breach', 'unknown'],
  'C10.5': ['ok', 'notice', 'warning', 'breach'],
  'C10.6': ['ok', 'notice', 'warning', 'breach', 'unknown'],
  'C11.1': ['ok', 'notice', 'warning', 'breach'],
  'C11.3': ['ok', 'warning'],
  'C11.4': ['ok', 'notice', 'warning'],
  'C12.1': ['ok', 'breach', 'unknown'],
  'C12.2': ['ok', 'warning'],
  'C12.3': ['ok', 'notice'],
  'C14.1': ['ok', 'warning'],
}

test('every level of every check is reached above', () => {
  const reached = Map.groupBy(BOUNDARIES, ({ check }) => check)
  const levelsOf = (check: string) =>
    (reached.get(check) ?? []).flatMap(({ looks }) => looks.map(({ level }) => level))
  const asSet = (levels: readonly Level[]) => [...new Set(levels)].toSorted()
  expect(Object.fromEntries(CHECKS.map(({ id }) => [id, asSet(levelsOf(id))]))).toEqual(
    Object.fromEntries(Object.entries(LEVELS).map(([id, levels]) => [id, asSet(levels)])),
  )
})
