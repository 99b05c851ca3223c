import { OUR_LEXICON } from '#src/language/lexicon/lexicon.ts'
import { topicFeatures, topicsByRule } from '#src/language/scale/topics.ts'
import { matterOf } from '#src/language/visits/matters.ts'
import type { Told } from './labelled.ts'
import type { Sample } from './learn.ts'

/** Which of a visit's topics a problem falls under: one that its words name, else the one that no other of its problems names. */
function topicOf(text: string, others: readonly string[], topics: readonly string[]): string | null {
  const named = (words: string): string[] => topicsByRule(words, matterOf(words, OUR_LEXICON), OUR_LEXICON)
  const own = named(text)
  const hit = own.find((topic) => topics.includes(topic))
  if (hit || topics.length === 0) return hit ?? 'none'
  const left = topics.filter((topic) => !others.flatMap(named).includes(topic))
  if (left.length === 1) return left[0]!
  if (left.length > 1) return null
  return own.length === 0 && topics.length === 1 ? topics[0]! : 'none'
}

/** The problems of a labelled visit, each with its topic where the labels tell it. */
export function topicSamples({ example: { expected, open = [] } }: Told): Sample[] {
  const { findings = [], topics = [] } = expected.slots
  if (expected.intent !== 'log_visit' || open.includes('*') || open.includes('topics')) return []
  const texts = findings.map(({ text }) => text)
  return texts.flatMap((text, i): Sample[] => {
    const label = topicOf(text, texts.toSpliced(i, 1), topics)
    const features = [...topicFeatures(text, matterOf(text, OUR_LEXICON), OUR_LEXICON)]
    return label ? [{ features, label }] : []
  })
}
