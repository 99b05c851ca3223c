import { allWords, type WordRow } from '#db/lexicon.ts'
import { change, create } from '#db/history.ts'
import { lexicon } from '#db/schema/roster.ts'
import type { WordId } from '#src/domain/words.ts'
import { meaningOf, type LexiconKind } from '#src/language/lexicon/own-words.ts'
import type { Values } from '../parse.ts'
import type { Shelf } from './shelf.ts'

export const lexiconShelf: Shelf = {
  onFile: async (db) => new Map((await allWords(db)).map((row) => [`${row.kind}\0${row.word}`, row])),
  written: ({ kind, word, means, state }) =>
    ({ kind, word, means, withdrawn: state === 'withdrawn' }) as Values,
  wanted({ kind, word, means, ...values }, before) {
    const row = { kind, word, means: meaningOf(kind as LexiconKind, means as string) }
    const isSaid = !before || 'withdrawn' in values
    return isSaid ? { ...row, state: isInForce(values) ? 'in_force' : 'withdrawn' } : row
  },
  add(row, by) {
    const word = row as Pick<WordRow, 'kind' | 'word' | 'means' | 'state'>
    const id = `word:${word.kind}:${word.word}` as WordId
    return create(lexicon, { id, seq: 1, ...word }, { ...by, kind: 'word.add' })
  },
  change: (_, changes, before, by) =>
    change(lexicon, before as WordRow, changes, {
      ...by,
      kind: changes['state'] === 'withdrawn' ? 'word.withdraw' : 'word.change',
    }),
}

/** Whether a row of a sheet of words adds its word or takes it away. */
export const isInForce = (values: Values): boolean => values['withdrawn'] !== true
