import { day } from '#src/domain/day.ts'
import { userId } from '#src/domain/words.ts'
import { builtInWorkingDays } from '#src/policy/arranged.ts'
import { hear, type Heard } from '../hear.ts'
import { NUMERAL } from '../numerals.ts'
import { unitsOf } from '../schools/form-table.ts'
import { createRegistry, sensesOf, type Registry } from '../schools/registry.ts'
import { isHazard } from '../visits/severities.ts'
import { fold } from '../text.ts'
import { understood } from '../understand.ts'
import type { KnownSchool, Listening, Speaker, Understanding } from '../understanding.ts'
import { OUR_LEXICON } from './lexicon.ts'
import { meaningOf, MEANING_NAMES, type LexiconKind } from './own-words.ts'
import { STATED } from './severity-words.ts'

/** A word as an office wrote it down, folded. */
export type WordWritten = { kind: LexiconKind; word: string; means: string }

/** Why a word cannot be added, in which part of it, and what to do instead. */
export type WordRefusal = { part: 'word' | 'means'; message: string }

export const MOST_WORDS = 5_000
const LONGEST_WORD = 20

const inWord = (message: string): WordRefusal => ({ part: 'word', message })
const inMeaning = (message: string): WordRefusal => ({ part: 'means', message })

/** The schools of a place, and all their names as they are written. */
export type Place = { registry: Registry; names: readonly string[] }

/** A word beside the schools of the place, and as the ear hears it today. */
type Around = Place & { heard: Heard }
type Check = (written: WordWritten, around: Around) => WordRefusal | null

const ofForm: Check = ({ word }) => {
  if (word.length < 2) return inWord(`「${word}」只有一个字，容易误认。请写两个字以上的词。`)
  if (word.length > LONGEST_WORD) return inWord(`超过 ${LONGEST_WORD} 个字。请只留最关键的几个字。`)
  return /^[\p{Script=Han}a-z\d]+$/u.test(word)
    ? null
    : inWord(`「${word}」里有标点或空格。请只用汉字、字母和数字。`)
}

const NEUTRAL: Omit<Listening, 'speaker' | 'draftOpen'> = {
  today: day('2026-01-01'),
  hour: 10,
  workingDays: builtInWorkingDays(),
  lexicon: OUR_LEXICON,
}
const SPEAKER: Omit<Speaker, 'side'> = { userid: userId('office'), county: null, school: null, assigned: [] }
const [OFFICE, SCHOOL] = (['office', 'school'] as const).map((side): Listening => ({
  ...NEUTRAL,
  speaker: { ...SPEAKER, side },
  draftOpen: true,
})) as [Listening, Listening]

const COUNTED = new RegExp(`^(?:${NUMERAL})+[年月日号天周点时个条项所节份人次名]?$`)

/** 三个, 下周五, 上午: what the ear reads as a number or a time. */
const asNumberOrTime: Check = ({ word }, { heard: { dates, parts, numbers } }) => {
  const whole = [...dates, ...parts, ...numbers].some(({ span: [from, to] }) => to - from === word.length)
  return whole || COUNTED.test(word) ? inWord(`「${word}」会读成数字或时间。请换一个说法。`) : null
}

const asSchool: Check = ({ kind, word }, { registry, names }) => {
  const named = sensesOf(registry, registry.forms.of(unitsOf(word)))[0]?.entry.name
  const school = named ?? (kind === 'typo' ? names.find((name) => name.includes(word)) : undefined)
  return school
    ? inWord(`「${word}」是学校名称「${school}」的一部分，加了会认不出这所学校。请换一个更完整的词。`)
    : null
}

/** What answers a card or turns to the assistant itself. */
const COMMANDS: ReadonlySet<Understanding['intent']> = new Set([
  'confirm',
  'cancel',
  'acknowledge',
  'help',
  'greeting',
  'answer_alarm',
  'call_off_alarm',
  'return_report',
  'settle_general_approval',
  'revoke_group',
  'ask_stand_in',
])

const asCommand: Check = ({ word }, { registry, heard }) => {
  const isCommand = [OFFICE, SCHOOL].some((listening) =>
    COMMANDS.has(understood(heard, registry, listening).intent),
  )
  return isCommand ? inWord(`「${word}」是助手的口令，不能另作他用。请换一个词。`) : null
}

/** A meaning that its kind does not have. */
export function meaningRefusal({ kind, means }: WordWritten): WordRefusal | null {
  const names = MEANING_NAMES[kind]
  if (names === null || meaningOf(kind, means) !== null) return null
  return inMeaning(`「${means}」不在选项之内。请填：${Object.values(names).join('、')}。`)
}

const STATED_WORDS = new Set(STATED.flatMap(([, words]) => words.split(' ')))

/** Ours say how grave it is for every city alike, and an alarm hangs on them. */
const ofSeverity: Check = ({ kind, word, means }) => {
  if (kind !== 'severity') return null
  if (STATED_WORDS.has(word)) return inWord(`「${word}」是内置的程度词，不能改。请换一个词。`)
  return isHazard(word, OUR_LEXICON) && meaningOf(kind, means) !== 'urgent'
    ? inMeaning(`「${word}」危及人身安全，一律按重大隐患处理。请填重大隐患，或删去一行。`)
    : null
}

const OUR_WORDS = [OUR_LEXICON.things, OUR_LEXICON.places, OUR_LEXICON.anywhere].flatMap(({ meanings }) => [
  ...meanings.keys(),
])

/** What is mended keeps its length, and nothing is mended that is right as it stands. */
const ofTypo: Check = ({ kind, word, means }) => {
  if (kind !== 'typo') return null
  if (means.length !== word.length)
    return inMeaning(
      `「${word}」和「${means}」字数不同，错字和正字要一样长。字数不同的请改成事项、程度或说法。`,
    )
  if (means === word) return inMeaning('错字和正字相同。请核对，或删去一行。')
  const holding = OUR_WORDS.find((ours) => ours.includes(word))
  return holding ? inWord(`内置的词「${holding}」里有「${word}」，改了会认不出它。请写更完整的错词。`) : null
}

const CHECKS: readonly Check[] = [
  ofForm,
  meaningRefusal,
  asNumberOrTime,
  asSchool,
  asCommand,
  ofSeverity,
  ofTypo,
]

export function placeOf(schools: readonly KnownSchool[]): Place {
  const names = schools.flatMap(({ name, aliases, formerNames }) =>
    [name, ...aliases, ...formerNames].map(fold),
  )
  return { registry: createRegistry(schools, []), names }
}

/** What is wrong with a word by itself; null where it may be added. */
export function refusalOf(written: WordWritten, place: Place): WordRefusal | null {
  const around = { ...place, heard: hear(written.word, place.registry, OFFICE) }
  for (const check of CHECKS) {
    const refusal = check(written, around)
    if (refusal) return refusal
  }
  return null
}

/** What the ear reads of a word in the end: of a slip the right word. */
const readAs = ({ kind, word, means }: WordWritten): string => (kind === 'typo' ? means : word)

/** Tells of a word what is wrong with it beside the others: a slip is mended first, so no word that holds one is ever read. */
export function clashesAmong(all: readonly WordWritten[]): (written: WordWritten) => WordRefusal | null {
  const typos = all.filter(({ kind }) => kind === 'typo')
  return (written) => {
    const hidden = typos.find((typo) => hides(typo, written))
    const hiding = written.kind === 'typo' ? all.find((other) => hides(written, other)) : undefined
    if (hidden) return clash(written, hidden, hidden)
    return hiding ? clash(written, hiding, written) : null
  }
}

const hides = (typo: WordWritten, other: WordWritten): boolean =>
  typo.word === other.word ? other.kind !== 'typo' : readAs(other).includes(typo.word)

const clash = (written: WordWritten, other: WordWritten, typo: WordWritten): WordRefusal =>
  inWord(
    `「${written.word}」与「${other.word}」矛盾：错字「${typo.word}」一律先改成「${typo.means}」。请删去其中一行。`,
  )
