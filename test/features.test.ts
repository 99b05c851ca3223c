import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { TOPICS } from '#handlers/checks/topics.ts'
import { createRegistry } from '#src/language/schools/registry.ts'
import { understand } from '#src/language/understand.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { listening, OFFICE } from '#test/language/city.ts'
import { ASKED, featureTable } from './features.ts'

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8')

/** Column widths are the formatter's. */
const cells = (table: string): string[] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^[|\s-]+$/.test(line))
    .map((line) => line.replace(/\s*\|\s*/g, '|'))

test('README says of every check what the code does', () => {
  const wanted = cells(featureTable())
  expect(cells(readme).filter((row) => /^\|(C\d|check\|)/.test(row))).toEqual(wanted)
})

const registry = createRegistry([], ['章贡区'])

test.each(CHECKS.map(({ id }) => [id, ASKED[id]!] as const))('%s is answered to 「%s」', (id, words) => {
  const asked = understand(words, registry, listening(OFFICE))
  if (id.startsWith('C5.3')) return expect(asked.intent).toBe('query_gaps')
  if (asked.intent !== 'query_check' || asked.topic === 'who' || asked.topic === 'zones')
    throw new Error(`${words}: ${asked.intent}`)
  expect(TOPICS[asked.topic].checks.map((check) => check.id)).toContain(id)
})
