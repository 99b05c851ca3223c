import { holds } from './days.ts'
import type { Known } from './known.ts'
import { yes, type Row } from './rows.ts'

/** P: every county-tier place valid at D (B2.6). */
function tierRows(known: Known): Row[] {
  const found: Row[] = []
  for (const row of known.rows('places'))
    if (row.level !== 'city' && holds(row.valid_from, row.valid_to, known.D)) found.push(row)
  return found
}

export const P = (known: Known): string[] => tierRows(known).map((row) => row.name)

/** G: the places of P with `government` true; empty: true for a county, false for a functional zone. */
export const G = (known: Known): string[] =>
  tierRows(known)
    .filter((row) => (row.government === '' ? row.level === 'county' : yes(row.government)))
    .map((row) => row.name)

export const cityAndG = (known: Known): string[] => ['city', ...G(known)]

/** The places of P without `counted_in`: they have lines of C9.1, C9.2 and C10.1. */
export const standAlone = (known: Known): string[] =>
  tierRows(known)
    .filter((row) => row.counted_in === '')
    .map((row) => row.name)

/** The zones of P counted in a place. */
export const zonesIn = (known: Known, place: string): string[] =>
  tierRows(known)
    .filter((row) => row.counted_in === place)
    .map((row) => row.name)

/** *Whole city*: the city level and all of P. */
export const wholeCity = (known: Known): string[] => ['city', ...P(known)]

/** Whose inspectors a line of measures 9 and 10 takes in. */
export const takenIn = (known: Known, place: string): string[] =>
  place === 'city' ? wholeCity(known) : [place, ...zonesIn(known, place)]
