import type { Span } from '../understanding.ts'

/** Words with what each means. `lengths`: by the code of a first character, how long such words are, the longest first. */
export type WordTable<T> = {
  readonly meanings: ReadonlyMap<string, T>
  readonly lengths: ReadonlyMap<number, readonly number[]>
}

/** Builds a table once; of a word that comes twice the later meaning holds. */
export function wordTable<T>(words: Iterable<readonly [word: string, means: T]>): WordTable<T> {
  const meanings = new Map(words)
  const lengths = new Map<number, number[]>()
  for (const word of meanings.keys()) {
    const [first, length] = [word.charCodeAt(0), word.length]
    const known = lengths.get(first) ?? []
    if (!known.includes(length))
      lengths.set(
        first,
        [...known, length].sort((a, b) => b - a),
      )
  }
  return { meanings, lengths }
}

/** The words of another table beside those of this one; where both hold a word, the other's meaning. */
export const withWords = <T>(table: WordTable<T>, other: WordTable<T>): WordTable<T> =>
  other.meanings.size === 0 ? table : wordTable([...table.meanings, ...other.meanings])

export type WordFound<T> = { word: string; means: T; span: Span }

/** The longest word that begins there and fits, by its meaning or itself. */
export function wordAt<T>(
  { meanings, lengths }: WordTable<T>,
  text: string,
  from: number,
  fits: (means: T, word: string) => boolean = () => true,
): WordFound<T> | null {
  for (const length of lengths.get(text.charCodeAt(from)) ?? []) {
    const word = text.slice(from, from + length)
    const means = meanings.get(word)
    if (means !== undefined && fits(means, word)) return { word, means, span: [from, from + word.length] }
  }
  return null
}

/** The words that stand in a text, in order; where two overlap, the one that begins first. */
export function wordsIn<T>(table: WordTable<T>, text: string, fits?: (means: T) => boolean): WordFound<T>[] {
  const found: WordFound<T>[] = []
  // Most offices have added nothing.
  if (table.meanings.size === 0) return found
  for (let from = 0; from < text.length;) {
    const word = wordAt(table, text, from, fits)
    if (word) found.push(word)
    from = word ? word.span[1] : from + 1
  }
  return found
}

/** The longest word in a text; of two as long, the one said first. */
export function longestIn<T>(table: WordTable<T>, text: string): WordFound<T> | null {
  let longest: WordFound<T> | null = null
  if (table.meanings.size === 0) return longest
  for (let from = 0; from < text.length; from++) {
    const word = wordAt(table, text, from)
    if (word && word.word.length > (longest?.word.length ?? 0)) longest = word
  }
  return longest
}
