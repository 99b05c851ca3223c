import { MATTER_NAMES, SEVERITY_NAMES, type Matter, type Severity } from '#src/domain/words.ts'
import { fold } from '../text.ts'

/** The kinds of words that an office may add. */
export const LEXICON_KIND_NAMES = { matter: '事项', severity: '程度', intent: '说法', typo: '错字' } as const

export type LexiconKind = keyof typeof LEXICON_KIND_NAMES

/**
 * What an office may let a phrase of its own mean, in the contract's names: what asks, what a school asks for, and what is said
 * of a rectification. Nothing that takes the place of a card's 确认, 签收 or 撤回.
 */
export const PHRASE_INTENT_NAMES = {
  confirm_rectification: '整改完成',
  reject_or_dispute: '不认可',
  request_extension: '申请延期',
  query_rectifications: '查整改',
  query_schools_due: '查未督导',
  query_digest: '要小结',
  help: '问用法',
} as const

export type PhraseIntent = keyof typeof PHRASE_INTENT_NAMES
/** 复杂 is no more or less grave than another: it names a way, and an office adds no words for it. */
export type OwnSeverity = Exclude<Severity, 'complex'>

/** What a word of each kind means. A typo means the right word, which is as long. */
export type Meanings = { matter: Matter; severity: OwnSeverity; intent: PhraseIntent; typo: string }

/** A word that an office has added to ours, folded. */
export type OwnWord = { [K in LexiconKind]: { kind: K; word: string; means: Meanings[K] } }[LexiconKind]

const { complex: _, ...OWN_SEVERITY_NAMES } = SEVERITY_NAMES

/** What may be written as the meaning of each kind, with its label; null: any word. */
export const MEANING_NAMES: Record<LexiconKind, Readonly<Record<string, string>> | null> = {
  matter: MATTER_NAMES,
  severity: OWN_SEVERITY_NAMES,
  intent: PHRASE_INTENT_NAMES,
  typo: null,
}

/** The meaning that is written as its id or its label; null where the kind has none such. */
export function meaningOf(kind: LexiconKind, written: string): string | null {
  const names = MEANING_NAMES[kind]
  if (names === null) return fold(written)
  return Object.entries(names).find((name) => name.includes(written))?.[0] ?? null
}

/** A meaning as people read it. */
export const meaningName = (kind: LexiconKind, means: string): string => MEANING_NAMES[kind]?.[means] ?? means
