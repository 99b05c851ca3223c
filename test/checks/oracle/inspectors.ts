import { earlierEnd, holds, plusDays, plusYears } from './days.ts'
import type { Known } from './known.ts'
import { listed, yes, type Row } from './rows.ts'

export const TERM_YEARS = 3

export type Term = { start: string; end: string; number: number }

/** The terms of a part-time inspector, by start (B2.8). */
export function termsOf(known: Known, card: Row): Term[] {
  const rows = known.rows('appointments').filter((row) => row.userid === card.userid)
  const written = rows.map((row) => ({ start: row.term_start, end: row.term_end, no: row.term_no }))
  const same = written.find((term) => term.start === card.term_start)
  // the same `term_start`: the row of `appointments` holds, a `term_no` that it lacks comes from the card
  if (same && same.no === '') same.no = card.term_no
  if (!same && card.term_start !== '')
    written.push({ start: card.term_start, end: card.term_end, no: card.term_no })
  written.sort((a, b) => (a.start < b.start ? -1 : 1))
  const terms: Term[] = []
  for (const { start, end, no } of written)
    terms.push({ start, end, number: numberOf(start, no, terms.at(-1)) })
  return terms
}

function numberOf(start: string, no: string, before: Term | undefined): number {
  if (no !== '') return Number(no)
  // 1 when no earlier term exists
  if (!before) return 1
  // or when it starts on or after (end of the one before + 1 day + `term_years`)
  if (start >= plusYears(plusDays(before.end, 1), TERM_YEARS)) return 1
  return before.number + 1
}

/** The term that holds a day; if two do, the one that starts later. */
export const termHolding = (terms: Term[], day: string): Term | undefined =>
  terms.findLast((term) => holds(term.start, term.end, day))

export const personOf = (known: Known, userid: string): Row | undefined =>
  known.rows('people').find((row) => row.userid === userid)

/** The last day of service by card and person, empty: none. */
export const leftOn = (known: Known, card: Row): string =>
  earlierEnd(card.left_on, personOf(known, card.userid)?.left_on ?? '')

/** Whether an inspector is active on a day (B2.8). */
export function serviceOf(known: Known, card: Row): (day: string) => boolean {
  const left = leftOn(known, card)
  const terms = termsOf(known, card)
  return (day) =>
    // `appointed_on` ≤ D, not past `left_on` of card or person
    holds(card.appointed_on, left, day) &&
    // and, for part-time, some term holds D
    (card.kind === 'full_time' || termHolding(terms, day) !== undefined)
}

export const activeCards = (known: Known): Row[] =>
  known.rows('inspectors').filter((card) => serviceOf(known, card)(known.D))

/** Retired at D: `retired` true and (`retired_on` empty or ≤ D). */
export const isRetired = (card: Row, D: string): boolean =>
  yes(card.retired) && (card.retired_on === '' || card.retired_on <= D)

/** Seconded out from `seconded_from` to `seconded_to`, which may be open. */
export const isSeconded = (card: Row, D: string): boolean =>
  card.seconded_from !== '' && holds(card.seconded_from, card.seconded_to, D)

const INSPECTOR_ROLES = [
  ...['inspector_full', 'inspector_part', 'full_time_inspector', 'part_time_inspector', 'zone_leader'],
]

export const rolesOf = (person: Row): string[] => [person.role, ...listed(person.also_roles)]

/** An inspector role, but no card on file, whatever its dates (B2.9). */
export const isUnproven = (known: Known, person: Row): boolean =>
  rolesOf(person).some((role) => INSPECTOR_ROLES.includes(role)) &&
  !known.everOnFile('inspectors').some((card) => card.userid === person.userid)
