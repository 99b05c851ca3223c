import { readCommendation } from './commendations.ts'
import type { Heard } from './hear.ts'
import { readInterview } from './interviews.ts'
import { readMeeting } from './meetings.ts'
import { readStaffing } from './questions/staffing.ts'
import { readTraining } from './trainings.ts'
import type { Listening, Understanding } from './understanding.ts'

/**
 * An office's other business: interviews, training, praise, meetings, who inspects what. `isVisit` tells whether the
 * message so plainly tells a visit that such words (表彰, 学时) can only be part of what was found.
 */
export function readBusiness(
  heard: Heard,
  listening: Listening,
  isVisit: () => boolean,
): Understanding | null {
  const interview = readInterview(heard, listening)
  if (interview?.intent === 'log_interview') return interview
  const meant =
    interview ??
    readTraining(heard) ??
    readCommendation(heard) ??
    readMeeting(heard, listening) ??
    readStaffing(heard)
  // Asked last, for it takes the longest to tell.
  return meant && !isVisit() ? meant : null
}
