import type { Scale } from './scale.ts'

/** Takes one thing that is known of what is weighed: its kind, and up to three words, without blanks, that tell it. */
export type TakeTrait = (kind: string, a?: string, b?: string, c?: string) => void

/** A trait by name, as the weights are learned for it. */
export const traitName = (...words: (string | undefined)[]): string => words.filter(Boolean).join(' ')

type Branch<T> = ReadonlyMap<string, T>
/** The rows of traits by their words, so that no name has to be put together for a weight. */
export type TraitRows = Branch<Branch<Branch<Branch<number>>>>

const grown = <T>(tree: Map<string, Map<string, T>>, word: string): Map<string, T> => {
  const known = tree.get(word) ?? new Map<string, T>()
  tree.set(word, known)
  return known
}

/** The rows of a scale whose features are traits. */
export function traitRows({ rows }: Scale): TraitRows {
  const tree = new Map<string, Map<string, Map<string, Map<string, number>>>>()
  for (const [name, row] of rows) {
    const [kind = '', a = '', b = '', c = ''] = name.split(' ')
    grown(grown(grown(tree, kind), a), b).set(c, row)
  }
  return tree
}

/** The row of a trait; undefined for one that was not learned. */
export const traitRow = (rows: TraitRows, kind: string, a = '', b = '', c = ''): number | undefined =>
  rows.get(kind)?.get(a)?.get(b)?.get(c)
