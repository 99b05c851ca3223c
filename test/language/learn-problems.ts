import { AROUND, FARTHEST, framed, PLACES, type ProblemWeights } from '#src/language/scale/problems.ts'
import { eachSignTrait, eachTokenTrait, signGround } from '#src/language/scale/sign-traits.ts'
import type { ScaleFile } from '#src/language/scale/scale.ts'
import { signsOf } from '#src/language/scale/signs.ts'
import { eachStretchTrait, groundOf, stretchesIn, type Stretch } from '#src/language/scale/stretches.ts'
import { traitName, type TakeTrait } from '#src/language/scale/traits.ts'
import { readByRule } from '#src/language/visits/clauses.ts'
import { troublesOf } from '#src/language/visits/troubles.ts'
import type { Visit } from './labelled.ts'
import { chance, packed, shuffled } from './learn.ts'

/**
 * Learns which stretches of a visit are its problems: a semi-Markov conditional random field (Sarawagi and Cohen, 2004),
 * by gradient descent with steps that shrink as in AdaGrad, its weights averaged. The same visits give the same weights.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 6)
const STEP = 0.1
const DECAY = Number(process.env.DECAY ?? 1e-3)
/** What stands in one visit alone tells nothing of others. */
const LEAST = 2
/** From this share of the rounds on the weights are averaged, every so many visits. */
const AVERAGED_FROM = 1 / 3
const AVERAGED_EVERY = 300
/** A smaller error teaches nothing. */
const SMALL = 1e-4

/** Names told apart by numbers, in the order met. */
class Numbered {
  readonly names: string[] = []
  readonly #known = new Map<string, number>()
  of(name: string): number {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    this.#known.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}
type Kind = 'signs' | 'pairs' | 'traits' | 'wholes'
type Met = Record<Kind, Numbered>

/** Everything that is weighed of a visit, by numbers: for each sign, and `wholes` for each stretch. */
type Names = Record<Kind, number[][]> & { stretches: Stretch[]; right: Set<number> }

/** The numbers of all traits that are told. */
function traitsMet(numbered: Numbered, tell: (take: TakeTrait) => void): number[] {
  const met: number[] = []
  tell((...words) => met.push(numbered.of(traitName(...words))))
  return met
}

/** What is weighed of a visit; null where its problems are no stretches that could be chosen. */
function namesOf({ heard, problems }: Visit, met: Met): Names | null {
  const told = readByRule(heard)
  const signs = signsOf(heard.plain, told)
  const { text, from, token } = signs
  const stretches = stretchesIn(
    signs,
    () => true,
    () => true,
  )
  const right = problems.map((problem) =>
    stretches.findIndex((each) => from[each.from] === problem[0] && from[each.to] === problem[1]),
  )
  if (right.includes(-1)) return null
  const troubles = troublesOf(heard.plain)
  const bySign = signGround(heard, signs, told, troubles)
  const ground = groundOf(heard, signs, told, troubles)
  const around = (i: number, away: number, many: number): string =>
    framed(text)
      .slice(i + away + FARTHEST)
      .slice(0, many)
  return {
    signs: token.map((_, i) => AROUND.signs.map((away) => met.signs.of(around(i, away, 1)))),
    pairs: token.map((_, i) => AROUND.pairs.map((away) => met.pairs.of(around(i, away, 2)))),
    traits: token.map((n, i) =>
      traitsMet(met.traits, (take) => {
        eachSignTrait(bySign, i, take)
        if (n >= 0) eachTokenTrait(bySign, n, take)
      }),
    ),
    wholes: stretches.map((each) => traitsMet(met.wholes, (take) => eachStretchTrait(ground, each, take))),
    stretches,
    right: new Set(right),
  }
}

/** A table of weights within the one row of all: `cells` for each feature that has a row. */
type Table = { features: string[]; rows: Int32Array; cells: number; first: number }
type Tables = Record<Kind, Table>

function tablesOf(all: readonly Names[], met: Met): Tables {
  let first = 0
  const table = (kind: Kind, cells: number): Table => {
    const counts = new Int32Array(met[kind].names.length)
    for (const names of all) for (const feature of new Set(names[kind].flat())) counts[feature]!++
    const features = met[kind].names.filter((_, feature) => counts[feature]! >= LEAST)
    let row = 0
    const made = { features, rows: counts.map((count) => (count >= LEAST ? row++ : -1)), cells, first }
    first += features.length * cells
    return made
  }
  return {
    signs: table('signs', AROUND.signs.length * PLACES),
    pairs: table('pairs', AROUND.pairs.length * PLACES),
    traits: table('traits', PLACES),
    wholes: table('wholes', 1),
  }
}

/** A visit in numbers: for each sign the first of three cells for each of its features, for each stretch its cells. */
type Sample = {
  bySign: Int32Array[]
  stretches: readonly Stretch[]
  wholes: Int32Array[]
  right: ReadonlySet<number>
  starting: number[][]
}

/** The first cell of each feature that has a row; of what stands around a sign each place has cells of its own. */
function cellsOf({ rows, cells, first }: Table, features: readonly number[], apart: boolean): number[] {
  return features.flatMap((feature, n) =>
    rows[feature]! < 0 ? [] : [first + rows[feature]! * cells + (apart ? n * PLACES : 0)],
  )
}

function sampleOf({ signs, pairs, traits, wholes, stretches, right }: Names, tables: Tables): Sample {
  const starting: number[][] = signs.map(() => [])
  stretches.forEach(({ from }, n) => starting[from]!.push(n))
  const bySign = signs.map((around, i) =>
    Int32Array.from([
      ...cellsOf(tables.signs, around, true),
      ...cellsOf(tables.pairs, pairs[i]!, true),
      ...cellsOf(tables.traits, traits[i]!, false),
    ]),
  )
  const byStretch = wholes.map((traits) => Int32Array.from(cellsOf(tables.wholes, traits, false)))
  return { bySign, stretches, wholes: byStretch, right, starting }
}

/** The weight of every stretch by the weights so far. */
function weighed({ bySign, stretches, wholes }: Sample, weights: Float64Array): Float64Array {
  const [begins, inside, ends] = [0, 1, 2].map((place) =>
    bySign.map((cells) => cells.reduce((sum, cell) => sum + weights[cell + place]!, 0)),
  )
  const upTo = [0]
  for (const weight of inside!) upTo.push(upTo.at(-1)! + weight)
  return Float64Array.from(stretches, ({ from, to }, n) => {
    const whole = wholes[n]!.reduce((sum, cell) => sum + weights[cell]!, 0)
    return whole + begins![from]! + upTo[to - 1]! - upTo[from + 1]! + ends![to - 1]!
  })
}

const LOWEST = -1e9
/** The logarithm of the sum of two numbers that are given as logarithms. */
function plus(a: number, b: number): number {
  const more = Math.max(a, b)
  return more <= LOWEST ? LOWEST : more + Math.log(Math.exp(a - more) + Math.exp(b - more))
}

/** How likely every stretch is to be a problem, and how many begin right behind another. */
function likelihoods(
  sample: Sample,
  weight: Float64Array,
  touching: number,
): { likely: Float64Array; touched: number } {
  const { stretches, starting } = sample
  const length = starting.length
  const lows = (): Float64Array => new Float64Array(length + 1).fill(LOWEST)
  const [free, ended, fromFree, fromEnded] = [lows(), lows(), lows(), lows()]
  free[0] = 0
  for (let at = 0; at < length; at++) {
    const here = plus(free[at]!, ended[at]! + touching)
    for (const n of starting[at]!) {
      const { to } = stretches[n]!
      ended[to] = plus(ended[to]!, here + weight[n]!)
    }
    free[at + 1] = plus(free[at]!, ended[at]!)
  }
  const all = plus(free[length]!, ended[length]!)
  fromFree[length] = fromEnded[length] = 0
  const likely = new Float64Array(stretches.length)
  let touched = 0
  for (let at = length - 1; at >= 0; at--) {
    let onwards = LOWEST
    for (const n of starting[at]!) {
      const onward = weight[n]! + fromEnded[stretches[n]!.to]!
      onwards = plus(onwards, onward)
      likely[n] = Math.exp(plus(free[at]!, ended[at]! + touching) + onward - all)
    }
    fromFree[at] = plus(fromFree[at + 1]!, onwards)
    fromEnded[at] = plus(fromFree[at + 1]!, onwards + touching)
    touched += Math.exp(ended[at]! + touching + onwards - all)
  }
  return { likely, touched }
}

/** Weights that are mended step by step, each by smaller steps the more it was mended. */
class Weights {
  readonly now: Float64Array
  readonly #steps: Float64Array
  readonly #sums: Float64Array
  #taken = 0
  constructor(size: number) {
    this.now = new Float64Array(size)
    this.#steps = new Float64Array(size).fill(1e-6)
    this.#sums = new Float64Array(size)
  }
  mend(cell: number, error: number): void {
    const slope = error + DECAY * this.now[cell]!
    this.#steps[cell]! += slope * slope
    this.now[cell]! -= (STEP * slope) / Math.sqrt(this.#steps[cell]!)
  }
  take(): void {
    this.#taken++
    for (let cell = 0; cell < this.now.length; cell++) this.#sums[cell]! += this.now[cell]!
  }
  average(): Float64Array {
    return this.#sums.map((sum) => sum / this.#taken)
  }
}

/** Mends the weights by what one visit tells; the last cell is the weight of problems right behind each other. */
function learnFrom(sample: Sample, weights: Weights): void {
  const { bySign, stretches, wholes, right } = sample
  const last = weights.now.length - 1
  const { likely, touched } = likelihoods(sample, weighed(sample, weights.now), weights.now[last]!)
  const errors = Array.from({ length: PLACES }, () => new Float64Array(bySign.length + 1))
  const ends = new Set([...right].map((n) => stretches[n]!.to))
  const meant = [...right].filter((n) => ends.has(stretches[n]!.from)).length
  if (touched !== meant) weights.mend(last, touched - meant)
  const whole = new Map<number, number>()
  stretches.forEach(({ from, to }, n) => {
    const error = likely[n]! - (right.has(n) ? 1 : 0)
    if (Math.abs(error) < SMALL) return
    errors[0]![from]! += error
    errors[1]![from + 1]! += error
    errors[1]![to - 1]! -= error
    errors[2]![to - 1]! += error
    for (const cell of wholes[n]!) whole.set(cell, (whole.get(cell) ?? 0) + error)
  })
  for (const [cell, error] of whole) weights.mend(cell, error)
  let inside = 0
  bySign.forEach((cells, at) => {
    inside += errors[1]![at]!
    const here = [errors[0]![at]!, inside, errors[2]![at]!]
    if (here.every((error) => Math.abs(error) < SMALL)) return
    for (const cell of cells)
      here.forEach((error, place) => weights.mend(cell + place, error / Math.sqrt(cells.length)))
  })
}

/** One table as a file tells it, without the features that weigh nothing. */
function fileOf({ features, cells, first }: Table, weights: Float64Array): ScaleFile {
  const { unit, weights: bytes } = packed(weights.subarray(first, first + features.length * cells))
  const rowOf = (_: unknown, n: number): number[] => [...bytes.subarray(n * cells, (n + 1) * cells)]
  const rows = features.map(rowOf)
  const weighs = (_: unknown, n: number): boolean => rows[n]!.some((weight) => weight !== 0)
  return {
    features: features.filter(weighs),
    unit,
    weights: Buffer.from(Int8Array.from(rows.filter(weighs).flat())).toString('base64'),
  }
}

/** The weights that visits teach; `from` names the messages that they stand in. */
export function learnedProblems(from: string, visits: readonly Visit[]): ProblemWeights {
  const met: Met = {
    signs: new Numbered(),
    pairs: new Numbered(),
    traits: new Numbered(),
    wholes: new Numbered(),
  }
  const names = visits.flatMap((visit) => namesOf(visit, met) ?? [])
  const tables = tablesOf(names, met)
  const samples = names.map((each) => sampleOf(each, tables))
  const { wholes } = tables
  const weights = new Weights(wholes.first + wholes.features.length + 1)
  const next = chance()
  for (let round = 0; round < ROUNDS; round++)
    shuffled(samples, next).forEach((sample, n) => {
      if (round >= ROUNDS * AVERAGED_FROM && n % AVERAGED_EVERY === 0) weights.take()
      learnFrom(sample, weights)
    })
  const learned = weights.average()
  return {
    from,
    touching: Number(learned.at(-1)!.toPrecision(6)),
    signs: fileOf(tables.signs, learned),
    pairs: fileOf(tables.pairs, learned),
    traits: fileOf(tables.traits, learned),
    wholes: fileOf(wholes, learned),
  }
}
