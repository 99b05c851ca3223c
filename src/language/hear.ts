import { datesIn, type DateHeard } from './dates.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { findNumbers, type NumberHeard } from './numbers.ts'
import { findParts, type PartHeard } from './visits/parts.ts'
import { plainOf } from './plain.ts'
import type { Registry } from './schools/registry.ts'
import { hasKind } from './schools/school-context.ts'
import { findSchools } from './schools/schools.ts'
import { overlaps } from './text.ts'
import type { Listening, SchoolHeard } from './understanding.ts'

/** A message with what stands out in it; spans are those of the text as it was written. */
export type Heard = {
  written: string
  plain: string
  schools: SchoolHeard[]
  dates: DateHeard[]
  parts: PartHeard[]
  numbers: NumberHeard[]
  lexicon: Lexicon
}

/** A reader that several others ask: it reads a message once. */
export function readOnce<T>(read: (heard: Heard) => T): (heard: Heard) => T {
  const known = new WeakMap<Heard, { value: T }>()
  return (heard) => {
    const before = known.get(heard)
    if (before) return before.value
    const value = read(heard)
    known.set(heard, { value })
    return value
  }
}

/** Finds what every reader of a message needs. Where words could be two things, papers' numbers come first, then whole names. */
export function hear(written: string, registry: Registry, listening: Listening): Heard {
  const plain = plainOf(written, listening.lexicon)
  const numbers = findNumbers(plain)
  const days = datesIn(plain, listening).filter(
    ({ span }) => !numbers.some((each) => overlaps(each.span, span)),
  )
  const taken = [...numbers, ...days].map(({ span }) => span)
  const schools = findSchools(written, plain, registry, listening, taken)
  const dates = days.filter(
    ({ span }) => !schools.some((each) => overlaps(each.span, span) && hasKind(each.text)),
  )
  const parts = findParts(
    plain,
    [...schools, ...dates].map(({ span }) => span),
  )
  return { written, plain, schools, dates, parts, numbers, lexicon: listening.lexicon }
}
