import { addDays, addYears, daysBetween, type Day } from '#src/domain/day.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { termOn, type InspectorAt, type Term } from './view/inspectors.ts'
import type { View } from './view/view.ts'

/** C10.5: a part-time term lasts three years at most, and three in a row are the most; contract B4, measure 10. */
export const term: Check = {
  id: 'C10.5',
  name: '兼职督学聘期',
  clause: 'R-6',
  threshold: 'both',
  find: (view) =>
    view.inspectors.flatMap((inspector) => {
      const last = lastTerm(inspector, view.day)
      return last ? termOf(inspector, last, view) : []
    }),
}

/** The term that holds the day, else the one that ended last; none of a full-timer or of somebody who has left. */
function lastTerm({ terms, leftOn }: InspectorAt, day: Day): Term | undefined {
  if (leftOn !== null && leftOn < day) return undefined
  const ended = terms
    .filter(({ end }) => end < day)
    .toSorted((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))
  return termOn(terms, day) ?? ended.at(-1)
}

function termOf(
  { card: { userid, place }, terms }: InspectorAt,
  { start, end, no }: Term,
  view: View,
): Finding {
  const isRunning = view.day <= end
  const lastDay = addDays(addYears(start, view.setting('term_years', place)), -1)
  return {
    subject: view.written(userid),
    place,
    person: userid,
    level: firstOf(
      [isRunning && no > view.setting('terms_max', place), 'breach'],
      [end > lastDay, 'breach'],
      [!isRunning, 'warning'],
      [terms.some((each) => each.start > start), 'ok'],
      [view.day >= addDays(end, -view.setting('term_days', place)), 'notice'],
    ),
    figures: { term_no: no, term_end: end, days_left: daysBetween(view.day, end) },
    evidence: [start, end],
  }
}
