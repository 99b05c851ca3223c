import { understand } from '#src/language/understand.ts'
import { describe, expect, test } from 'vitest'
import { listening, REGISTRY } from './city.ts'
import { shown } from './show.ts'
import { TERMS_OF_PROBLEMS } from './terms-of-problems.ts'

describe.each(Object.entries(TERMS_OF_PROBLEMS))('%s', (_, sentences) => {
  test.each(sentences)('%s', (text, line) =>
    expect(shown(understand(text, REGISTRY, listening())).join(' / ')).toBe(line),
  )
})
