import type { Matter, Severity } from '#src/domain/words.ts'

/** What an office may let a phrase of its own mean: what only asks, or what ends in a card. */
export type PhraseIntent =
  | 'confirm_rectification'
  | 'reject_or_dispute'
  | 'request_extension'
  | 'query_rectifications'
  | 'query_schools_due'
  | 'query_digest'
  | 'help'

/** What a word of each kind means. A typo means the right word, which is as long. */
export type Meanings = {
  matter: Matter
  severity: Exclude<Severity, 'complex'>
  intent: PhraseIntent
  typo: string
}

export type LexiconKind = keyof Meanings

/** A word that an office has added to ours. */
export type OwnWord = { [K in LexiconKind]: { kind: K; word: string; means: Meanings[K] } }[LexiconKind]
