import type { Day } from '#src/domain/day.ts'
import type { SchoolCode, Stage, UserId } from '#src/domain/words.ts'
import type { Period } from '../periods.ts'
import type { Topic } from '../visits/topics.ts'
import type { Span } from '../understanding.ts'

/** The intents that the public command tells; ours are finer and are mapped onto them. */
export type ContractIntent =
  | 'log_visit'
  | 'query_roster'
  | 'query_training'
  | 'query_schools_due'
  | 'query_rectifications'
  | 'confirm_rectification'
  | 'request_extension'
  | 'reject_or_dispute'
  | 'reinspect'
  | 'schedule_meeting'
  | 'query_meetings'
  | 'log_training'
  | 'nominate_commendation'
  | 'query_commendation'
  | 'query_digest'
  | 'log_interview'
  | 'correct_previous'
  | 'cancel'
  | 'help'
  | 'unknown'

export type ContractFinding = {
  text: string
  severity: 'minor' | 'normal' | 'serious' | null
  deadline: Day | null
  school_code?: SchoolCode
}

/** What a message said; a slot that is absent was not said. */
export type Slots = {
  school_codes?: SchoolCode[] | null
  ambiguous?: SchoolCode[]
  date?: Day
  time_of_day?: 'morning' | 'afternoon'
  topics?: Topic[]
  findings?: ContractFinding[]
  no_issue?: boolean
  county?: string
  hours?: number
  person?: UserId | string
  stage?: Stage
  period?: Period
  status?: 'open' | 'overdue' | 'done'
  visit_type?: 'routine' | 'comprehensive' | 'special' | 'follow_up'
  meeting?: { start: string; title: string }
  reason?: string
}

/** A slot with the characters that it came from. */
export type Filled = { [K in keyof Slots]?: { value: NonNullable<Slots[K]> | null; spans: readonly Span[] } }

export type Frame = { intent: ContractIntent; slots: Slots; spans: Partial<Record<keyof Slots, Span[]>> }

/** Parts the slots from where they were said. */
export function frameOf(intent: ContractIntent, filled: Filled): Frame {
  const slots: Record<string, unknown> = {}
  const spans: Record<string, readonly Span[]> = {}
  for (const [name, { value, spans: from }] of Object.entries(filled)) {
    slots[name] = value
    if (from.length > 0) spans[name] = from
  }
  return { intent, slots, spans } as Frame
}
