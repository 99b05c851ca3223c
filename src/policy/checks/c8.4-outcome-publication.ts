import type { Accountability } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import type { View } from './view/view.ts'

/** C8.4 (S-8): what people are held to account for is published, or it is said why not; contract B4, measure 8. */
export const outcomePublication: Check = {
  id: 'C8.4',
  name: '问责结果公布',
  clause: 'S-8',
  threshold: 'default',
  find: (view) => view.records.accountability.map((each) => outcome(each, view)),
}

function outcome(
  { no, place, decidedOn, publishedOn, notPublicReason }: Accountability,
  view: View,
): Finding {
  const isSettled = Boolean(notPublicReason) || publishedOn !== null
  const isLate = view.calendar.isPast(view.day, decidedOn, view.setting('outcome_days', place))
  return {
    subject: no,
    place,
    level: firstOf([isSettled, 'ok'], [isLate, 'warning']),
    figures: { decided_on: decidedOn, published_on: publishedOn, met: isSettled },
  }
}
