import type { Heard } from '../hear.ts'
import { nounEnd } from '../visits/matters.ts'
import type { ReadByRule, Signs, SignKind } from './signs.ts'
import type { TroubleCount } from '../visits/troubles.ts'
import { countWords, word, words, type TakeTrait, type Word } from './traits.ts'

/** From sign to sign: what could be a problem. */
export type Stretch = { from: number; to: number }

/** No problem is longer, in signs, nor has more marks in it. */
const LONGEST = 48
const MOST_GAPS = 3
const MOST_CUTS = 3
/** Lengths are told in steps of so many signs, up to so many steps. */
const STEP = 2
const STEPS = 12
/** How much of what is told was said before is told in so many shares. */
const SHARES = 3
/** Shorter words beside a stretch, up to a mark, are few. */
const FEW = 3

/** All stretches that begin and end where they may; none holds a bar, and none begins or ends with a mark. */
export function stretchesIn(
  { kind, bar }: Signs,
  mayBegin: (at: number) => boolean,
  mayEnd: (at: number) => boolean,
): Stretch[] {
  const found: Stretch[] = []
  for (let from = 0; from < kind.length; from++) {
    if (kind[from] === 'gap' || bar[from] || !mayBegin(from)) continue
    let gaps = 0
    for (let to = from + 1; to <= kind.length && to - from <= LONGEST && !bar[to - 1]; to++) {
      if (kind[to - 1] === 'gap' && kind[to - 2] !== 'gap') gaps++
      if (gaps > MOST_GAPS) break
      if (kind[to - 1] !== 'gap' && to - from > 1 && mayEnd(to)) found.push({ from, to })
    }
  }
  return found
}

/** What is asked again and again of one message while its stretches are told apart. */
export type Ground = {
  signs: Signs
  told: ReadByRule
  troubles: TroubleCount
  /** By sign: where the words without a mark begin and end that it stands in. */
  wordsFrom: readonly number[]
  wordsTo: readonly number[]
  /** By sign: how many cuts by rule stand up to there; whether a thing or a place begins there. */
  cuts: readonly number[]
  noun: readonly Word[]
  /** By sign: where the pair of signs that begins there was said first. */
  firstSaid: readonly number[]
}

const isWords = (kind: SignKind | undefined): boolean =>
  kind === 'words' || kind === 'joint' || kind === 'pointer'

const NOUNS = words('none', 'thing', 'place')

/** Makes ready what tells the stretches of a message apart. */
export function groundOf(
  heard: Pick<Heard, 'plain' | 'lexicon'>,
  signs: Signs,
  told: ReadByRule,
  troubles: TroubleCount,
): Ground {
  const { kind, token, text, from } = signs
  const wordsFrom: number[] = []
  const wordsTo: number[] = Array(kind.length + 1).fill(kind.length)
  const cuts: number[] = [0]
  const first = new Map<string, number>()
  const firstSaid: number[] = []
  for (let i = 0; i <= kind.length; i++) wordsFrom[i] = i > 0 && isWords(kind[i - 1]) ? wordsFrom[i - 1]! : i
  for (let i = kind.length - 1; i >= 0; i--) wordsTo[i] = isWords(kind[i]) ? wordsTo[i + 1]! : i
  for (let i = 0; i < kind.length; i++) {
    cuts.push(cuts[i]! + (token[i] !== token[i - 1] && kind[i] === 'words' && isWords(kind[i - 1]) ? 1 : 0))
    const pair = text.slice(i, i + 2)
    if (!first.has(pair)) first.set(pair, i)
    firstSaid.push(first.get(pair)!)
  }
  const noun = from.slice(0, -1).map((at) => {
    const { to, thing } = nounEnd(heard.plain, at, heard.lexicon)
    return NOUNS[to === at ? 'none' : thing ? 'thing' : 'place']
  })
  return { signs, told, troubles, wordsFrom, wordsTo, cuts, noun, firstSaid }
}

const EDGE = words('end', 'in', 'cut')

/** What stands at an end of a stretch: a mark, a school, a term, a cut by rule, or words that go on. */
const edge = ({ signs: { kind, token } }: Ground, inside: number, beyond: number): Word => {
  if (beyond < 0 || beyond >= kind.length) return EDGE.end
  if (!isWords(kind[beyond])) return word(kind[beyond]!)
  return token[inside] === token[beyond] ? EDGE.in : EDGE.cut
}

/** Whether the parts of a stretch between its marks name a trouble, one letter each: t-t. */
function pattern({ signs: { kind, from }, troubles }: Ground, stretch: Stretch): Word {
  let parts = ''
  let begin = stretch.from
  for (let at = stretch.from + 1; at <= stretch.to; at++) {
    if (at < stretch.to && (kind[at] !== 'gap' || kind[at - 1] === 'gap')) continue
    parts += troubles(from[begin]!, from[at]!) > 0 ? 't' : '-'
    begin = at
  }
  return word(parts)
}

const REST = words('none', 'few', 'some', 'trouble')

/** The words between an end of a stretch and the mark beyond: none, few, some, or some with a trouble. */
function rest({ signs: { from }, troubles }: Ground, begin: number, end: number): Word {
  if (begin >= end) return REST.none
  if (troubles(from[begin]!, from[end]!) > 0) return REST.trouble
  return end - begin < FEW ? REST.few : REST.some
}

/** How much of a stretch was said before it, in shares. */
function again({ firstSaid }: Ground, { from, to }: Stretch): number {
  let said = 0
  for (let at = from; at + 1 < to; at++) if (firstSaid[at]! + 2 <= from) said++
  return Math.round((SHARES * said) / (to - from - 1))
}

function saysAt({ signs: { token }, told: { reads } }: Ground, at: number): Word {
  const read = reads[token[at]!]
  return word(read?.kind === 'clause' ? read.says : 'joint')
}

/** How many troubles are told, and whether the rules part the words. */
const TROUBLES = countWords(2)
const PARTED = TROUBLES.map((_, many) => word(`${many}-cut`))
const COUNTS = countWords(Math.max(STEPS, SHARES, MOST_CUTS))
const OF_STRETCH = words(
  'parts',
  'cuts',
  'between',
  'long',
  'noun',
  'again',
  'says',
  'beside',
  'left',
  'right',
)

/** What is weighed of a stretch as a whole. */
export function eachStretchTrait(ground: Ground, stretch: Stretch, take: TakeTrait): void {
  const { from, to } = stretch
  const { signs, troubles, cuts, noun, wordsFrom, wordsTo } = ground
  const many = Math.min(2, troubles(signs.from[from]!, signs.from[to]!))
  const trouble = TROUBLES[many]!
  const within = Math.min(MOST_CUTS, cuts[to]! - cuts[from + 1]!)
  const [before, behind] = [edge(ground, from, from - 1), edge(ground, to - 1, to)]
  const [left, right] = [rest(ground, wordsFrom[from]!, from), rest(ground, to, wordsTo[to]!)]
  const parts = pattern(ground, stretch)
  const [first, last] = [saysAt(ground, from), saysAt(ground, to - 1)]
  take(OF_STRETCH.parts, parts)
  take(OF_STRETCH.parts, parts, before, behind)
  take(OF_STRETCH.cuts, COUNTS[within], trouble)
  take(OF_STRETCH.between, before, behind)
  take(OF_STRETCH.long, COUNTS[Math.min(STEPS, Math.floor((to - from) / STEP))], trouble)
  take(OF_STRETCH.noun, noun[from], trouble)
  take(OF_STRETCH.again, COUNTS[again(ground, stretch)], trouble, behind)
  take(OF_STRETCH.says, first, last)
  take(OF_STRETCH.says, first, last, (within > 0 ? PARTED : TROUBLES)[many])
  take(OF_STRETCH.beside, left, right, trouble)
  take(OF_STRETCH.left, left, before)
  take(OF_STRETCH.right, right, behind)
}
