import type { Heard } from '../hear.ts'
import { nounEnd } from '../visits/matters.ts'
import { hasTrouble, type TroubleCount } from '../visits/troubles.ts'
import type { ReadByRule, Signs } from './signs.ts'
import type { TakeTrait } from './traits.ts'

/** What is known of the signs of a message beside the characters around, made ready once. */
export type SignGround = {
  signs: Signs
  read: ReadByRule
  troubles: TroubleCount
  /** By token: what it was read as, `!` where it names a trouble. */
  told: readonly string[]
  /** By place in the text: whether a thing or a place of a school begins, goes on or ends there. */
  nouns: readonly string[]
  marked: string
}

/** Lengths are told in steps of so many characters, up to so many steps. */
const STEP = 4
const STEPS = 6

function toldBy(plain: string, { reads }: ReadByRule): string[] {
  return reads.map((read) => {
    if (read.kind === 'gap') return read.span[0] === read.span[1] ? 'cut' : read.full ? 'full' : 'gap'
    return read.kind === 'clause' ? read.says + (hasTrouble(plain.slice(...read.span)) ? '!' : '') : read.kind
  })
}

const NO_NOUN = 'none'
const NOUNS = {
  thing: { begins: 'thing-begins', within: 'thing-within', ends: 'thing-ends' },
  place: { begins: 'place-begins', within: 'place-within', ends: 'place-ends' },
}

function nounsIn(plain: string, { lexicon }: Pick<Heard, 'lexicon'>): string[] {
  const nouns: string[] = Array(plain.length).fill(NO_NOUN)
  for (let at = 0; at < plain.length;) {
    const { to, thing } = nounEnd(plain, at, lexicon)
    const names = NOUNS[thing ? 'thing' : 'place']
    for (let i = at; i < to; i++)
      nouns[i] = i === at ? names.begins : i === to - 1 ? names.ends : names.within
    at = Math.max(to, at + 1)
  }
  return nouns
}

/** Makes ready what is known of the signs of a message. */
export function signGround(
  heard: Pick<Heard, 'plain' | 'lexicon'>,
  signs: Signs,
  read: ReadByRule,
  troubles: TroubleCount,
): SignGround {
  const { plain } = heard
  const marked = String(signs.kind.some((kind) => kind === 'gap' || kind === 'full'))
  return { signs, read, troubles, told: toldBy(plain, read), nouns: nounsIn(plain, heard), marked }
}

const OUTSIDE = 'nothing'

/** The nearest that is more than a gap, before or behind. */
function beside({ told, read: { reads } }: SignGround, at: number, step: 1 | -1): string {
  let i = at + step
  while (reads[i]?.kind === 'gap') i += step
  return told[i] ?? OUTSIDE
}

/** What is known of a token, and of every sign in it. */
export function eachTokenTrait(ground: SignGround, n: number, take: TakeTrait): void {
  const { told, read } = ground
  const [from, to] = read.tokens[n]!.span
  const me = told[n]!
  take('reads', me)
  take('earlier', me, beside(ground, n, -1))
  take('later', me, beside(ground, n, 1))
  take('after', me, told[n - 1] ?? OUTSIDE)
  take('before', me, told[n + 1] ?? OUTSIDE)
  take('long', me, String(Math.min(STEPS, Math.floor((to - from) / STEP))))
}

/** Whether a trouble stands before a sign within its clause, and behind. */
const troubleAround = (before: boolean, behind: boolean): string =>
  before ? (behind ? 'both' : 'before') : behind ? 'behind' : 'neither'

/** What is known of one sign itself. */
export function eachSignTrait(ground: SignGround, i: number, take: TakeTrait): void {
  const { signs, read, told, nouns, troubles, marked } = ground
  const at = signs.from[i]!
  take('marked', marked)
  take('noun', nouns[at])
  take('noun', nouns[at - 1] ?? NO_NOUN, nouns[at])
  take('noun-then', nouns[at], nouns[at + 1] ?? NO_NOUN)
  const n = signs.token[i]!
  const clause = read.reads[n]
  if (clause?.kind !== 'clause') return
  const [from, to] = read.tokens[n]!.span
  const [first, end] = clause.span
  const me = told[n]!
  if (at === from) {
    take('begins', me)
    take('begins', me, told[n - 1] ?? OUTSIDE)
  }
  if (at === to - 1) {
    take('ends', me)
    take('ends', me, told[n + 1] ?? OUTSIDE)
  }
  if (at === first) take('body-begins', me)
  if (at === end - 1) take('body-ends', me)
  take(at >= first && at < end ? 'body' : 'beside-body', me)
  take('trouble', troubleAround(troubles(from, at + 1) > 0, troubles(at, to) > 0))
}
