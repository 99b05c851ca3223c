import type { Scale } from './scale.ts'

/**
 * A word that tells a trait, as a number: there are some hundred of them, and of four numbers one can be made that is
 * found sooner than a name that has to be put together.
 */
export type Word = number

const NUMBERS = new Map<string, Word>()
const TEXTS: string[] = ['']
const BITS = 8

/** The number of a word without blanks; from 1 to 255. */
export function word(text: string): Word {
  const known = NUMBERS.get(text)
  if (known !== undefined) return known
  if (TEXTS.length >> BITS) throw new Error(`「${text}」 is a word too many for traits: widen BITS`)
  NUMBERS.set(text, TEXTS.length)
  return TEXTS.push(text) - 1
}

/** The numbers of words by their names. */
export const words = <T extends string>(...texts: readonly T[]): Readonly<Record<T, Word>> =>
  Object.fromEntries(texts.map((text) => [text, word(text)])) as Record<T, Word>

/** The numbers of 0, 1, 2 and so on, up to the greatest that is told. */
export const countWords = (greatest: number): readonly Word[] =>
  Array.from({ length: greatest + 1 }, (_, n) => word(String(n)))

/** Takes one thing that is known of what is weighed: its kind, and up to three words that tell it. */
export type TakeTrait = (kind: Word, a?: Word, b?: Word, c?: Word) => void

/** A trait by name, as the weights are learned for it. */
export const traitName = (...told: (Word | undefined)[]): string =>
  told.flatMap((each) => TEXTS[each ?? 0] || []).join(' ')

const keyOf = (kind: Word, a: Word, b: Word, c: Word): number =>
  (kind << (3 * BITS)) | (a << (2 * BITS)) | (b << BITS) | c

/** The rows of traits by the words that tell them. */
export type TraitRows = ReadonlyMap<number, number>

/** The rows of a scale whose features are traits. */
export const traitRows = ({ rows }: Scale): TraitRows =>
  new Map(
    [...rows].map(([name, row]) => {
      const [kind = 0, a = 0, b = 0, c = 0] = name.split(' ').map(word)
      return [keyOf(kind, a, b, c), row]
    }),
  )

/** The row of a trait; undefined for one that was not learned. */
export const traitRow = (
  rows: TraitRows,
  kind: Word,
  a: Word = 0,
  b: Word = 0,
  c: Word = 0,
): number | undefined => rows.get(keyOf(kind, a, b, c))
