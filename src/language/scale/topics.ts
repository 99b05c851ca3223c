import type { Matter } from '#src/domain/words.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { longestIn } from '../lexicon/word-table.ts'
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

/** Whether it is a word of the office's own that tells what a problem is about. */
const isOwnMatter = (text: string, matter: Matter | null, { own }: Lexicon): boolean =>
  matter !== null && longestIn(own.things, text)?.means === matter

/** The topic that a problem falls under by all its words together; null where it falls under none. An office's own words are not weighed. */
export function weighedTopic(text: string, matter: Matter | null, lexicon: Lexicon): Topic | null {
  if (isOwnMatter(text, matter, lexicon)) return topicsByRule(text, matter, lexicon)[0] ?? null
  const sums = new Float64Array(SCALE.width)
  for (const feature of topicFeatures(text, matter, lexicon))
    addWeights(SCALE, SCALE.rows.get(feature), 0, sums, 0, SCALE.width)
  const most = weights.labels[sums.indexOf(Math.max(...sums))]
  return most === 'none' ? null : (most as Topic)
}
