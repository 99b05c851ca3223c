import { listeningTo } from '#src/cli/understand.ts'
import { readsBeforeWeighing } from '#src/language/visits/clauses.ts'
import { featuresOf, weighedOf } from '#src/language/scale/features.ts'
import { problemFeatures } from '#src/language/scale/problems.ts'
import { tokensOf } from '#src/language/visits/tokens.ts'
import { digestOf } from './evaluation.ts'
import { everythingTold, visitsIn, type Told, type Visit } from './labelled.ts'
import { teach, type Sample } from './learn.ts'

/** Learns what messages mean, and which of the clauses of a visit are problems, from the labelled messages of the tuned cities. */
function intentSample({ example, ear, heard }: Told): Sample {
  const { speaker, today } = listeningTo(example, ear)
  return { features: [...featuresOf(weighedOf(heard, speaker, today))], label: example.expected.intent }
}

/** Half of its words, and a few more for what leads to a problem. */
const ENOUGH = 0.4

/** The clauses of a visit, each a problem where its words stand in one. */
function problemSamples({ heard, problems }: Visit): Sample[] {
  const isInOne = (at: number): boolean => problems.some(([from, to]) => at >= from && at < to)
  const tokens = tokensOf(heard)
  const reads = readsBeforeWeighing(heard.plain, tokens)
  return reads.flatMap((read, i): Sample[] => {
    if (read.kind !== 'clause') return []
    const [from, to] = tokens[i]!.span
    const within = Array.from({ length: to - from }, (_, n) => from + n).filter(isInOne).length
    const label = within / (to - from) > ENOUGH ? 'problem' : 'other'
    return [{ features: [...problemFeatures(heard, { tokens, reads }, i)], label }]
  })
}

const told = await everythingTold()
teach('weights.json', digestOf('tuned'), told.map(intentSample))
teach('problem-weights.json', digestOf('tuned'), visitsIn(told).flatMap(problemSamples))
