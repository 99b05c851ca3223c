import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file of weights: one byte a weight, a row of them for each feature; `from` names the messages that they were learned from. */
export type WeightsFile = {
  from: string
  labels: string[]
  features: string[]
  unit: number
  weights: string
}

/**
 * Multinomial logistic regression by stochastic gradient descent with steps that shrink as in AdaGrad. The same samples
 * give the same weights.
 */
const ROUNDS = 30
const STEP = 0.1
const DECAY = 2e-4
/** What stands in one sample alone tells nothing of others. */
const LEAST = 2

export type Sample = { features: string[]; label: string }

/** Features that stand in several samples, in the order met. */
function common(all: readonly Sample[]): string[] {
  const counts = new Map<string, number>()
  for (const { features } of all) for (const each of features) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= LEAST).map(([feature]) => feature)
}

/** A row of numbers that looks like chance and is the same every time (Park and Miller). */
export function chance(): () => number {
  let seed = 1
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
}

export function shuffled<T>(all: readonly T[], next: () => number): T[] {
  const order = [...all]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

function weightsOf(all: readonly Sample[], features: readonly string[], labels: readonly string[]) {
  const width = labels.length
  const row = new Map(features.map((feature, at) => [feature, at]))
  const weights = new Float64Array(features.length * width)
  const steps = new Float64Array(weights.length).fill(1e-6)
  const told = all.map(({ features, label }) => ({
    rows: features.flatMap((feature) => row.get(feature) ?? []),
    right: labels.indexOf(label),
  }))
  const next = chance()
  for (let round = 0; round < ROUNDS; round++)
    for (const { rows, right } of shuffled(told, next)) {
      const odds = oddsOf(rows, weights, width)
      for (let label = 0; label < width; label++) {
        const error = odds[label]! - (label === right ? 1 : 0)
        for (const at of rows) {
          const cell = at * width + label
          const slope = error / Math.sqrt(rows.length) + DECAY * weights[cell]!
          steps[cell]! += slope * slope
          weights[cell]! -= (STEP * slope) / Math.sqrt(steps[cell]!)
        }
      }
    }
  return weights
}

/** The share of each label by the weights so far. */
function oddsOf(rows: readonly number[], weights: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width)
  for (const row of rows) for (let i = 0; i < width; i++) sums[i]! += weights[row * width + i]!
  const most = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - most))
  const whole = shares.reduce((a, b) => a + b)
  return shares.map((share) => share / whole)
}

/** One byte a weight; the greatest is 127. */
export function packed(weights: Float64Array): { unit: number; weights: Int8Array } {
  const greatest = weights.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
  const unit = Number((greatest / 127).toPrecision(6))
  return { unit, weights: Int8Array.from(weights, (each) => Math.round(each / unit)) }
}

/** The weights that samples teach, as a file without what weighs nothing; `from` names the messages that they stand in. */
export function learned(from: string, all: readonly Sample[]): WeightsFile {
  const labels = [...new Set(all.map(({ label }) => label))].sort()
  const features = common(all)
  const { unit, weights } = packed(weightsOf(all, features, labels))
  const rowOf = (_: unknown, i: number): number[] => [
    ...weights.subarray(i * labels.length, (i + 1) * labels.length),
  ]
  const rows = features.map(rowOf)
  const weighs = (_: unknown, i: number): boolean => rows[i]!.some((weight) => weight !== 0)
  return {
    from,
    labels,
    features: features.filter(weighs),
    unit,
    weights: Buffer.from(Int8Array.from(rows.filter(weighs).flat())).toString('base64'),
  }
}

/** Writes src/language/scale/NAME. */
export function written(name: string, weights: object): void {
  const file = fileURLToPath(new URL(`../../src/language/scale/${name}`, import.meta.url))
  writeFileSync(file, JSON.stringify(weights))
  console.log(`→ ${file}`)
}
