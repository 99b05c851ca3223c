import type { Day } from './day.ts'
import type { CaseId, Matter, Method, Part, SchoolCode, Severity } from './words.ts'

/** Words for a day that leave it open: the days that they can mean, none where only the sender can tell (期末前). */
export type OpenDay = { words: string; days: Day[] }

/** A finding of a visit as it will be saved: what was said, and defaults that the card marks 「默认」. */
export type DraftFinding = {
  text: string
  matter: Matter | null
  severity: Severity
  severityDefault: boolean
  /** Null where the school is given no date: advice on the spot, or a section has to help first. */
  due: Day | null
  dueDefault: boolean
  /** Until he has said which day the words mean. */
  dueOpen?: OpenDay
  /** The bureau section that has to help, where it was named. */
  section?: string
  /** The open case that already carries this finding: it is not opened twice. */
  joins?: CaseId
  /** It joins in other words than the case has: the inspector may say that it is another thing. */
  alike?: true
  /** He has said so. */
  apart?: true
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

/** What an inspector saw of an open case at his next visit (policy.md 5.1): no verdict after reinspection. */
export type Followup = { case: CaseId; verdict: 'better' | 'same' | null }

/** What may be put right in a record that has been submitted. */
export type Amendment = Partial<{
  school: SchoolCode
  onDay: Day
  part: Part
  methods: Method[]
  counts: Counts
  narrative: string
  findings: DraftFinding[]
}>

export type Amending = { after: Amendment; reason: string }
