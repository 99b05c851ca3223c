import { listeningTo } from '#src/cli/understand.ts'
import { featuresOf, weighedOf } from '#src/language/scale/features.ts'
import { digestOf } from './evaluation.ts'
import { everythingTold, visitsIn, type Told } from './labelled.ts'
import { learnedProblems } from './learn-problems.ts'
import { learned, written, type Sample } from './learn.ts'
import { topicSamples } from './topic-samples.ts'

/**
 * Learns what messages mean, which words of a visit are its problems and what these fall under, from the labelled
 * messages of the tuned cities.
 */
function intentSample({ example, ear, heard }: Told): Sample {
  const { speaker, today } = listeningTo(example, ear)
  return { features: [...featuresOf(weighedOf(heard, speaker, today))], label: example.expected.intent }
}

const told = await everythingTold()
const from = digestOf('tuned')
written('problem-weights.json', learnedProblems(from, visitsIn(told)))
written('topic-weights.json', learned(from, told.flatMap(topicSamples)))
written('weights.json', learned(from, told.map(intentSample)))
