import type { Heard } from '../hear.ts'
import { nounEnd } from '../visits/matters.ts'
import { hasTrouble, type TroubleCount } from '../visits/troubles.ts'
import type { Read } from '../visits/clauses.ts'
import type { ReadByRule, Signs } from './signs.ts'
import { countWords, word, words, type TakeTrait, type Word } from './traits.ts'

/** What is known of the signs of a message beside the characters around, made ready once. */
export type SignGround = {
  signs: Signs
  read: ReadByRule
  troubles: TroubleCount
  /** By token: what it was read as, `!` where it names a trouble. */
  told: readonly Word[]
  /** By place in the text: whether a thing or a place of a school begins, goes on or ends there. */
  nouns: readonly Word[]
  marked: Word
}

/** Lengths are told in steps of so many characters, up to so many steps. */
const STEP = 4
const STEPS = 6

function toldBy(plain: string, { reads }: ReadByRule): Word[] {
  const nameOf = (read: Read): string => {
    if (read.kind === 'gap') return read.span[0] === read.span[1] ? 'cut' : read.full ? 'full' : 'gap'
    return read.kind === 'clause' ? read.says + (hasTrouble(plain.slice(...read.span)) ? '!' : '') : read.kind
  }
  return reads.map((read) => word(nameOf(read)))
}

const NO_NOUN = word('none')
const nounWords = (noun: string) => ({
  begins: word(`${noun}-begins`),
  within: word(`${noun}-within`),
  ends: word(`${noun}-ends`),
})
const NOUNS = { thing: nounWords('thing'), place: nounWords('place') }

function nounsIn(plain: string, { lexicon }: Pick<Heard, 'lexicon'>): Word[] {
  const nouns: Word[] = Array(plain.length).fill(NO_NOUN)
  for (let at = 0; at < plain.length;) {
    const { to, thing } = nounEnd(plain, at, lexicon)
    const names = NOUNS[thing ? 'thing' : 'place']
    for (let i = at; i < to; i++)
      nouns[i] = i === at ? names.begins : i === to - 1 ? names.ends : names.within
    at = Math.max(to, at + 1)
  }
  return nouns
}

const MARKED = words('true', 'false')

/** Makes ready what is known of the signs of a message. */
export function signGround(
  heard: Pick<Heard, 'plain' | 'lexicon'>,
  signs: Signs,
  read: ReadByRule,
  troubles: TroubleCount,
): SignGround {
  const { plain } = heard
  const marked = MARKED[signs.kind.some((kind) => kind === 'gap' || kind === 'full') ? 'true' : 'false']
  return { signs, read, troubles, told: toldBy(plain, read), nouns: nounsIn(plain, heard), marked }
}

const OUTSIDE = word('nothing')

/** The nearest that is more than a gap, before or behind. */
function beside({ told, read: { reads } }: SignGround, at: number, step: 1 | -1): Word {
  let i = at + step
  while (reads[i]?.kind === 'gap') i += step
  return told[i] ?? OUTSIDE
}

const LENGTHS = countWords(STEPS)
const OF_TOKEN = words('reads', 'earlier', 'later', 'after', 'before', 'long')

/** What is known of a token, and of every sign in it. */
export function eachTokenTrait(ground: SignGround, n: number, take: TakeTrait): void {
  const { told, read } = ground
  const [from, to] = read.tokens[n]!.span
  const me = told[n]!
  take(OF_TOKEN.reads, me)
  take(OF_TOKEN.earlier, me, beside(ground, n, -1))
  take(OF_TOKEN.later, me, beside(ground, n, 1))
  take(OF_TOKEN.after, me, told[n - 1] ?? OUTSIDE)
  take(OF_TOKEN.before, me, told[n + 1] ?? OUTSIDE)
  take(OF_TOKEN.long, me, LENGTHS[Math.min(STEPS, Math.floor((to - from) / STEP))])
}

const AROUND = words('both', 'before', 'behind', 'neither')
const OF_SIGN = words(
  'marked',
  'noun',
  'noun-then',
  'begins',
  'ends',
  'body',
  'body-begins',
  'body-ends',
  'beside-body',
  'trouble',
)

/** Whether a trouble stands before a sign within its clause, and behind. */
const troubleAround = (before: boolean, behind: boolean): Word =>
  AROUND[before ? (behind ? 'both' : 'before') : behind ? 'behind' : 'neither']

/** What is known of one sign itself. */
export function eachSignTrait(ground: SignGround, i: number, take: TakeTrait): void {
  const { signs, read, told, nouns, troubles, marked } = ground
  const at = signs.from[i]!
  take(OF_SIGN.marked, marked)
  take(OF_SIGN.noun, nouns[at])
  take(OF_SIGN.noun, nouns[at - 1] ?? NO_NOUN, nouns[at])
  take(OF_SIGN['noun-then'], nouns[at], nouns[at + 1] ?? NO_NOUN)
  const n = signs.token[i]!
  const clause = read.reads[n]
  if (clause?.kind !== 'clause') return
  const [from, to] = read.tokens[n]!.span
  const [first, end] = clause.span
  const me = told[n]!
  if (at === from) {
    take(OF_SIGN.begins, me)
    take(OF_SIGN.begins, me, told[n - 1] ?? OUTSIDE)
  }
  if (at === to - 1) {
    take(OF_SIGN.ends, me)
    take(OF_SIGN.ends, me, told[n + 1] ?? OUTSIDE)
  }
  if (at === first) take(OF_SIGN['body-begins'], me)
  if (at === end - 1) take(OF_SIGN['body-ends'], me)
  take(OF_SIGN[at >= first && at < end ? 'body' : 'beside-body'], me)
  take(OF_SIGN.trouble, troubleAround(troubles(from, at + 1) > 0, troubles(at, to) > 0))
}
