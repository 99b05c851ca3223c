import type { Day } from '#src/domain/day.ts'
import { wasVisited, type Ledger } from './five-numbers.ts'
import { overdueDays } from './periods.ts'

/** A county or a school with what puts it on the list. */
export type Worst = { name: string; overdueDays: number; visited: number; schools: number }

const LISTED = 3

/**
 * The three with the most overdue days in sum, then with the lowest coverage (policy.md 8.8). Who is neither late nor has
 * a school left to visit is on no such list, nor is a place without schools on file; and nobody is whom only his name
 * would set apart from others as bad.
 */
export function worstThree(parts: readonly { name: string; ledger: Ledger }[], asOf: Day): Worst[] {
  const ranked = parts
    .map(({ name, ledger }) => standingOf(name, ledger, asOf))
    .filter((each) => each.overdueDays > 0 || each.visited < each.schools)
    .toSorted((a, b) => compare(a, b) || (a.name < b.name ? -1 : 1))
  const next = ranked[LISTED]
  return ranked.slice(0, LISTED).filter((each) => !next || compare(each, next) < 0)
}

const standingOf = (name: string, { schools, cases, firstVisits }: Ledger, asOf: Day): Worst => ({
  name,
  overdueDays: cases.reduce((sum, each) => sum + overdueDays(each, asOf), 0),
  visited: schools.filter((code) => wasVisited(firstVisits, code, asOf)).length,
  schools: schools.length,
})

/** Negative where `a` is the worse; coverage is compared crosswise, so that no fraction is rounded. */
const compare = (a: Worst, b: Worst): number =>
  b.overdueDays - a.overdueDays || a.visited * b.schools - b.visited * a.schools
