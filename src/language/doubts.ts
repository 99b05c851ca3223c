import type { Heard } from './hear.ts'
import { matterOf } from './matters.ts'
import { isElsewhere, isForeign, isOffTopic } from './other-business.ts'
import { blanked, clauseSpans } from './text.ts'
import type { SchoolHeard, Speaker, Understanding, VisitHeard } from './understanding.ts'

/**
 * Why the rules are unsure: they understood nothing of a message that speaks of schools; it names a school that the
 * registry does not know, or that could be several; it tells of a visit and of nothing that was done or found there.
 */
export type Doubt =
  | { why: 'not_understood' }
  | { why: 'school_unknown'; school: SchoolHeard }
  | { why: 'school_unclear'; school: SchoolHeard }
  | { why: 'nothing_told' }

/**
 * What the rules are unsure of in a message of an inspector or an office; null where their reading stands. What acts at
 * once, 收到 or an alarm, is never in doubt: it must not wait.
 */
export function doubtAbout(heard: Heard, meant: Understanding, { side }: Speaker): Doubt | null {
  if (side !== 'inspector' && side !== 'office') return null
  switch (meant.intent) {
    case 'unknown':
      return speaksOfSchools(heard) ? { why: 'not_understood' } : null
    case 'log_visit':
      return doubtfulSchool(meant.visits.map(({ school }) => school)) ?? emptyVisit(heard, meant.visits)
    case 'query_school':
      return doubtfulSchool([meant.school])
    default:
      return null
  }
}

/** A school, or what is looked at in one; chat and other people's business are nobody's to read but the receiver's. */
const speaksOfSchools = ({ plain, schools, lexicon }: Heard): boolean =>
  !isOffTopic(plain) &&
  !isForeign(plain) &&
  !isElsewhere(plain) &&
  (schools.length > 0 || matterOf(plain, lexicon) !== null)

/** Only a school that was named: one that was not is asked for on the card. */
function doubtfulSchool(schools: readonly (SchoolHeard | null)[]): Doubt | null {
  const school = schools.find((each) => each !== null && each.candidates.length !== 1)
  if (!school) return null
  return { why: school.candidates.length === 0 ? 'school_unknown' : 'school_unclear', school }
}

/** 昨天去了文清 says all that it has to say; five characters more may tell a problem. */
const MAY_TELL = 5

function emptyVisit(heard: Heard, visits: readonly VisitHeard[]): Doubt | null {
  const [only] = visits
  if (!only || visits.length > 1 || !isEmpty(only)) return null
  const known = [...heard.schools, ...heard.dates, ...heard.parts].map(({ span }) => span)
  const more = clauseSpans(blanked(heard.plain, known)).some(([from, to]) => to - from >= MAY_TELL)
  return more ? { why: 'nothing_told' } : null
}

const isEmpty = ({ findings, methods, noIssue }: VisitHeard): boolean =>
  findings.length === 0 && methods.length === 0 && !noIssue
