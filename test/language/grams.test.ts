import { expect, test } from 'vitest'
import { featuresOf } from '#src/language/scale/features.ts'
import { gramsIn, gramTable } from '#src/language/scale/grams.ts'

const namesIn = (text: string): Set<string> => featuresOf({ text, traits: [] })

test.each(['去了Ｓ，留样不全', '好👍🏻好👍好', 'aaaa', '👍', ''])(
  'what is looked up by number in %s is what it is learned by',
  (text) => {
    const known = [...namesIn('昨天去了Ｓ，留样不全，好👍🏻aa')]
    const found = gramsIn(gramTable(known.map((gram, row) => [gram, row])), text)
    expect(new Set([...found].map((row) => known[row]))).toEqual(
      new Set(known.filter((gram) => namesIn(text).has(gram))),
    )
  },
)
