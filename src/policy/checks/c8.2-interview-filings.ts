import type { Check, Finding } from './check.ts'
import { inOrder } from './code-points.ts'
import { interviewsHeld, type Held } from './interviews-held.ts'
import { firstOf } from './levels.ts'
import type { View } from './view/view.ts'

/** C8.2 (S-8): the record goes to the Party committee and government of the place and to the level above; contract B4. */
export const interviewFilings: Check = {
  id: 'C8.2',
  name: '约谈报送',
  clause: 'S-8',
  threshold: 'both',
  find: (view) => interviewsHeld(view).map((each) => filings(each, view)),
}

function filings({ no, place, heldOn, ...filed }: Held, view: View): Finding {
  const isPast = (key: 'filing_breach_days' | 'filing_warning_days') =>
    view.calendar.isPast(view.day, heldOn, view.setting(key, place))
  const receipts = {
    party: filed.filedPartyOn,
    government: filed.filedGovernmentOn,
    superior: filed.filedSuperiorOn,
  }
  const missing = Object.entries(receipts).flatMap(([recipient, on]) => (on === null ? recipient : []))
  return {
    subject: no,
    place,
    level: firstOf(
      [missing.length === 0, 'ok'],
      [isPast('filing_breach_days'), 'breach'],
      [isPast('filing_warning_days'), 'warning'],
    ),
    figures: { held_on: heldOn, missing: inOrder(missing), met: missing.length === 0 },
  }
}
