import { describe, expect, test } from 'vitest'
import { oracleOf } from '../oracle/check.ts'
import type { Line } from '../oracle/line.ts'
import { EXAMPLES } from './examples.ts'
import { MEASURES_1_TO_4 } from './measures-1-4.ts'
import { MEASURES_5_TO_8 } from './measures-5-8.ts'
import { MEASURES_9_TO_14 } from './measures-9-14.ts'

const CASES = [...EXAMPLES, ...MEASURES_1_TO_4, ...MEASURES_5_TO_8, ...MEASURES_9_TO_14]

const lineOf = (lines: Line[], check: string, subject: string) =>
  lines.find((line) => line.check === check && line.subject === subject)

describe('worked out by hand', () => {
  for (const { name, files, on, absent = [] } of CASES)
    test(name, () => {
      const oracle = oracleOf(files)
      for (const [day, expected] of Object.entries(on)) {
        const lines = oracle(day)
        for (const [check, subject, level, figures = {}] of expected)
          expect(lineOf(lines, check, subject), `${day} ${check} ${subject}`).toMatchObject({
            level,
            figures,
          })
        for (const [check, subject] of absent)
          expect(lineOf(lines, check, subject), `${day} ${check}`).toBe(undefined)
      }
    })
})

test('an empty database prints only lines of the city', () => {
  const lines = oracleOf({})('2026-11-23').map(({ check, subject, level }) => `${check} ${subject} ${level}`)
  expect(lines).toEqual([
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
