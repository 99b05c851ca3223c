import type { Matter } from '#src/domain/words.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { topicOfFinding, topicsIn, type Topic } from '../visits/topics.ts'
import { addWeights, scaleFrom } from './scale.ts'
import weights from './topic-weights.json' with { type: 'json' }

const SCALE = scaleFrom(weights)
/** Of a problem every one, two and three characters in a row are weighed. */
const LONGEST = 3

/** The topics that the things of a problem name by rule: the one that decides, or all where none does. */
export function topicsByRule(text: string, matter: Matter | null, lexicon: Lexicon): Topic[] {
  const topic = topicOfFinding(text, matter, lexicon)
  return topic ? [topic] : topicsIn(text, lexicon).map(({ value }) => value)
}

/** What is weighed of a problem: its characters, what it is about, and what the rules make of it. */
export function topicFeatures(text: string, matter: Matter | null, lexicon: Lexicon): Set<string> {
  const chars = [...`^${text.replace(/\d+/g, '0')}$`]
  const features = new Set(['always', `matter ${matter}`])
  features.add(`rule ${topicsByRule(text, matter, lexicon).join(' ')}`)
  for (const { value } of topicsIn(text, lexicon)) features.add(`names ${value}`)
  for (let length = 1; length <= LONGEST; length++)
    for (let from = 0; from + length <= chars.length; from++)
      features.add(chars.slice(from, from + length).join(''))
  return features
}

/** The topic that a problem falls under by all its words together; null where it falls under none. */
export function weighedTopic(text: string, matter: Matter | null, lexicon: Lexicon): Topic | null {
  const sums = new Float64Array(SCALE.width)
  for (const feature of topicFeatures(text, matter, lexicon))
    addWeights(SCALE, feature, 0, sums, 0, SCALE.width)
  const most = weights.labels[sums.indexOf(Math.max(...sums))]
  return most === 'none' ? null : (most as Topic)
}
