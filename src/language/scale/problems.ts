import type { Clause } from '../findings.ts'
import type { Heard } from '../hear.ts'
import { namesThing } from '../matters.ts'
import { isHazard } from '../severities.ts'
import type { Token } from '../tokens.ts'
import { hasTrouble } from '../troubles.ts'
import weights from './problem-weights.json' with { type: 'json' }
import { scaleFrom, weigh } from './scale.ts'

const SCALE = scaleFrom(weights)
const LONGEST = 3

/** What is weighed of a clause: its characters, what stands on either side, and what its words were read as. */
export function problemFeatures(
  { plain, lexicon }: Pick<Heard, 'plain' | 'lexicon'>,
  tokens: readonly Token[],
  at: number,
  { says }: Clause,
): Set<string> {
  const words = plain.slice(...tokens[at]!.span)
  const text = [...`^${words.replace(/\d+/g, '0')}$`]
  const features = new Set<string>(['always'])
  for (let length = 1; length <= LONGEST; length++)
    for (let from = 0; from + length <= text.length; from++)
      features.add(text.slice(from, from + length).join(''))
  const read = [says, hasTrouble(words) && 'trouble', namesThing(words, lexicon) && 'thing'].filter(Boolean)
  for (const each of read) features.add(`read ${each}`)
  return features
    .add(`read ${read.join(' ')}`)
    .add(`before ${tokens[at - 1]?.kind ?? 'nothing'}`)
    .add(`after ${tokens[at + 1]?.kind ?? 'nothing'}`)
}

// 严重的是氢氧化钠敞口放: announced as a problem.
const ANNOUNCED = /(?:严重|突出|危险|糟糕|要命)的是/

/** By so much more must the words speak against what was read as a problem and names a trouble. */
const CAUTION = 1

/** Whether all words of a clause together tell of a problem; what could be a danger always does, what denies one never. */
export function tellsProblem(heard: Heard, tokens: readonly Token[], at: number, clause: Clause): boolean {
  const words = heard.plain.slice(...clause.span)
  if (clause.says === 'no_issue' || clause.says === 'denial') return false
  if (
    clause.says === 'finding' &&
    (isHazard(words, heard.lexicon) || ANNOUNCED.test(heard.plain.slice(...tokens[at]!.span)))
  )
    return true
  const [other, problem] = weigh(SCALE, problemFeatures(heard, tokens, at, clause))
  return problem! + (clause.says === 'finding' && hasTrouble(words) ? CAUTION : 0) > other!
}
