import { addMonths, addYears, type Day } from '#src/domain/day.ts'
import type { School, Supervision } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { earliest, latest } from './view/spans.ts'
import { placeOfSchool, type View } from './view/view.ts'

/** C5.5: a comprehensive supervision of every school in three to five years; contract B4, measure 5. */
export const schoolCycle: Check = {
  id: 'C5.5',
  name: '学校综合督导周期',
  clause: 'R-14',
  threshold: 'both',
  find: (view) => view.schools.map((school) => cycle(school, view)),
}

function cycle(school: School, view: View): Finding {
  const { day } = view
  const place = placeOfSchool(school)
  const supervisions = view.comprehensive(school.code)
  const last = latest(supervisions.flatMap(({ onSiteTo }) => onSiteTo ?? []))
  const deadline = deadlineOf(last, school.openOn, view.setting('school_years', place), day)
  const next = earliest(supervisions.flatMap((row) => plannedFrom(row, day) ?? []))
  const warnFrom = deadline && addMonths(deadline, -view.setting('school_warning_months', place))
  const tooSoon = last && addYears(last, view.setting('school_min_years', place))
  return {
    subject: school.code,
    place,
    school: school.code,
    level: firstOf(
      [deadline === null, 'unknown'],
      [deadline !== null && day > deadline, 'breach'],
      [warnFrom !== null && day >= warnFrom, 'warning'],
      [tooSoon !== null && next !== null && next < tooSoon, 'notice'],
    ),
    figures: { last_on: last, deadline, planned_on: next },
    evidence: supervisions
      .filter(({ onSiteTo }) => onSiteTo !== null && onSiteTo === last)
      .map(({ no }) => no),
  }
}

/** A school that was never supervised has as long from its opening; after that nobody knows what was before the records. */
function deadlineOf(last: Day | null, openOn: Day | null, years: number, day: Day): Day | null {
  if (last !== null) return addYears(last, years)
  const first = openOn && addYears(openOn, years)
  return first !== null && day <= first ? first : null
}

const plannedFrom = ({ plannedOn, onSiteFrom }: Supervision, day: Day): Day | null =>
  onSiteFrom === null && plannedOn !== null && plannedOn >= day ? plannedOn : null
