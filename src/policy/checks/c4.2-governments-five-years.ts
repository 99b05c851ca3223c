import { addMonths, addYears } from '#src/domain/day.ts'
import type { Supervision } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { latest } from './view/spans.ts'
import { supervisedBy } from './view/supervised.ts'
import type { View } from './view/view.ts'

/** C4.2: every government has a special or comprehensive supervision in five years; contract B4, measure 4. */
export const governmentsFiveYears: Check = {
  id: 'C4.2',
  name: '督政五年覆盖',
  clause: 'R-14',
  threshold: 'both',
  find: (view) => {
    // The yearly evaluation is neither special nor comprehensive.
    const supervised = supervisedBy(
      view.records.supervisions,
      ({ targetType, supervisionKind }) => targetType === 'government' && supervisionKind !== 'evaluation',
    )
    return view.places.governments.map((place) => coverage(place, supervised(place), view))
  },
}

function coverage(place: string, rows: readonly Supervision[], view: View): Finding {
  const last = latest(rows.flatMap(({ onSiteTo }) => onSiteTo ?? []))
  const deadline = last && addYears(last, view.setting('government_years', place))
  const isWithin = (key: 'government_warning_months' | 'government_notice_months') =>
    deadline !== null && view.day >= addMonths(deadline, -view.setting(key, place))
  return {
    subject: place,
    place,
    level: firstOf(
      [deadline === null, 'unknown'],
      [deadline !== null && view.day > deadline, 'breach'],
      [isWithin('government_warning_months'), 'warning'],
      [isWithin('government_notice_months'), 'notice'],
    ),
    figures: { last_on: last, deadline },
    evidence: rows.filter(({ onSiteTo }) => onSiteTo !== null && onSiteTo === last).map(({ no }) => no),
  }
}
