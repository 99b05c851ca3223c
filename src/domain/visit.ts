import type { Day } from './day.ts'
import type { CaseId, Matter, Severity } from './words.ts'

/** A finding of a visit as it will be saved: what was said, and defaults that the card marks 「默认」. */
export type DraftFinding = {
  text: string
  matter: Matter | null
  severity: Severity
  severityDefault: boolean
  /** Null where the school is given no date: advice on the spot, or a section has to help first. */
  due: Day | null
  dueDefault: boolean
  /** The open case that already carries this finding: it is not opened twice. */
  joins?: CaseId
}

/** How much was done at a visit: documents in 份, the rest in 次 (lessons in 节). */
export type Counts = {
  lessons?: number
  documents?: number
  meetings?: number
  discussions?: number
  questionnaires?: number
  patrols?: number
}
