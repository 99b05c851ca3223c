/** The states of policy.md 3.1 and 3.2 in the words of the code, and the moves between them. */
export type VisitState = 'draft' | 'submitted' | 'archived' | 'withdrawn'

export type CaseState =
  | 'recorded'
  | 'advised'
  | 'pending_approval'
  | 'referred'
  | 'issued'
  | 'acknowledged'
  | 'report_submitted'
  | 'reinspecting'
  | 'closed'
  | 'withdrawn'

export type NoticeState =
  'pending_approval' | 'returned' | 'issued' | 'acknowledged' | 'answered' | 'done' | 'withdrawn'
export type ReportState = 'draft' | 'submitted' | 'returned' | 'dropped'
export type RequestState = 'draft' | 'asked' | 'granted' | 'refused' | 'dropped'
/** A draft waits for the 确认 of whoever wrote it. */
export type ProposalState = 'draft' | 'asked' | 'granted' | 'refused' | 'dropped'
export type AlarmState = 'raised' | 'answered' | 'false_alarm'
/** Said by somebody: it waits for his 确认, is on file, or (training) has been verified by the office. */
export type EntryState = 'draft' | 'filed' | 'verified' | 'dropped' | 'lapsed'
/** What somebody wants of his own reminders. */
export type WishState = 'in_force' | 'ended'
/** A word of an office's lexicon. */
export type WordState = 'in_force' | 'withdrawn'

/** What is put to an office for its decision besides extensions and objections of schools. */
export type ProposalKind =
  /** A notice that has gone out is taken back (policy.md 8.5). */
  | 'withdraw_notice'
  /** A notice that has gone out was meant for another school. */
  | 'other_school'
  /** A notice is corrected that the school has signed, or in what only the office may change. */
  | 'amend_notice'
  /** A visit is amended or withdrawn after its inspector may (policy.md 3.1). */
  | 'amend_visit'
  | 'withdraw_visit'
  /** An inspector who would have to leave the school to others (C10.6) goes with the office's leave. */
  | 'waive_recusal'
  /** 「我不是这所学校的校长了」. */
  | 'leave_post'
  /** Somebody decides for another between two days. */
  | 'deputize'
  /** A group where every inspector of a place may read what each of them may see. */
  | 'declare_group'
  /** 停用, 恢复: an office's own act, which it confirms on its card. */
  | 'suspend_person'
  | 'resume_person'
  /** 文清路小学校长换成…: likewise. */
  | 'replace_principal'
  /** A school or person for the year's list, and an interview: both only inside the offices. */
  | 'commend'
  | 'interview'

/** The school has it in hand: a notice or a case that waits for its signature or its report. */
export const isWithSchool = (each: { state: CaseState | NoticeState }): boolean =>
  each.state === 'issued' || each.state === 'acknowledged'

export const isEnded = (each: { state: CaseState }): boolean =>
  each.state === 'advised' || each.state === 'closed' || each.state === 'withdrawn'

/** A school sees what is addressed to it (policy.md 4.1): nothing that the office has yet to send. */
export const isAddressed = (each: { state: CaseState | NoticeState }): boolean =>
  each.state !== 'recorded' && each.state !== 'pending_approval' && each.state !== 'returned'

export const CASE_STATE_NAMES: Record<CaseState, string> = {
  recorded: '已记录',
  advised: '已当场建议',
  pending_approval: '待审批',
  referred: '已转科室',
  issued: '待签收',
  acknowledged: '整改中',
  report_submitted: '待复查',
  reinspecting: '待确认销号',
  closed: '已销号',
  withdrawn: '已撤回',
}
