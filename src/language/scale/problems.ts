import type { Heard } from '../hear.ts'
import type { Span } from '../understanding.ts'
import { troublesOf } from '../visits/troubles.ts'
import { bestStretches } from './best-stretches.ts'
import weights from './problem-weights.json' with { type: 'json' }
import { addWeights, scaleFrom, type Scale, type ScaleFile } from './scale.ts'
import { eachSignTrait, eachTokenTrait, signGround, type SignGround } from './sign-traits.ts'
import { signsOf, type ReadByRule, type Signs } from './signs.ts'
import { eachStretchTrait, groundOf, stretchesIn, type Ground, type Stretch } from './stretches.ts'
import { traitRow, traitRows, type TakeTrait, type TraitRows } from './traits.ts'

/** What sentences are read from: the text without its marks of width, and the words known. */
export type Text = Pick<Heard, 'plain' | 'lexicon'>

type CodeScale = Scale & { codes: ReadonlyMap<number, number> }
type TraitScale = Scale & { tree: TraitRows }

/**
 * How much speaks for a stretch of words to be one problem: for each sign the signs and pairs of signs around and what
 * is known of it, by its place in the problem; and what is known of the stretch as a whole. `touching` speaks for two
 * problems right behind each other.
 */
export type ProblemScales = {
  signs: CodeScale
  pairs: CodeScale
  traits: TraitScale
  wholes: TraitScale
  touching: number
}
/** `from` names the messages that the weights were learned from. */
export type ProblemWeights = { [name in Exclude<keyof ProblemScales, 'touching'>]: ScaleFile } & {
  from: string
  touching: number
}

/** A sign begins a problem, stands in it or ends it. */
const BEGINS = 0
const INSIDE = 1
const ENDS = 2
export const PLACES = 3

/** How far around a sign others are weighed, in signs; a pair by its first. */
export const AROUND = { signs: [-3, -2, -1, 0, 1, 2, 3], pairs: [-3, -2, -1, 0, 1, 2] } as const
export const FARTHEST = 3

/** No problem begins or ends at a sign that weighs less for it, nor do its signs together (natural logarithm of the odds). */
const LEAST = -3

/** The scales that a file of weights tells. */
export function problemScales({ signs, pairs, traits, wholes, touching }: ProblemWeights): ProblemScales {
  const [bySigns, byPairs, byTraits, byWholes] = [signs, pairs, traits, wholes].map(scaleFrom) as [
    Scale,
    Scale,
    Scale,
    Scale,
  ]
  return {
    signs: { ...bySigns, codes: rowsByCode(bySigns) },
    pairs: { ...byPairs, codes: rowsByCode(byPairs) },
    traits: { ...byTraits, tree: traitRows(byTraits) },
    wholes: { ...byWholes, tree: traitRows(byWholes) },
    touching,
  }
}

/** One or two units of text as a number. */
const codeOf = (text: string, at: number, many: number): number =>
  many === 1 ? text.charCodeAt(at) : (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

const rowsByCode = ({ rows }: Scale): ReadonlyMap<number, number> =>
  new Map([...rows].map(([feature, row]) => [codeOf(feature, 0, feature.length), row]))

const SCALES = problemScales(weights)

/** The text of signs with what frames it, as far as signs are weighed. */
export const framed = (text: string): string => '^'.repeat(FARTHEST) + text + '$'.repeat(FARTHEST)

/** Adds the weights of what stands around each sign: of one unit of text, or of two. */
function addNeighbours(
  sums: Float64Array,
  text: string,
  scale: CodeScale,
  around: readonly number[],
  many: 1 | 2,
): void {
  const signs = sums.length / PLACES
  for (let at = 0; at + many <= text.length; at++) {
    const row = scale.codes.get(codeOf(text, at, many))
    if (row === undefined) continue
    around.forEach((away, n) => {
      const sign = at - FARTHEST - away
      if (sign >= 0 && sign < signs) addWeights(scale, row, n * PLACES, sums, sign * PLACES, PLACES)
    })
  }
}

/** Adds the weights of what is known of each sign and its token. */
function addTraits(sums: Float64Array, ground: SignGround, scale: TraitScale): void {
  let [into, at] = [sums, 0]
  const take: TakeTrait = (kind, a, b, c) =>
    addWeights(scale, traitRow(scale.tree, kind, a, b, c), 0, into, at, PLACES)
  const shared = ground.told.map((_, n) => {
    into = new Float64Array(PLACES)
    eachTokenTrait(ground, n, take)
    return into
  })
  into = sums
  ground.signs.token.forEach((n, i) => {
    at = i * PLACES
    eachSignTrait(ground, i, take)
    shared[n]?.forEach((weight, place) => (sums[at + place]! += weight))
  })
}

/** The weight of each sign for each of its places in a problem. */
function weightsOfSigns(ground: SignGround, scales: ProblemScales): Float64Array {
  const { text } = ground.signs
  const sums = new Float64Array(text.length * PLACES)
  addNeighbours(sums, framed(text), scales.signs, AROUND.signs, 1)
  addNeighbours(sums, framed(text), scales.pairs, AROUND.pairs, 2)
  addTraits(sums, ground, scales.traits)
  return sums
}

/** Where a stretch is tried: at signs that weigh enough for a place, and more than one of those beside. */
function tried(bySign: Float64Array, place: number): boolean[] {
  const weightAt = (at: number): number => bySign[at * PLACES + place] ?? -Infinity
  return Array.from({ length: bySign.length / PLACES }, (_, at) => {
    const weight = weightAt(at)
    return weight > LEAST && (weight > weightAt(at - 1) || weight > weightAt(at + 1))
  })
}

/** What the signs of a stretch weigh together, each in its place. */
function signsTogether(bySign: Float64Array): (stretch: Stretch) => number {
  const inside = new Float64Array(bySign.length / PLACES + 1)
  for (let at = 0; at + 1 < inside.length; at++) inside[at + 1] = inside[at]! + bySign[at * PLACES + INSIDE]!
  return ({ from, to }) =>
    bySign[from * PLACES + BEGINS]! + inside[to - 1]! - inside[from + 1]! + bySign[(to - 1) * PLACES + ENDS]!
}

/** Of a text longer than any report, in signs, so many ends are tried for one beginning: the same word five hundred times has as many. */
const LONG = 600
const MOST_FROM_ONE = 12

/** The stretches that are tried: those whose signs do not weigh against them. */
function likelyStretches(
  signs: Signs,
  bySign: Float64Array,
  together: (stretch: Stretch) => number,
): Stretch[] {
  const [begins, ends] = [tried(bySign, BEGINS), tried(bySign, ENDS)]
  const stretches = stretchesIn(
    signs,
    (at) => begins[at]!,
    (at) => ends[at - 1]!,
  )
  const likely = stretches.filter((each) => together(each) > LEAST)
  if (signs.text.length <= LONG) return likely
  return [...Map.groupBy(likely, ({ from }) => from).values()].flatMap((all) =>
    all.length <= MOST_FROM_ONE
      ? all
      : all.toSorted((a, b) => together(b) - together(a)).slice(0, MOST_FROM_ONE),
  )
}

/** The weight of each stretch: of its signs together, and of what is known of it as a whole. */
function weightsOfStretches(
  ground: Ground,
  stretches: readonly Stretch[],
  together: (stretch: Stretch) => number,
  scale: TraitScale,
): Float64Array {
  const sums = Float64Array.from(stretches, together)
  stretches.forEach((stretch, n) => {
    eachStretchTrait(ground, stretch, (kind, a, b, c) =>
      addWeights(scale, traitRow(scale.tree, kind, a, b, c), 0, sums, n, 1),
    )
  })
  return sums
}

/** Where the problems stand in the words of a visit, weighed together; what denies one is none. */
export function problemsIn(text: Text, told: ReadByRule, scales: ProblemScales = SCALES): Span[] {
  const signs = signsOf(text.plain, told)
  const troubles = troublesOf(text.plain)
  const bySign = weightsOfSigns(signGround(text, signs, told, troubles), scales)
  const together = signsTogether(bySign)
  const stretches = likelyStretches(signs, bySign, together)
  const weights = weightsOfStretches(
    groundOf(text, signs, told, troubles),
    stretches,
    together,
    scales.wholes,
  )
  return bestStretches(signs.text.length, stretches, weights, scales.touching).map(({ from, to }): Span => [
    signs.from[from]!,
    signs.from[to]!,
  ])
}
