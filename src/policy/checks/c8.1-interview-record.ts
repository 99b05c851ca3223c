import type { Check, Finding } from './check.ts'
import { interviewsHeld, type Held } from './interviews-held.ts'
import { firstOf } from './levels.ts'
import type { View } from './view/view.ts'

/** C8.1 (S-8): a signed record of every interview; contract B4, measure 8. */
export const interviewRecord: Check = {
  id: 'C8.1',
  name: '约谈记录',
  clause: 'S-8',
  threshold: 'both',
  find: (view) => interviewsHeld(view).map((each) => record(each, view)),
}

function record({ no, place, heldOn, recordFile, signedOn }: Held, view: View): Finding {
  const isPast = (key: 'record_breach_days' | 'record_warning_days') =>
    view.calendar.isPast(view.day, heldOn, view.setting(key, place))
  const isSigned = Boolean(recordFile) && signedOn !== null
  return {
    subject: no,
    place,
    level: firstOf(
      [isSigned, 'ok'],
      [isPast('record_breach_days'), 'breach'],
      [isPast('record_warning_days'), 'warning'],
    ),
    figures: { held_on: heldOn, met: isSigned },
  }
}
