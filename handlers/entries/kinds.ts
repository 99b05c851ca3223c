import type { EntryKind, SaidOf } from '#src/domain/entry.ts'
import { assignment } from '../assignments/enter.ts'
import { commendation } from '../commendations/enter.ts'
import { nomination } from '../commendations/nominate.ts'
import { interview } from '../interviews/enter.ts'
import { filing } from '../interviews/filings.ts'
import { meetingChange } from '../meetings/change.ts'
import { meeting } from '../meetings/enter.ts'
import { retireeReason } from '../staffing/retiree-reason.ts'
import { supervision } from '../supervisions/plan.ts'
import { inspectorTerm } from '../terms/renew.ts'
import { principalTerm } from '../terms/enter.ts'
import { training } from '../training/enter.ts'
import { wish } from '../wishes/enter.ts'
import type { Entering } from './entering.ts'

/** What can be entered by saying it, and how. */
const ENTERINGS: { [K in EntryKind]: Entering<SaidOf[K]> } = {
  training,
  meeting,
  meeting_change: meetingChange,
  commendation,
  nomination,
  assignment,
  principal_term: principalTerm,
  interview,
  filing,
  supervision,
  inspector_term: inspectorTerm,
  retiree_reason: retireeReason,
  wish,
}

/** Stored as it was said, so that the kind of an entry tells what stands in it. */
export const enteringOf = (kind: EntryKind): Entering<Record<string, unknown>> =>
  ENTERINGS[kind] as unknown as Entering<Record<string, unknown>>
