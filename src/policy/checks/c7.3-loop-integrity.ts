import { addDays, addYears, daysBetween, type Day } from '#src/domain/day.ts'
import type { CaseOnFile } from '#src/domain/records.ts'
import { caseStateOf } from './case-state.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import type { Area } from './view/places.ts'
import type { View } from './view/view.ts'

/** C7.3 (S-7): every formal finding is followed to its close, step by step; contract B4, measure 7. */
export const loopIntegrity: Check = {
  id: 'C7.3',
  name: '整改闭环',
  clause: 'S-7',
  threshold: 'default',
  find: (view) => {
    const aYearAgo = addYears(view.day, -1)
    const formal = Map.groupBy(
      view.records.cases.filter((each) => isFormal(each, aYearAgo)),
      ({ school }) => view.placeOf(school),
    )
    return view.places.each.map((area) =>
      loop(
        area,
        area.takesIn.flatMap((place) => formal.get(place) ?? []),
        view,
      ),
    )
  },
}

const isFormal = ({ severity, resolvedBySection, closedOn }: CaseOnFile, since: Day): boolean =>
  severity !== 'minor' && !resolvedBySection && (closedOn === null || closedOn >= since)

/** A case that is behind, and from which day on. */
type Gap = { no: string; since: Day }

function loop({ subject }: Area, cases: readonly CaseOnFile[], view: View): Finding {
  const gaps = cases
    .flatMap((each) => {
      const since = gapSince(each, subject, view)
      return since === null ? [] : [{ no: each.no, since }]
    })
    .toSorted((a: Gap, b: Gap) => (a.since < b.since ? -1 : 1))
  const oldest = gaps[0] ? daysBetween(gaps[0].since, view.day) : 0
  return {
    subject,
    place: subject,
    level: firstOf(
      [cases.length === 0, 'unknown'],
      [oldest > view.setting('gap_days', subject), 'warning'],
      [gaps.length > 0, 'notice'],
    ),
    figures: {
      total: cases.length,
      complete: cases.filter(isComplete).length,
      gaps: gaps.length,
      oldest_gap_days: oldest,
    },
    evidence: gaps.map(({ no }) => no),
  }
}

/** Closed with every step on file, each not before the one before it, and passed. */
function isComplete(each: CaseOnFile): boolean {
  const steps = [each.issuedOn, each.acknowledgedOn, each.reportOn, each.reinspectedOn, each.closedOn]
  return (
    each.verdict === 'pass' &&
    steps.every((step, index) => step !== null && (index === 0 || (steps[index - 1] ?? step) <= step))
  )
}

/** Since when a case is behind: closed with steps missing, overdue, or left lying longer than the settings of the line allow. */
function gapSince(each: CaseOnFile, place: string, { day, calendar, setting }: View): Day | null {
  switch (caseStateOf(each)) {
    case 'closed':
      return isComplete(each) ? null : each.closedOn
    case 'issued':
    case 'acknowledged':
      return each.dueOn !== null && day > each.dueOn ? each.dueOn : null
    case 'report_submitted': {
      const last = addDays(each.reportOn!, setting('reinspection_days', place))
      return day > last ? last : null
    }
    case 'recorded': {
      const days = setting('issue_days', place)
      return calendar.isPast(day, each.foundOn, days) ? calendar.after(each.foundOn, days) : null
    }
    case 'advised':
      return null
  }
}
