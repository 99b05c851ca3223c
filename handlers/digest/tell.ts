import { checksText } from '#cards/checks/digest.ts'
import { numbersText, worstText } from '#cards/digest.ts'
import { monthOf } from '#src/domain/day.ts'
import type { Role } from '#src/domain/words.ts'
import type { DigestSpan } from '#src/policy/digest-span.ts'
import type { Digest } from '#src/policy/five-numbers.ts'
import { briefOf, type Brief, type Reading } from './brief.ts'
import { checksInDigest } from './checks.ts'
import { officeLists } from './lists.ts'

/** The words of a digest; `idle` where it holds nothing that anybody has to know. */
export type Told = { words: string; idle: boolean }

/** Of a place; null: the city. */
export type Tell = (on: Reading, county: string | null, span: DigestSpan) => Promise<Told>

/** For an office: numbers, the three worst, and what waits there. */
export const tellOffice: Tell = async (on, county, span) => {
  const brief = await briefOf(on, county, span)
  const lists = await officeLists(on, county, brief.ledger)
  const words = [numbersAndWorst(county, brief, span), ...lists].join('\n\n')
  return { words, idle: lists.length === 0 && isIdle(brief.digest) }
}

/** For chief inspectors and leaders of the committee: numbers and the three worst. */
export const tellLeader: Tell = async (on, county, span) => {
  const brief = await briefOf(on, county, span)
  return { words: numbersAndWorst(county, brief, span), idle: isIdle(brief.digest) }
}

/** For everybody's eyes: no name of a person or a school; the city's names counties. */
export const tellGroup: Tell = async (on, county, span) => {
  const brief = await briefOf(on, county, span)
  const words =
    county === null ? numbersAndWorst(county, brief, span) : numbersText(county, brief.digest, span)
  return { words, idle: isIdle(brief.digest) }
}

/** What the checks of a reader's digest have found, under a heading. */
export async function tellChecks(
  on: Reading,
  role: Role,
  county: string | null,
  length: 'week' | 'month',
): Promise<Told> {
  const lines = await checksInDigest(on, role, county, length)
  const words = checksText(length === 'week' ? '本周' : `${monthOf(on.today)}月`, lines)
  return { words, idle: lines.length === 0 }
}

/** Two parts of one digest: there is something to know as soon as one of them has something. */
export const together = (first: Told, second: Told): Told => ({
  words: [first.words, second.words].filter(Boolean).join('\n\n'),
  idle: first.idle && second.idle,
})

/** The five numbers of a place and its three worst, a line each. */
export const numbersAndWorst = (county: string | null, { digest, worst }: Brief, span: DigestSpan): string =>
  [numbersText(county, digest, span), worstText(worst, county === null ? 'counties' : 'schools')]
    .filter(Boolean)
    .join('\n')

/** Nothing found, in hand or closed, and no school left to visit. */
const isIdle = (digest: Digest | null): boolean =>
  digest === null ||
  (digest.now.found.all + digest.now.inHand + digest.now.closed.all === 0 &&
    digest.now.visited.of === digest.now.visited.all)
