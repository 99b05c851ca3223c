import type { Scale } from './scale.ts'

/** Takes one thing that is known of what is weighed: its kind, and up to three words, without blanks, that tell it. */
export type TakeTrait = (kind: string, a?: string, b?: string, c?: string) => void

/** A trait by name, as the weights are learned for it. */
export const traitName = (...words: (string | undefined)[]): string => words.filter(Boolean).join(' ')

/** Rows by their words, one after the other, so that no name has to be put together for a weight. */
export type TraitRows = { row: number | undefined; then: Map<string, TraitRows> }

const noRows = (): TraitRows => ({ row: undefined, then: new Map() })

/** The rows of a scale whose features are traits. */
export function traitRows({ rows }: Scale): TraitRows {
  const all = noRows()
  for (const [name, row] of rows) {
    let at = all
    for (const word of name.split(' ')) {
      const next = at.then.get(word) ?? noRows()
      at.then.set(word, next)
      at = next
    }
    at.row = row
  }
  return all
}

/** The row of a trait; undefined for one that was not learned. */
export function traitRow(rows: TraitRows, ...words: Parameters<TakeTrait>): number | undefined {
  let at: TraitRows | undefined = rows
  for (const word of words) {
    if (word === undefined) break
    at = at.then.get(word)
    if (at === undefined) return undefined
  }
  return at.row
}
