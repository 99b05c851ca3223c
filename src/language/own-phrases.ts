import type { Heard } from './hear.ts'
import { digestMeant } from './questions/digest-questions.ts'
import type { PhraseIntent } from './lexicon/own-words.ts'
import { wordsIn } from './lexicon/word-table.ts'
import type { Registry } from './schools/registry.ts'
import { passIn, rejectionIn } from './rectifications/reinspections.ts'
import { extensionIn, isOpen, objectionIn, submissionIn } from './rectifications/school-side.ts'
import type { Listening, Understanding } from './understanding.ts'

type Ear = { heard: Heard; registry: Registry; listening: Listening }
type Meant = (ear: Ear, phrase: RegExp) => Understanding | null

const isSchool = ({ listening }: Ear): boolean => listening.speaker.side === 'school'

/** Each says what our own words for the same would: the same slots, the same rights, the same cards. */
const MEANT: Record<PhraseIntent, Meant> = {
  confirm_rectification: (ear, phrase) => {
    const { heard, listening } = ear
    if (isOpen(heard)) return null
    return isSchool(ear)
      ? submissionIn(heard, listening.today, phrase)
      : passIn(heard, listening.today, phrase)
  },
  reject_or_dispute: (ear) => (isSchool(ear) ? objectionIn(ear.heard) : rejectionIn(ear.heard)),
  request_extension: ({ heard, listening }, phrase) => extensionIn(heard, listening, phrase),
  query_rectifications: ({ heard: { schools }, listening: { speaker } }) =>
    schools.length > 0 || speaker.side === 'school'
      ? { intent: 'query_school', school: schools[0] ?? null }
      : { intent: 'query_cases' },
  query_schools_due: ({ heard }) => ({
    intent: 'query_gaps',
    period: /学期/.test(heard.plain) ? 'semester' : 'month',
  }),
  query_digest: ({ heard, registry, listening }) => digestMeant(heard, registry, listening),
  help: () => ({ intent: 'help' }),
}

const DENIED = /(?:没有?|未|不|别|无法|尚未)[^,。;\s]{0,2}$/

/** 扶手还没归零: what a school says is not done yet is answered by what is open; of others it says nothing. */
const denied = (ear: Ear, means: PhraseIntent): Understanding | null =>
  means === 'confirm_rectification' && isSchool(ear) ? { intent: 'query_cases' } : null

/** What an office has said that a phrase of its own means: 留样已归零. */
export function readOwnPhrase(heard: Heard, registry: Registry, listening: Listening): Understanding | null {
  const ear = { heard, registry, listening }
  for (const { word, means, span } of wordsIn(heard.lexicon.own.phrases, heard.plain)) {
    // Letters and digits alone, so the word is its own pattern.
    const isDenied = DENIED.test(heard.plain.slice(0, span[0]))
    const meant = isDenied ? denied(ear, means) : MEANT[means](ear, new RegExp(word))
    if (meant) return meant
  }
  return null
}
