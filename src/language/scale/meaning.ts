import { readChanges } from '../changes.ts'
import { nominationIn } from '../commendations.ts'
import type { ContractIntent } from '../contract/slots.ts'
import type { Heard } from '../hear.ts'
import { interviewIn } from '../interviews.ts'
import { meetingIn } from '../meetings.ts'
import type { Registry } from '../schools/registry.ts'
import { returnIn, verdictIn } from '../rectifications/reinspections.ts'
import { extensionIn, objectionIn, submissionIn } from '../rectifications/school-side.ts'
import { cancellationIn } from '../short-words.ts'
import type { Listening, Understanding } from '../understanding.ts'
import { readVisits } from '../visits/visits.ts'

// What is told by a whole pattern, or by the state that a talk is in, or must not wait: the scale has no say in it.
const CERTAIN: ReadonlySet<Understanding['intent']> = new Set([
  'report_urgent',
  'confirm',
  'acknowledge',
  'greeting',
  'follow_up',
  'settle_general_approval',
  'answer_letter',
  'withdraw_notice',
  'correct_notice',
  'answer_alarm',
  'call_off_alarm',
  'query_my_records',
  'query_undelivered',
  'suspend',
  'leave_post',
  'deputize',
  'ask_stand_in',
  'replace_principal',
  'declare_group',
  'revoke_group',
  'query_about_me',
  'draft_paper',
  'set_reminder',
  'resume_reminders',
  'query_reminders',
  'put_off_reminder',
])

/** Whether what was read stands whatever the words weigh. */
export const isCertain = ({ intent }: Understanding): boolean => CERTAIN.has(intent)

/** What a message says that is known to have an intent: its slots, as far as they were said. */
export function meaningOf(
  intent: ContractIntent,
  heard: Heard,
  registry: Registry,
  listening: Listening,
): Understanding {
  const { schools, plain } = heard
  const [school = null] = schools
  const bySchool = listening.speaker.side === 'school'
  switch (intent) {
    case 'log_visit':
      return { intent, visits: readVisits(heard) }
    case 'confirm_rectification':
      return bySchool ? submissionIn(heard, listening.today) : undecided(heard, listening)
    case 'reinspect':
      return undecided(heard, listening)
    case 'request_extension':
      return extensionIn(heard, listening)
    case 'reject_or_dispute':
      return bySchool ? objectionIn(heard) : { ...returnIn(heard), weighed: true }
    case 'correct_previous':
      return (
        readChanges(heard, registry, listening) ?? {
          intent: 'correct',
          changes: [],
          record: null,
          reason: null,
        }
      )
    case 'cancel':
      return cancellationIn(heard)
    case 'query_schools_due':
      return { intent: 'query_gaps', period: /学期/.test(plain) ? 'semester' : 'month' }
    case 'query_rectifications':
      return school ? { intent: 'query_school', school } : { intent: 'query_cases' }
    case 'query_digest':
      return { intent: 'query_summary' }
    case 'schedule_meeting':
      return meetingIn(heard, listening)
    case 'nominate_commendation':
      return nominationIn(heard)
    case 'log_interview':
      return interviewIn(heard)
    case 'log_training':
    case 'query_roster':
    case 'query_training':
    case 'query_meetings':
    case 'query_commendation':
    case 'help':
    case 'unknown':
      return { intent }
  }
}

/** A verdict writes at once where it was plainly said; where it was only weighed, the card asks for it. */
const undecided = (heard: Heard, listening: Listening): Understanding => ({
  ...verdictIn(heard, listening),
  verdict: null,
  items: [],
})
