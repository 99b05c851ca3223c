import type { Day } from '#src/domain/day.ts'
import type { Counts } from '#src/domain/visit.ts'
import type { Part, SchoolCode } from '#src/domain/words.ts'

/** A visit as a workload counts it; `counts` as its record has them. */
export type VisitMade = {
  school: SchoolCode
  onDay: Day
  part: Part
  counts: Counts
  /** One that looked at what was found before. */
  isFollowUp: boolean
}

/** What else somebody did within the time. */
export type OtherWork = { notices: number; reinspections: number; supervisions: number; reports: number }

/**
 * The figures of C11.2, each to be counted again from the records; no weights, for a place sets its own. Half-days are told
 * apart by date and part of day: two schools in one morning are two visits and one half-day.
 */
export type Workload = OtherWork &
  Required<Counts> & { visits: number; followUps: number; schools: number; days: number; halfDays: number }

export function workloadOf(visits: readonly VisitMade[], other: OtherWork): Workload {
  const sum = (kind: keyof Counts) => visits.reduce((all, { counts }) => all + (counts[kind] ?? 0), 0)
  return {
    visits: visits.length,
    followUps: visits.filter(({ isFollowUp }) => isFollowUp).length,
    schools: new Set(visits.map(({ school }) => school)).size,
    days: new Set(visits.map(({ onDay }) => onDay)).size,
    halfDays: new Set(visits.flatMap(({ onDay, part }) => HALVES[part].map((half) => `${onDay} ${half}`)))
      .size,
    lessons: sum('lessons'),
    documents: sum('documents'),
    meetings: sum('meetings'),
    discussions: sum('discussions'),
    questionnaires: sum('questionnaires'),
    patrols: sum('patrols'),
    ...other,
  }
}

/** A whole day is two half-days; an evening is one of its own. */
const HALVES: Record<Part, readonly Part[]> = {
  am: ['am'],
  pm: ['pm'],
  evening: ['evening'],
  full: ['am', 'pm'],
}
