import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { schoolsOf } from '#src/intake/listening-tables.ts'
import weights from '#src/language/scale/weights.json' with { type: 'json' }
import { CITIES, digestOf, examplesOf } from './evaluation.ts'
import { judgedHalf, scoreOf } from './score.ts'

const EXAMPLES = CITIES.flatMap(examplesOf)

describe('the messages', () => {
  const intents = Map.groupBy(EXAMPLES, ({ expected }) => expected.intent)

  test('are many, and some of every intent', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(300)
    expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length)
    expect(intents.size).toBe(20)
    for (const [intent, all] of intents) expect([intent, all.length >= 10]).toEqual([intent, true])
  })

  test('hold many that must come out as a question or as nothing', () => {
    const quiet = EXAMPLES.filter(
      ({ expected: { intent, slots } }) => intent === 'unknown' || slots.ambiguous !== undefined,
    )
    expect(quiet.length).toBeGreaterThanOrEqual(60)
  })

  test('share no eight characters in a row beyond the name of a school', async () => {
    const tables = CITIES.map(({ folder }) => schoolsOf(readFileSync(`${folder}schools.csv`)))
    const names = (await Promise.all(tables)).flat().flatMap(({ name, aliases }) => [name, ...aliases])
    const longestFirst = names.sort((a, b) => b.length - a.length)
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const { id, text } of EXAMPLES) {
      const said = longestFirst.filter((name) => text.includes(name))
      const rest = said.reduce((left, name) => left.replaceAll(name, '\0'.repeat(8)), text)
      for (let from = 0; from + 8 <= rest.length; from++) {
        const words = rest.slice(from, from + 8)
        if (words.includes('\0')) continue
        if ((seen.get(words) ?? id) !== id) twice.push(`${seen.get(words)} ${id} ${words}`)
        seen.set(words, id)
      }
    }
    expect(twice).toEqual([])
  })
})

test('what was reached on the half that the rules were tuned on is kept', async () => {
  const score = scoreOf(await judgedHalf('tuned'))
  expect(score.intent).toBeGreaterThanOrEqual(0.99)
  expect(score.exact).toBeGreaterThanOrEqual(0.955)
  expect(score.school).toBeGreaterThanOrEqual(0.993)
  expect(score.date).toBeGreaterThanOrEqual(0.99)
  expect(score.silentWrong).toBeLessThanOrEqual(20)
  expect(score.needlessQuestions).toBeLessThanOrEqual(0.005)
})

test('the weights were learned from the messages as they stand: else run npm run train', () => {
  expect(weights.from).toBe(digestOf('tuned'))
})
