import type { Day } from './day.ts'
import type { CaseId, Severity } from './words.ts'

/** What is corrected of one item of a notice: from what it says to what it shall say. */
export type NoticeChange =
  | { case: CaseId; field: 'due'; from: Day | null; to: Day }
  | { case: CaseId; field: 'severity'; from: Severity; to: Severity }
  | { case: CaseId; field: 'text' | 'requirement'; from: string; to: string }
