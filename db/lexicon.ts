import type { OwnWord } from '#src/language/lexicon/own-words.ts'
import { lexicon } from './schema/roster.ts'
import type { Db } from './store.ts'

export type WordRow = typeof lexicon.$inferSelect

export const allWords = async (db: Db): Promise<WordRow[]> => db.select().from(lexicon)

/** Those that an office has added and not withdrawn. */
export const wordsInForce = async (db: Db): Promise<OwnWord[]> =>
  (await allWords(db)).filter(({ state }) => state === 'in_force').map(asWord)

const asWord = ({ kind, word, means }: WordRow): OwnWord => ({ kind, word, means }) as OwnWord
