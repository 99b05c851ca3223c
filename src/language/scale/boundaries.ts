import type { Heard } from '../hear.ts'
import { nounEnd } from '../visits/matters.ts'
import { wantsNoun } from '../visits/run-on.ts'
import type { Span } from '../understanding.ts'
import weights from './boundary-weights.json' with { type: 'json' }
import { scaleFrom, weigh } from './scale.ts'

const SCALE = scaleFrom(weights)
const LONGEST = 3
/** Lengths are told in steps of so many characters, up to so many steps. */
const STEP = 3
const STEPS = 4
/** Half of the places where a problem begins or ends weigh more than this for it (natural logarithm of the odds). */
const LEAST = -1
/** Shorter stretches hold no two clauses, and no clause is shorter than this. */
const SHORTEST = 7
const SHORTEST_CLAUSE = 2
/** 一个是…一个是…: what is counted out begins a clause whatever its words weigh. */
const NUMBERED = /^(?:还有|另)?一个(?:就?是|呢)/
/** So far back one looks for what wants a noun. */
const REACH = 8

/** What is weighed of a place between two characters: those on either side, and whether it is parted there by rule. */
export function boundaryFeatures(text: string, at: number, cut: boolean, noun: boolean): string[] {
  const framed = `^${text}$`
  const here = at + 1
  const features = ['always', `across ${framed.slice(here - 1, here + 1)}`]
  for (let length = 1; length <= LONGEST; length++)
    features.push(
      `before ${framed.slice(Math.max(0, here - length), here)}`,
      `after ${framed.slice(here, here + length)}`,
    )
  features.push(
    `across ${framed.slice(Math.max(0, here - 2), here + 1)}`,
    `across ${framed.slice(here - 1, here + 2)}`,
    `cut ${cut} ${noun}`,
    `behind ${Math.min(STEPS, Math.floor(at / STEP))}`,
    `left ${Math.min(STEPS, Math.floor((text.length - at) / STEP))}`,
  )
  if (cut) features.push('cut')
  if (noun) features.push('noun')
  return features
}

/** Every place of an unmarked stretch with its features; `byRule` are the clauses that the rules make of it. */
export function placesIn(
  { plain, lexicon }: Pick<Heard, 'plain' | 'lexicon'>,
  [from, to]: Span,
  byRule: readonly Span[],
): { at: number; features: string[] }[] {
  const text = plain.slice(from, to)
  const starts = new Set(byRule.map(([start]) => start))
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => {
    const isNoun = nounEnd(text, i + 1, lexicon).to > i + 1
    return { at: from + i + 1, features: boundaryFeatures(text, i + 1, starts.has(from + i + 1), isNoun) }
  })
}

/** The clauses of an unmarked stretch: those that the rules make, parted and put together as all words around weigh. */
export function weighedClauses(
  heard: Pick<Heard, 'plain' | 'lexicon'>,
  span: Span,
  byRule: readonly Span[],
): Span[] {
  if (span[1] - span[0] < SHORTEST) return [...byRule]
  const cuts = placesIn(heard, span, byRule).flatMap(({ at, features }) => {
    const [boundary, none] = weigh(SCALE, features)
    const wants = wantsNoun(heard.plain.slice(Math.max(span[0], at - REACH), at))
    return boundary! - none! > LEAST && !wants ? [at] : []
  })
  const clauses: Span[] = []
  for (const [from, to] of byRule) {
    const last = clauses.at(-1)
    const stays = cuts.includes(from) || NUMBERED.test(heard.plain.slice(from, from + 5))
    const start = last?.[1] === from && !stays ? clauses.pop()![0] : from
    clauses.push(...parted([start, to], cuts))
  }
  return clauses
}

function parted([from, to]: Span, cuts: readonly number[]): Span[] {
  const clauses: Span[] = []
  let start = from
  for (const cut of cuts)
    if (cut >= start + SHORTEST_CLAUSE && cut <= to - SHORTEST_CLAUSE) {
      clauses.push([start, cut])
      start = cut
    }
  return [...clauses, [start, to]]
}
