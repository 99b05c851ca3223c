import { describe, expect, test } from 'vitest'
import { account, differencesOf } from './differences.ts'

/** The product and the oracle on made-up cities; `differences.ts` hunts through more of them. */
const SEEDS = Array.from({ length: 28 }, (_, i) => i + 1)

describe('the checks agree with what was worked out a second time', () => {
  test.each(SEEDS)('in the made-up city %i', async (seed) => {
    const agreed = { days: 0, lines: 0 }
    const differences = await differencesOf(seed, agreed)
    expect(differences.map((each) => account(each, true)).join('\n')).toBe('')
    expect(agreed.lines).toBeGreaterThan(100)
  })
})
