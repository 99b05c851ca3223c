import { addYears } from '#src/domain/day.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { termOn, type InspectorAt } from './view/inspectors.ts'
import type { View } from './view/view.ts'

/** C10.2 (S-10): nobody is appointed who has been retired for more than two years; contract B4, measure 10. */
export const retiredTwoYears: Check = {
  id: 'C10.2',
  name: '退休两年内聘任',
  clause: 'S-10',
  threshold: 'both',
  find: (view) => view.activeInspectors.filter(({ retired }) => retired).map((each) => appointed(each, view)),
}

function appointed({ card, terms }: InspectorAt, view: View): Finding {
  const { userid, place, retiredOn, appointedOn } = card
  const limit = retiredOn && addYears(retiredOn, view.setting('retired_years', place))
  const term = termOn(terms, view.day)
  // Of a renewal the rule says nothing: it is pointed out.
  const isRenewedLate = limit !== null && term !== undefined && term.no >= 2 && term.start > limit
  return {
    subject: view.written(userid),
    place,
    person: userid,
    level: firstOf(
      [limit === null, 'unknown'],
      [limit !== null && appointedOn > limit, 'breach'],
      [isRenewedLate, 'notice'],
    ),
    figures: { retired_on: retiredOn, limit, appointed_on: appointedOn },
  }
}
