import { addDays, addMonths, addYears, type Day } from '#src/domain/day.ts'
import type { PrincipalTerm, School, Supervision } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { earlierEnd, earliest, latest } from './view/spans.ts'
import { placeOfSchool, type View } from './view/view.ts'

/** C5.4 (S-5, in principle): a comprehensive supervision in every principal's term; contract B4, measure 5. */
export const principalsTerm: Check = {
  id: 'C5.4',
  name: '校长任期综合督导',
  clause: 'S-5',
  threshold: 'both',
  soft: true,
  find: (view) => {
    const terms = Map.groupBy(view.records.principalTerms, ({ school }) => school)
    return view.schools.flatMap((school) => {
      const asked = (terms.get(school.code) ?? []).filter((term) => isAsked(term, view.day))
      return asked.length > 0 ? asked.map((term) => termOf(term, school, view)) : [withoutTerm(school)]
    })
  },
}

/** The last day of service, whichever comes first; null: not known. */
const endOf = ({ endOn, leftOn }: PrincipalTerm): Day | null => earlierEnd(endOn, leftOn)

/** A term that is over is shown for another year. */
function isAsked(term: PrincipalTerm, day: Day): boolean {
  const end = endOf(term)
  return end === null || day <= addYears(end, 1)
}

const withoutTerm = (school: School): Finding => ({
  subject: school.code,
  place: placeOfSchool(school),
  school: school.code,
  level: 'unknown',
  figures: { start_on: null, end_on: null, done_on: null, planned_on: null, met: false },
})

function termOf(term: PrincipalTerm, school: School, view: View): Finding {
  const { person, startOn } = term
  const end = endOf(term)
  const supervisions = view.comprehensive(school.code)
  const planned = supervisions.filter((row) => isPlanned(row, end, view.day))
  const done = supervisions.filter((row) => isWithin(row, startOn, end))
  const doneOn = latest(done.flatMap(({ onSiteTo }) => onSiteTo ?? []))
  const isExempt = startOn !== null && end !== null && isShort(startOn, end, school, view)
  return {
    subject: `${school.code}/${view.written(person)}@${startOn ?? ''}`,
    place: placeOfSchool(school),
    school: school.code,
    ...(startOn !== null && { since: startOn }),
    level: firstOf(
      [startOn === null || end === null, 'unknown'],
      [doneOn !== null || isExempt, 'ok'],
      [end !== null && view.day > end, 'breach'],
      [nears(end, 'principal_warning_months', school, view), 'warning'],
      [nears(end, 'principal_notice_months', school, view) && planned.length === 0, 'notice'],
    ),
    figures: {
      start_on: startOn,
      end_on: end,
      done_on: doneOn,
      planned_on: plannedDay(planned),
      met: doneOn !== null || isExempt,
    },
    evidence: [...done, ...planned].map(({ no }) => no),
  }
}

/** Done in the term of this principal; under a predecessor it does not count. It is done on its last day on site. */
const isWithin = ({ onSiteTo }: Supervision, start: Day | null, end: Day | null): boolean =>
  onSiteTo !== null && start !== null && end !== null && start <= onSiteTo && onSiteTo <= end

/** Under way, or planned for a day of the term that is still to come; an end that is not known is open. */
const isPlanned = ({ onSiteTo, onSiteFrom, plannedOn }: Supervision, end: Day | null, day: Day): boolean =>
  onSiteTo === null &&
  (onSiteFrom !== null || (plannedOn !== null && plannedOn >= day && (end === null || plannedOn <= end)))

const plannedDay = (planned: readonly Supervision[]): Day | null =>
  earliest(planned.flatMap(({ plannedOn }) => plannedOn ?? [])) ??
  earliest(planned.flatMap(({ onSiteFrom }) => onSiteFrom ?? []))

type MonthsKey = 'principal_exempt_months' | 'principal_warning_months' | 'principal_notice_months'

/** The settings of a term that is over are those of its last day (B7.8). */
const monthsFor = (key: MonthsKey, end: Day, school: School, view: View): number =>
  view.setting(key, placeOfSchool(school), end < view.day ? end : view.day)

/** Too short a service to be supervised in. */
const isShort = (start: Day, end: Day, school: School, view: View): boolean =>
  addMonths(start, monthsFor('principal_exempt_months', end, school, view)) > addDays(end, 1)

const nears = (end: Day | null, key: MonthsKey, school: School, view: View): boolean =>
  end !== null && view.day >= addMonths(end, -monthsFor(key, end, school, view))
