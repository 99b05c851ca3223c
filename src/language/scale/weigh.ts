import type { ContractIntent } from '../contract/slots.ts'
import type { Heard } from '../hear.ts'
import type { Speaker } from '../understanding.ts'
import { featuresOf } from './features.ts'
import weights from './weights.json' with { type: 'json' }

/**
 * How much each feature speaks for each intent, as `npm run train` learned it from the labelled messages of
 * test/language/evaluation that rules may be tuned on. One byte a weight, in units of `unit`.
 */
type Scale = {
  intents: readonly ContractIntent[]
  rows: ReadonlyMap<string, number>
  weights: Int8Array
  unit: number
}

function scaleFrom(file: typeof weights): Scale {
  const bytes = Uint8Array.from(atob(file.weights), (char) => char.charCodeAt(0))
  return {
    intents: file.intents as ContractIntent[],
    rows: new Map(file.features.map((feature, row) => [feature, row])),
    weights: new Int8Array(bytes.buffer),
    unit: file.unit,
  }
}

const SCALE = scaleFrom(weights)

/** What was read for certain from the order of words weighs this much more (natural logarithm of the odds). */
const READ = 2.5
/** And against nothing at all yet so much more: a question too many costs less than a visit unheard. */
const CAUTION = 1

/** The weight of a message for every intent, in the order of `SCALE.intents`; differences are logarithms of odds. */
function weigh(features: Iterable<string>): Float64Array {
  const { intents, rows, weights, unit } = SCALE
  const sums = new Float64Array(intents.length)
  for (const feature of features) {
    const row = rows.get(feature)
    if (row === undefined) continue
    for (let i = 0; i < sums.length; i++) sums[i]! += weights[row * sums.length + i]! * unit
  }
  return sums
}

/** The intent that the words of a message speak for together, given the one that its readers found. */
export function outweighs(
  read: ContractIntent,
  heard: Heard,
  speaker: Speaker,
  today: string,
): ContractIntent {
  const sums = weigh(featuresOf(heard, speaker, today))
  const found = SCALE.intents.indexOf(read)
  if (read !== 'unknown') {
    sums[found]! += READ
    sums[SCALE.intents.indexOf('unknown')]! -= CAUTION
  }
  const best = sums.indexOf(Math.max(...sums))
  return SCALE.intents[best]!
}

/** The features that spoke the most for an intent, heaviest first: why it was chosen. */
export function reasonsFor(
  intent: ContractIntent,
  heard: Heard,
  speaker: Speaker,
  today: string,
): [string, number][] {
  const { intents, rows, weights, unit } = SCALE
  const at = intents.indexOf(intent)
  return [...featuresOf(heard, speaker, today)]
    .map((feature): [string, number] => {
      const row = rows.get(feature)
      return [feature, row === undefined ? 0 : weights[row * intents.length + at]! * unit]
    })
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
}
