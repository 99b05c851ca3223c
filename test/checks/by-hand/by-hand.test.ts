import { describe, expect, test } from 'vitest'
import { oracleOf } from '../oracle/check.ts'
import type { Line } from '../oracle/line.ts'
import type { Files } from '../oracle/rows.ts'
import { productOf } from '../product.ts'
import { EXAMPLES } from './examples.ts'
import { MEASURES_1_TO_4 } from './measures-1-4.ts'
import { MEASURE_5 } from './measure-5.ts'
import { MEASURES_11_TO_14 } from './measures-11-14.ts'
import { MEASURES_6_TO_8 } from './measures-6-8.ts'
import { MEASURES_9_TO_10 } from './measures-9-10.ts'

const CASES = [
  ...EXAMPLES,
  ...MEASURES_1_TO_4,
  ...MEASURE_5,
  ...MEASURES_6_TO_8,
  ...MEASURES_9_TO_10,
  ...MEASURES_11_TO_14,
]

const SIDES: Record<string, (files: Files) => Promise<(D: string) => Line[]>> = {
  oracle: async (files) => oracleOf(files),
  product: productOf,
}

const lineOf = (lines: Line[], check: string, subject: string) =>
  lines.find((line) => line.check === check && line.subject === subject)

describe.each(Object.keys(SIDES))('worked out by hand, the %s says the same', (side) => {
  test.each(CASES)('$name', async ({ files, on, absent = [] }) => {
    const linesOn = await SIDES[side]!(files)
    for (const [day, expected] of Object.entries(on)) {
      const lines = linesOn(day)
      for (const [check, subject, level, figures = {}] of expected)
        expect(lineOf(lines, check, subject), `${day} ${check} ${subject}`).toMatchObject({ level, figures })
      for (const [check, subject] of absent)
        expect(lineOf(lines, check, subject), `${day} ${check}`).toBe(undefined)
    }
  })

  test('an empty database prints only lines of the city', async () => {
    const lines = (await SIDES[side]!({}))('2026-11-23')
    expect(lines.map(({ check, subject, level }) => `${check} ${subject} ${level}`)).toEqual([
      'C1.1 city unknown',
      'C2.1 city unknown',
      'C3.1 city@2025 breach',
      'C3.1 city@2026 warning',
      'C3.2 city warning',
      'C3.3 city@2026 ok',
      'C5.7 city warning',
      'C6.1 city@2025 notice',
      'C6.1 city@2026 ok',
      'C7.1 city@2025 breach',
      'C7.1 city@2026 notice',
      'C7.3 city unknown',
      'C9.1 city unknown',
      'C9.2 city unknown',
      'C10.1 city unknown',
      'C12.1 city unknown',
      'C12.2 city warning',
    ])
  })
})
