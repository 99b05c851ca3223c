import type { Heard } from '../hear.ts'
import { nounEnd } from '../visits/matters.ts'
import { wantsNoun } from '../visits/run-on.ts'
import type { Span } from '../understanding.ts'
import weights from './boundary-weights.json' with { type: 'json' }
import { addRow, scaleFrom } from './scale.ts'

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

/** What is weighed of a place between two characters, by kind: those on either side, and whether it is parted there by rule. */
function eachFeature(
  framed: string,
  at: number,
  { cut, noun }: { cut: boolean; noun: boolean },
  take: (kind: string, words: string) => void,
): void {
  const here = at + 1
  const length = framed.length - 2
  take('always', '')
  take('across', framed.slice(here - 1, here + 1))
  for (let reach = 1; reach <= LONGEST; reach++) {
    take('before', framed.slice(Math.max(0, here - reach), here))
    take('after', framed.slice(here, here + reach))
  }
  take('across', framed.slice(Math.max(0, here - 2), here + 1))
  take('across', framed.slice(here - 1, here + 2))
  take('cut', `${cut} ${noun}`)
  take('behind', String(Math.min(STEPS, Math.floor(at / STEP))))
  take('left', String(Math.min(STEPS, Math.floor((length - at) / STEP))))
  if (cut) take('cut', '')
  if (noun) take('noun', '')
}

const nameOf = (kind: string, words: string): string => (words === '' ? kind : `${kind} ${words}`)

/** All features of a place by name, as the weights are learned for them. */
function boundaryFeatures(text: string, at: number, told: { cut: boolean; noun: boolean }): string[] {
  const features: string[] = []
  eachFeature(`^${text}$`, at, told, (kind, words) => features.push(nameOf(kind, words)))
  return features
}

/** The rows of the weights by kind and words, so that no name has to be put together for a place. */
const ROWS = Map.groupBy(SCALE.rows, ([name]) => name.split(' ', 1)[0]!)
const ROW_OF = new Map(
  [...ROWS].map(([kind, rows]) => [
    kind,
    new Map(rows.map(([name, row]) => [name.slice(kind.length + 1), row])),
  ]),
)

/** Whether a place is parted by rule, and a noun begins there. */
function toldAt(text: string, at: number, starts: ReadonlySet<number>, lexicon: Heard['lexicon']) {
  return { cut: starts.has(at), noun: nounEnd(text, at, lexicon).to > at }
}

const startsWithin = ([from]: Span, byRule: readonly Span[]): ReadonlySet<number> =>
  new Set(byRule.map(([start]) => start - from))

/** Every place of an unmarked stretch with its features; `byRule` are the clauses that the rules make of it. */
export function placesIn(
  { plain, lexicon }: Pick<Heard, 'plain' | 'lexicon'>,
  span: Span,
  byRule: readonly Span[],
): { at: number; features: string[] }[] {
  const [text, starts] = [plain.slice(...span), startsWithin(span, byRule)]
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => {
    const told = toldAt(text, i + 1, starts, lexicon)
    return { at: span[0] + i + 1, features: boundaryFeatures(text, i + 1, told) }
  })
}

/** The places of an unmarked stretch that weigh more for a boundary than against it. */
function cutsIn(
  { plain, lexicon }: Pick<Heard, 'plain' | 'lexicon'>,
  span: Span,
  byRule: readonly Span[],
): number[] {
  const [text, starts] = [plain.slice(...span), startsWithin(span, byRule)]
  const framed = `^${text}$`
  const cuts: number[] = []
  for (let at = 1; at < text.length; at++) {
    const sums = new Int32Array(SCALE.labels.length)
    const told = toldAt(text, at, starts, lexicon)
    eachFeature(framed, at, told, (kind, words) => addRow(sums, SCALE.weights, ROW_OF.get(kind)?.get(words)))
    const isBoundary = (sums[0]! - sums[1]!) * SCALE.unit > LEAST
    if (isBoundary && !wantsNoun(text.slice(Math.max(0, at - REACH), at))) cuts.push(span[0] + at)
  }
  return cuts
}

/** The clauses of an unmarked stretch: those that the rules make, parted and put together as all words around weigh. */
export function weighedClauses(
  heard: Pick<Heard, 'plain' | 'lexicon'>,
  span: Span,
  byRule: readonly Span[],
): Span[] {
  if (span[1] - span[0] < SHORTEST) return [...byRule]
  const cuts = cutsIn(heard, span, byRule)
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
