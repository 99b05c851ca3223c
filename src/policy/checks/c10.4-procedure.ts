import type { Day } from '#src/domain/day.ts'
import type { Appointment } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { inOrder } from './code-points.ts'
import { firstOf } from './levels.ts'
import type { View } from './view/view.ts'

/** C10.4 (M): part-time inspectors are recommended, vetted, shown to the public and published; contract B4, measure 10. */
export const procedure: Check = {
  id: 'C10.4',
  name: '兼职督学聘任程序',
  clause: 'M',
  threshold: 'both',
  find: (view) => {
    const cards = new Map(view.inspectors.map(({ card }) => [card.userid, card]))
    return view.records.appointments.flatMap((row) => {
      const card = cards.get(row.userid)
      return card?.kind === 'part_time' && isUnderWay(row, view.day) ? appointment(row, card.place, view) : []
    })
  },
}

const isUnderWay = ({ termStart, termEnd, recommendedOn }: Appointment, day: Day): boolean =>
  termEnd >= day && (recommendedOn !== null || termStart <= day)

/** The steps in the order in which they must come. */
const stepsOf = (row: Appointment): [name: string, on: Day | null][] => [
  ['recommended_on', row.recommendedOn],
  ['vetted_on', row.vettedOn],
  ['notice_from', row.noticeFrom],
  ['notice_to', row.noticeTo],
  ['published_on', row.publishedOn],
]

function appointment(row: Appointment, place: string, view: View): Finding {
  const { userid, termStart, noticeFrom, noticeTo, filedOn } = row
  const noticeDays = noticeFrom && noticeTo && view.calendar.count(noticeFrom, noticeTo)
  const missing = stepsOf(row).flatMap(([name, on]) => (on === null ? name : []))
  const hasBegun = view.day >= termStart
  return {
    subject: `${view.written(userid)}@${termStart}`,
    place,
    person: userid,
    since: termStart,
    level: firstOf(
      [noticeDays !== null && noticeDays < view.setting('notice_days', place), 'breach'],
      [isOutOfOrder(row), 'breach'],
      [hasBegun && missing.length > 0, 'unknown'],
      [hasBegun && filedOn === null, 'warning'],
    ),
    figures: { notice_days: noticeDays, missing: inOrder(missing) },
  }
}

/** Publication comes after the last day of the notice; other steps may share a day. */
function isOutOfOrder(row: Appointment): boolean {
  const steps = stepsOf(row).flatMap(([, on]) => on ?? [])
  const isEarly = row.publishedOn !== null && row.noticeTo !== null && row.publishedOn <= row.noticeTo
  return isEarly || steps.some((step, index) => index > 0 && step < steps[index - 1]!)
}
