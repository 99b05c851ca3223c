import type { OpenDay } from '#src/domain/visit.ts'
import type { DateHeard } from '../dates.ts'

/** The days that words leave open: two (年前), or none that can be told (期末前); null where they settle one. */
export function openDay({ day, or, span }: DateHeard, written: string): OpenDay | null {
  if (day && !or) return null
  return { words: written.slice(...span), days: day && or ? [day, or] : [] }
}
