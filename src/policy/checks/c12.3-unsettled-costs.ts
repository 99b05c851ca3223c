import { daysBetween } from '#src/domain/day.ts'
import type { Claim } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { earliest } from './view/spans.ts'
import type { InspectorAt } from './view/inspectors.ts'
import type { View } from './view/view.ts'

/** C12.3 (S-12): what inspectors have laid out is paid back in time; contract B4, measure 12. */
export const unsettledCosts: Check = {
  id: 'C12.3',
  name: '督导费用结清',
  clause: 'S-12',
  threshold: 'default',
  find: (view) => {
    const claims = Map.groupBy(view.records.claims, ({ userid }) => userid)
    return view.activeInspectors.flatMap((inspector) => {
      const own = claims.get(inspector.card.userid)
      return own ? costs(inspector, own, view) : []
    })
  },
}

function costs({ card: { userid, place } }: InspectorAt, claims: readonly Claim[], view: View): Finding {
  const unsettled = claims.filter(({ settledOn }) => settledOn === null)
  const oldest = earliest(unsettled.map(({ incurredOn }) => incurredOn))
  const oldestDays = oldest === null ? 0 : daysBetween(oldest, view.day)
  return {
    subject: view.written(userid),
    place,
    person: userid,
    level: firstOf([oldestDays > view.setting('claim_days', place), 'notice']),
    figures: { unsettled: unsettled.length, oldest_days: oldestDays },
    evidence: unsettled.map(({ incurredOn }) => incurredOn),
  }
}
