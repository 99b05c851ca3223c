import { holds } from './days.ts'
import type { Known } from './known.ts'
import { listed, type Row } from './rows.ts'

/** B2.7: `open_on` ≤ D ≤ `closed_on`, empty ends open. */
export const isOpen = (school: Row, day: string): boolean => holds(school.open_on, school.closed_on, day)

/** Only schools open at D get lines. */
export const openSchools = (known: Known): Row[] =>
  known.rows('schools').filter((school) => isOpen(school, known.D))

/** Comprehensive supervisions of schools that have the school among `targets`. */
export const comprehensiveOf = (known: Known, code: string): Row[] =>
  known
    .rows('supervisions')
    .filter((row) => row.target_type === 'school' && row.supervision_kind === 'comprehensive')
    .filter((row) => listed(row.targets).includes(code))
