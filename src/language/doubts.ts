import type { Heard } from './hear.ts'
import { kindOf } from './schools/called.ts'
import { matterOf } from './visits/matters.ts'
import { isElsewhere, isForeign, isOffTopic } from './other-business.ts'
import type { Registry } from './schools/registry.ts'
import { blanked, clauseSpans } from './text.ts'
import type { SchoolHeard, Speaker, Understanding, VisitHeard } from './understanding.ts'

/**
 * Why the rules are unsure: they understood nothing of a message that speaks of schools; it names a school that the
 * registry does not know, or that could be several of different kinds; it tells of a visit and of nothing that was done or found there.
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
export function doubtAbout(
  heard: Heard,
  meant: Understanding,
  { side }: Speaker,
  registry: Registry,
): Doubt | null {
  if (side !== 'inspector' && side !== 'office') return null
  switch (meant.intent) {
    case 'unknown':
      return speaksOfSchools(heard) ? { why: 'not_understood' } : null
    case 'log_visit':
      return meant.visits.some(isAlarming) ? null : doubtfulVisit(heard, meant.visits, registry)
    case 'query_school':
      return doubtfulSchool([meant.school], registry)
    default:
      return null
  }
}

/** Of several visits one may hold a danger: it alarms the school that the rules heard, and none that a model picked. */
const isAlarming = ({ findings }: VisitHeard): boolean =>
  findings.some(({ severity }) => severity?.value === 'urgent')

const doubtfulVisit = (heard: Heard, visits: readonly VisitHeard[], registry: Registry): Doubt | null =>
  doubtfulSchool(
    visits.map(({ school }) => school),
    registry,
  ) ?? emptyVisit(heard, visits)

/** A school, or what is looked at in one; chat and other people's business are nobody's to read but the receiver's. */
const speaksOfSchools = ({ plain, schools, lexicon }: Heard): boolean =>
  !isOffTopic(plain) &&
  !isForeign(plain) &&
  !isElsewhere(plain) &&
  (schools.length > 0 || matterOf(plain, lexicon) !== null)

/** Only a school that was named: one that was not is asked for on the card. */
function doubtfulSchool(schools: readonly (SchoolHeard | null)[], registry: Registry): Doubt | null {
  for (const school of schools) {
    if (school?.candidates.length === 0) return { why: 'school_unknown', school }
    if (school && areOfSeveralKinds(school, registry)) return { why: 'school_unclear', school }
  }
  return null
}

/** 九年级 may tell 实验中学 from 实验小学. What tells two 三小 apart, a county or a township, the ear hears by itself. */
function areOfSeveralKinds({ candidates }: SchoolHeard, { entries }: Registry): boolean {
  if (candidates.length < 2) return false
  const named = entries.filter(({ code }) => candidates.includes(code))
  return new Set(named.map(({ name }) => kindOf(name))).size > 1
}

/** 昨天去了文清 says all that it has to say; five characters more may tell a problem. */
const MAY_TELL = 5

const emptyVisit = (heard: Heard, visits: readonly VisitHeard[]): Doubt | null =>
  leavesUnread(heard, visits) ? { why: 'nothing_told' } : null

/** Whether a visit of which nothing was heard has words that may tell a problem. */
export function leavesUnread(heard: Heard, visits: readonly VisitHeard[]): boolean {
  const [only] = visits
  if (!only || visits.length > 1 || !isEmpty(only)) return false
  const known = [...heard.schools, ...heard.dates, ...heard.parts].map(({ span }) => span)
  return clauseSpans(blanked(heard.plain, known)).some(([from, to]) => to - from >= MAY_TELL)
}

const isEmpty = ({ findings, methods, noIssue }: VisitHeard): boolean =>
  findings.length === 0 && methods.length === 0 && !noIssue
