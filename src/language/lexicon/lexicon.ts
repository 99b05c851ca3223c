import type { Matter, Severity } from '#src/domain/words.ts'
import { severityForms, type SeverityForms } from '../visits/severity-forms.ts'
import { fold } from '../text.ts'
import { ANYWHERE, PLACES, THINGS, type MatterWords } from './matter-words.ts'
import type { LexiconKind, Meanings, OwnWord, PhraseIntent } from './own-words.ts'
import { withWords, wordTable, type WordTable } from './word-table.ts'

/** Every word that the ear looks for, ours and the office's, made ready once; a message reads it as it is. */
export type Lexicon = {
  /** What a finding is about; where it was seen, which decides where no thing does; what any matter may have. */
  things: WordTable<Matter>
  places: WordTable<Matter>
  anywhere: WordTable<Matter>
  severityForms: SeverityForms
  /** What the office has added. */
  own: {
    things: WordTable<Matter>
    severities: WordTable<Severity>
    phrases: WordTable<PhraseIntent>
    typos: WordTable<string>
  }
}

function tableOf(words: MatterWords): WordTable<Matter> {
  const entries = Object.entries(words) as [Matter, string][]
  return wordTable(
    entries.flatMap(([matter, list]) => list.split(' ').map((word) => [word, matter] as const)),
  )
}

const [OUR_THINGS, OUR_PLACES, OUR_REST] = [THINGS, PLACES, ANYWHERE].map(tableOf) as [
  WordTable<Matter>,
  WordTable<Matter>,
  WordTable<Matter>,
]

function ownTable<K extends LexiconKind>(words: readonly OwnWord[], kind: K): WordTable<Meanings[K]> {
  const ofKind = words.filter((each) => each.kind === kind)
  return wordTable(ofKind.map(({ word, means }) => [fold(word), means as Meanings[K]] as const))
}

/** Our words and those of an office, for as many messages as there are until it changes them. */
export function lexiconOf(words: readonly OwnWord[]): Lexicon {
  const own = <K extends LexiconKind>(kind: K): WordTable<Meanings[K]> => ownTable(words, kind)
  const [things, severities] = [own('matter'), own('severity')]
  // 液氨 alone in a clause is a thing that was found; a word for any lesser severity only judges what was found.
  const judging = [...severities.meanings].filter(([, means]) => means !== 'urgent').map(([word]) => word)
  return {
    things: withWords(OUR_THINGS, things),
    places: OUR_PLACES,
    anywhere: OUR_REST,
    severityForms: severityForms(judging),
    own: { things, severities, phrases: own('intent'), typos: own('typo') },
  }
}

/** What is understood where no office has added anything. */
export const OUR_LEXICON = lexiconOf([])
