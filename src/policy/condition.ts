import type { Day } from '#src/domain/day.ts'
import type { Level } from './checks/levels.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import type {
  CaseState,
  EntryState,
  NoticeState,
  ProposalState,
  ReportState,
  RequestState,
  VisitState,
} from './states.ts'

/** What must be so when a reminder is sent: else the thing has been done since it was written, and it says nothing. */
export type Condition =
  /** The check still finds this of the subject. */
  | { of: 'check'; id: string; place: string; check: string; level: Level; on: Day }
  /** The case is in one of these states and still due on that day. */
  | { of: 'case'; id: string; states: readonly CaseState[]; due?: Day }
  | { of: 'notice'; id: string; states: readonly NoticeState[] }
  | { of: 'visit'; id: string; states: readonly VisitState[] }
  | { of: 'report'; id: string; states: readonly ReportState[] }
  | { of: 'request'; id: string; states: readonly RequestState[] }
  | { of: 'proposal'; id: string; states: readonly ProposalState[] }
  | { of: 'entry'; id: string; states: readonly EntryState[] }
  /** The school was visited on fewer days than these between two days; on none where no number is given. */
  | { of: 'school'; id: SchoolCode; unvisited: { from: Day; to: Day }; required?: number }
