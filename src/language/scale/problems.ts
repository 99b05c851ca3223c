import type { Read } from '../visits/clauses.ts'
import type { Heard } from '../hear.ts'
import { namesThing } from '../visits/matters.ts'
import { isHazard } from '../visits/severities.ts'
import type { Token } from '../visits/tokens.ts'
import { hasTrouble } from '../visits/troubles.ts'
import weights from './problem-weights.json' with { type: 'json' }
import { charactersOf, isGram } from './features.ts'
import { gramsIn, gramTable } from './grams.ts'
import { addRow, scaleFrom } from './scale.ts'

const SCALE = scaleFrom(weights)
const GRAMS = gramTable([...SCALE.rows].filter(([feature]) => isGram(feature)))

/** A message as its rules read it: `reads[i]` is what the words of `tokens[i]` were read as. */
export type ReadByRule = { tokens: readonly Token[]; reads: readonly Read[] }

/** The nearest that is more than a gap, before or behind: what a clause says, else what stands there. */
function beside({ plain }: Pick<Heard, 'plain'>, reads: readonly Read[], at: number, step: 1 | -1): string {
  let i = at + step
  while (reads[i]?.kind === 'gap') i += step
  const read = reads[i]
  if (read?.kind !== 'clause') return read?.kind ?? 'nothing'
  return read.says + (hasTrouble(plain.slice(...read.span)) ? ' trouble' : '')
}

/** What is weighed of a clause besides its characters, by name: what its words were read as, and what stands on either side. */
function traitsOf(
  heard: Pick<Heard, 'plain' | 'lexicon'>,
  { tokens, reads }: ReadByRule,
  at: number,
): Set<string> {
  const read = reads[at]!
  const words = heard.plain.slice(...tokens[at]!.span)
  const says = read.kind === 'clause' && read.says
  const told = [says, hasTrouble(words) && 'trouble', namesThing(words, heard.lexicon) && 'thing'].filter(
    Boolean,
  )
  const [earlier, later] = [beside(heard, reads, at, -1), beside(heard, reads, at, 1)]
  return new Set([
    'always',
    ...told.map((each) => `read ${each}`),
    `read ${told.join(' ')}`,
    `before ${tokens[at - 1]?.kind ?? 'nothing'}`,
    `after ${tokens[at + 1]?.kind ?? 'nothing'}`,
    `earlier ${earlier}`,
    `later ${later}`,
    `read ${says} later ${later}`,
    `read ${says} earlier ${earlier}`,
  ])
}

/** The words of a clause as they are weighed. */
const framed = ({ plain }: Pick<Heard, 'plain'>, { span }: Token): string =>
  `^${plain.slice(...span).replace(/\d+/g, '0')}$`

/** All features of a clause by name, as the weights are learned for them. */
export const problemFeatures = (
  heard: Pick<Heard, 'plain' | 'lexicon'>,
  told: ReadByRule,
  at: number,
): Set<string> => new Set([...charactersOf(framed(heard, told.tokens[at]!)), ...traitsOf(heard, told, at)])

/** The weights of all features of a clause together, for every label. */
function weighed(heard: Heard, told: ReadByRule, at: number): Int32Array {
  const sums = new Int32Array(SCALE.labels.length)
  for (const row of gramsIn(GRAMS, framed(heard, told.tokens[at]!))) addRow(sums, SCALE.weights, row)
  for (const trait of traitsOf(heard, told, at)) addRow(sums, SCALE.weights, SCALE.rows.get(trait))
  return sums
}

// 严重的是氢氧化钠敞口放: announced as a problem.
const ANNOUNCED = /(?:严重|突出|危险|糟糕|要命)的是/

/** By so much more must the words speak against what was read as a problem and names a trouble. */
const CAUTION = 0.5

/** Whether all words of a clause together tell of a problem; what could be a danger always does, what denies one never. */
export function tellsProblem(heard: Heard, told: ReadByRule, at: number): boolean {
  const clause = told.reads[at]!
  if (clause.kind !== 'clause') return false
  const words = heard.plain.slice(...clause.span)
  if (clause.says === 'no_issue' || clause.says === 'denial') return false
  // 要求把楼道口的桌椅清走: what is only asked for is no problem, whatever thing it names.
  if (clause.says === 'requirement' && !hasTrouble(words)) return false
  if (
    clause.says === 'finding' &&
    (isHazard(words, heard.lexicon) || ANNOUNCED.test(heard.plain.slice(...told.tokens[at]!.span)))
  )
    return true
  const [other, problem] = weighed(heard, told, at)
  return (problem! - other!) * SCALE.unit + (clause.says === 'finding' && hasTrouble(words) ? CAUTION : 0) > 0
}
