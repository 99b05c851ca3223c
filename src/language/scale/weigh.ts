import type { ContractIntent } from '../contract/slots.ts'
import type { Heard } from '../hear.ts'
import { isPlainVisit } from '../rectifications/reports.ts'
import type { Speaker } from '../understanding.ts'
import { isGram, weighedOf, type Weighed } from './features.ts'
import { gramsIn, gramTable, type GramTable } from './grams.ts'
import { addRow } from './scale.ts'
import weights from './weights.json' with { type: 'json' }

/**
 * How much each feature speaks for each intent, as `npm run train` learned it from the labelled messages of
 * test/language/evaluation that rules may be tuned on. One byte a weight, in units of `unit`.
 */
type Scale = {
  intents: readonly ContractIntent[]
  /** In which row of `weights` a feature stands: the characters of a text, and the traits by name. */
  grams: GramTable
  traits: ReadonlyMap<string, number>
  weights: Int8Array
  unit: number
}

/** Byte by byte: `from` would make a list of 300,000 strings first, and the process keeps the room for them. */
function bytesOf(base64: string): Int8Array {
  const chars = atob(base64)
  const bytes = new Int8Array(chars.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = chars.charCodeAt(i)
  return bytes
}

function scaleFrom(file: typeof weights): Scale {
  const rows = file.features.map((feature, row) => [feature, row] as const)
  return {
    intents: file.labels as ContractIntent[],
    grams: gramTable(rows.filter(([feature]) => isGram(feature))),
    traits: new Map(rows.filter(([feature]) => !isGram(feature))),
    weights: bytesOf(file.weights),
    unit: file.unit,
  }
}

const SCALE = scaleFrom(weights)

/** What was read for certain from the order of words weighs this much more (natural logarithm of the odds). */
const READ = 2.5
/** Every school that is named beside something told reads as a visit at first, so one that is not firm weighs less. */
const READ_AS_VISIT = 1
/** And against nothing at all yet so much more: a question too many costs less than a visit unheard. */
const CAUTION = 1

/** The rows of all features of a message that the scale has learned. */
function rowsOf({ text, traits }: Weighed): Set<number> {
  const rows = gramsIn(SCALE.grams, text)
  for (const trait of traits) {
    const row = SCALE.traits.get(trait)
    if (row !== undefined) rows.add(row)
  }
  return rows
}

/** The weight of a message for every intent, in the order of `SCALE.intents`; differences are logarithms of odds. */
function weigh(weighed: Weighed): Float64Array {
  const { intents, weights, unit } = SCALE
  const sums = new Int32Array(intents.length)
  for (const row of rowsOf(weighed)) addRow(sums, weights, row)
  return Float64Array.from(sums, (sum) => sum * unit)
}

/** Trouble beside a visit that was made, or a school and the day it was gone to. */
const isFirmVisit = (heard: Heard): boolean =>
  isPlainVisit(heard) || (heard.schools.length > 0 && heard.dates.some(({ as }) => as === 'event'))

/** The intent that the words of a message speak for together, given the one that its readers found; of two as heavy, that one. */
export function outweighs(
  read: ContractIntent,
  heard: Heard,
  speaker: Speaker,
  today: string,
): ContractIntent {
  const sums = weigh(weighedOf(heard, speaker, today))
  const found = SCALE.intents.indexOf(read)
  if (read !== 'unknown') {
    sums[found]! += read === 'log_visit' && !isFirmVisit(heard) ? READ_AS_VISIT : READ
    sums[SCALE.intents.indexOf('unknown')]! -= CAUTION
  }
  const most = Math.max(...sums)
  return sums[found] === most ? read : SCALE.intents[sums.indexOf(most)]!
}

/** The features that spoke the most for an intent, heaviest first: why it was chosen. */
export function reasonsFor(
  intent: ContractIntent,
  heard: Heard,
  speaker: Speaker,
  today: string,
): [string, number][] {
  const { intents, unit } = SCALE
  const at = intents.indexOf(intent)
  return [...rowsOf(weighedOf(heard, speaker, today))]
    .map((row): [string, number] => [
      weights.features[row]!,
      SCALE.weights[row * intents.length + at]! * unit,
    ])
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
}
