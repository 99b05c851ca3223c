import type { Heard } from '../hear.ts'
import type { Span } from '../understanding.ts'
import { troublesOf } from '../visits/troubles.ts'
import { bestStretches } from './best-stretches.ts'
import weights from './problem-weights.json' with { type: 'json' }
import { addWeights, scaleFrom, type Scale, type ScaleFile } from './scale.ts'
import { traitsOf } from './sign-traits.ts'
import { signsOf, type ReadByRule, type Signs } from './signs.ts'
import { groundOf, stretchesIn, traitsOfStretch, type Stretch } from './stretches.ts'

/** What sentences are read from: the text without its marks of width, and the words known. */
export type Text = Pick<Heard, 'plain' | 'lexicon'>

/**
 * How much speaks for a stretch of words to be one problem: for each sign the signs and pairs of signs around and what
 * is known of it, by its place in the problem; and what is known of the stretch as a whole. `touching` speaks for two
 * problems right behind each other.
 */
export type ProblemScales = { signs: Scale; pairs: Scale; traits: Scale; wholes: Scale; touching: number }
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
const FARTHEST = 3

/** No problem begins or ends at a sign that weighs less for it, nor do its signs together (natural logarithm of the odds). */
const LEAST = -3

/** The scales that a file of weights tells. */
export const problemScales = ({ signs, pairs, traits, wholes, touching }: ProblemWeights): ProblemScales => ({
  signs: scaleFrom(signs),
  pairs: scaleFrom(pairs),
  traits: scaleFrom(traits),
  wholes: scaleFrom(wholes),
  touching,
})
const SCALES = problemScales(weights)

/** The sign at a place, or what frames all signs. */
export const signAt = (text: string, at: number): string => (at < 0 ? '^' : (text[at] ?? '$'))

/** The weights of the signs around each sign. */
function byNeighbours({ text }: Signs, { signs, pairs }: ProblemScales): Float64Array {
  const sums = new Float64Array(text.length * PLACES)
  const weigh = (scale: Scale, feature: string, around: readonly number[], at: number): void =>
    around.forEach((away, n) => {
      if (text[at - away] !== undefined)
        addWeights(scale, feature, n * PLACES, sums, (at - away) * PLACES, PLACES)
    })
  for (let at = -FARTHEST; at < text.length + FARTHEST; at++) {
    weigh(signs, signAt(text, at), AROUND.signs, at)
    weigh(pairs, signAt(text, at) + signAt(text, at + 1), AROUND.pairs, at)
  }
  return sums
}

/** The weight of each sign for each of its places in a problem. */
function weightsOfSigns(text: Text, signs: Signs, told: ReadByRule, scales: ProblemScales): Float64Array {
  const sums = byNeighbours(signs, scales)
  const { ofTokens, own } = traitsOf(text, signs, told)
  const shared = ofTokens.map((traits) => {
    const sum = new Float64Array(PLACES)
    for (const trait of traits) addWeights(scales.traits, trait, 0, sum, 0, PLACES)
    return sum
  })
  own.forEach((traits, at) => {
    for (const trait of traits) addWeights(scales.traits, trait, 0, sums, at * PLACES, PLACES)
    shared[signs.token[at]!]?.forEach((weight, place) => (sums[at * PLACES + place]! += weight))
  })
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
  return stretches.filter((each) => together(each) > LEAST)
}

/** Where the problems stand in the words of a visit, weighed together; what denies one is none. */
export function problemsIn(text: Text, told: ReadByRule, scales: ProblemScales = SCALES): Span[] {
  const signs = signsOf(text.plain, told)
  const bySign = weightsOfSigns(text, signs, told, scales)
  const together = signsTogether(bySign)
  const stretches = likelyStretches(signs, bySign, together)
  const ground = groundOf(text, signs, told, troublesOf(text.plain))
  const weights = Float64Array.from(stretches, together)
  stretches.forEach((stretch, n) => {
    for (const trait of traitsOfStretch(ground, stretch)) addWeights(scales.wholes, trait, 0, weights, n, 1)
  })
  return bestStretches(signs.text.length, stretches, weights, scales.touching).map(({ from, to }): Span => [
    signs.from[from]!,
    signs.from[to]!,
  ])
}
