import { semesterOf, type Day } from '#src/domain/day.ts'
import type { SchoolCode, Severity } from '#src/domain/words.ts'
import type { DigestSpan } from './digest-span.ts'
import { overdueDays } from './periods.ts'
import { isEnded, type CaseState } from './states.ts'

type Standing = { state: CaseState; dueOn: Day | null; clockStoppedOn: Day | null }

/** A case as the digest counts it. `then`: as its history shows it on the earlier day; null: not on record yet. */
export type LedgerCase = Standing & {
  school: SchoolCode
  severity: Severity
  foundOn: Day
  closedOn: Day | null
  /** The day of the school's last report; null where it never reported. */
  reportedOn: Day | null
  then: Standing | null
}

/** What the numbers of one place are made of. */
export type Ledger = {
  schools: readonly SchoolCode[]
  cases: readonly LedgerCase[]
  /** The first day of this semester on which an inspector went to the school. */
  firstVisits: ReadonlyMap<SchoolCode, Day>
}

type Part = { all: number; of: number }

export type FiveNumbers = {
  /** Schools visited in the semester, of all that are to be. */
  visited: Part
  /** Found in the span, of them serious or urgent. */
  found: Part
  inHand: number
  overdue: number
  /** Closed in the span, of them on time. */
  closed: Part
}

/** `before` is null where nothing is on record that one could compare with. */
export type Digest = { now: FiveNumbers; before: FiveNumbers | null; coverageBefore: number | null }

/**
 * The five numbers of a place (policy.md 8.8); null where it has no school on file, for then nothing can be known.
 * What was withdrawn counts nowhere, on either day: it should never have been there. A finding counts on the day of its
 * visit. A case is in hand until it is closed, and overdue while the school has it after its day; as both stood a span
 * ago is read off the case's own history. Closed on time is what the school last reported on or before its day, however
 * long the reinspection took; without any report the day of closing tells.
 */
export function fiveNumbers(ledger: Ledger, span: DigestSpan): Digest | null {
  if (ledger.schools.length === 0) return null
  const now = numbersOn(ledger, span, (each) => each)
  const before = numbersOn(ledger, span.before, (each) => each.then)
  const sameSemester = semesterOf(span.asOf).from === semesterOf(span.before.asOf).from
  return {
    now,
    before: isEmpty(before) ? null : before,
    coverageBefore: sameSemester && !isEmpty(before) ? before.visited.of : null,
  }
}

/** The numbers of any stretch of days; what is in hand and overdue stands as today. */
export const numbersWithin = (ledger: Ledger, days: Days): FiveNumbers =>
  numbersOn(ledger, days, (each) => each)

/** Nothing was visited, found, open or closed: the records begin later. */
const isEmpty = ({ visited, found, inHand, closed }: FiveNumbers): boolean =>
  visited.of + found.all + inHand + closed.all === 0

type Days = DigestSpan['before']

function numbersOn(
  { schools, cases, firstVisits }: Ledger,
  { from, to, asOf }: Days,
  standing: (each: LedgerCase) => Standing | null,
): FiveNumbers {
  const found = cases.filter((each) => each.state !== 'withdrawn' && isWithin(each.foundOn, from, to))
  const closed = cases.filter((each) => each.state === 'closed' && isWithin(each.closedOn, from, to))
  const stood = cases.filter((each) => each.state !== 'withdrawn').flatMap((each) => standing(each) ?? [])
  return {
    visited: {
      all: schools.length,
      of: schools.filter((code) => wasVisited(firstVisits, code, asOf)).length,
    },
    found: { all: found.length, of: found.filter(({ severity }) => SERIOUS.includes(severity)).length },
    inHand: stood.filter((each) => !isEnded(each)).length,
    overdue: stood.filter((each) => overdueDays(each, asOf) > 0).length,
    closed: { all: closed.length, of: closed.filter(isOnTime).length },
  }
}

const SERIOUS: readonly Severity[] = ['serious', 'urgent']

const isWithin = (on: Day | null, from: Day, to: Day): boolean => on !== null && from <= on && on <= to

export const wasVisited = (visits: Ledger['firstVisits'], code: SchoolCode, asOf: Day): boolean =>
  (visits.get(code) ?? asOf) <= asOf && visits.has(code)

/** A case without a day cannot be late. */
const isOnTime = ({ dueOn, reportedOn, closedOn }: LedgerCase): boolean =>
  dueOn === null || (reportedOn ?? closedOn ?? dueOn) <= dueOn
