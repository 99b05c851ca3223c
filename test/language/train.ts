import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { listeningTo } from '#src/cli/understand.ts'
import { hear } from '#src/language/hear.ts'
import type { ContractIntent } from '#src/language/contract/slots.ts'
import { featuresOf, weighedOf } from '#src/language/scale/features.ts'
import { CITIES, digestOf, earOf, examplesOf } from './evaluation.ts'

/**
 * Learns the weights of src/language/scale from the labelled messages of the tuned cities: multinomial logistic
 * regression by stochastic gradient descent with steps that shrink as in AdaGrad. The same messages give the same file.
 */
const ROUNDS = 30
const STEP = 0.1
const DECAY = 2e-4
/** What stands in one message alone tells nothing of others. */
const LEAST = 2

type Sample = { features: string[]; intent: ContractIntent }

async function samples(): Promise<Sample[]> {
  const cities = CITIES.filter(({ half }) => half === 'tuned')
  const told = await Promise.all(
    cities.map(async (city) => {
      const ear = await earOf(city)
      return examplesOf(city).map((example): Sample => {
        const listening = listeningTo(example, ear)
        const heard = hear(example.text, ear.registry, listening)
        return {
          features: [...featuresOf(weighedOf(heard, listening.speaker, listening.today))],
          intent: example.expected.intent,
        }
      })
    }),
  )
  return told.flat()
}

/** Features that stand in several messages, in the order met. */
function common(all: readonly Sample[]): string[] {
  const counts = new Map<string, number>()
  for (const { features } of all) for (const each of features) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= LEAST).map(([feature]) => feature)
}

/** A row of numbers that looks like chance and is the same every time (Park and Miller). */
function chance(): () => number {
  let seed = 1
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
}

function shuffled<T>(all: readonly T[], next: () => number): T[] {
  const order = [...all]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

function learn(all: readonly Sample[], features: readonly string[], intents: readonly ContractIntent[]) {
  const width = intents.length
  const row = new Map(features.map((feature, at) => [feature, at]))
  const weights = new Float64Array(features.length * width)
  const steps = new Float64Array(weights.length).fill(1e-6)
  const told = all.map(({ features, intent }) => ({
    rows: features.flatMap((feature) => row.get(feature) ?? []),
    right: intents.indexOf(intent),
  }))
  const next = chance()
  for (let round = 0; round < ROUNDS; round++)
    for (const { rows, right } of shuffled(told, next)) {
      const odds = oddsOf(rows, weights, width)
      for (let intent = 0; intent < width; intent++) {
        const error = odds[intent]! - (intent === right ? 1 : 0)
        for (const at of rows) {
          const cell = at * width + intent
          const slope = error / Math.sqrt(rows.length) + DECAY * weights[cell]!
          steps[cell]! += slope * slope
          weights[cell]! -= (STEP * slope) / Math.sqrt(steps[cell]!)
        }
      }
    }
  return weights
}

/** The share of each intent by the weights so far. */
function oddsOf(rows: readonly number[], weights: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width)
  for (const row of rows) for (let i = 0; i < width; i++) sums[i]! += weights[row * width + i]!
  const most = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - most))
  const whole = shares.reduce((a, b) => a + b)
  return shares.map((share) => share / whole)
}

/** One byte a weight; the greatest is 127. */
function packed(weights: Float64Array): { unit: number; weights: string } {
  const unit = Number(
    (weights.reduce((most, each) => Math.max(most, Math.abs(each)), 0) / 127).toPrecision(6),
  )
  return {
    unit,
    weights: Buffer.from(Int8Array.from(weights, (each) => Math.round(each / unit))).toString('base64'),
  }
}

const all = await samples()
const intents = [...new Set(all.map(({ intent }) => intent))].sort()
const features = common(all)
const file = fileURLToPath(new URL('../../src/language/scale/weights.json', import.meta.url))
const learned = packed(learn(all, features, intents))
writeFileSync(file, JSON.stringify({ from: digestOf('tuned'), intents, features, ...learned }))
console.log(`${all.length} messages, ${features.length} features, ${intents.length} intents → ${file}`)
