import type { CaseOnFile } from '#src/domain/records.ts'

type State = 'closed' | 'advised' | 'issued' | 'report_submitted' | 'acknowledged' | 'recorded'

/** What a ledger tells of a case besides where it was found. */
type CaseDates = Pick<
  CaseOnFile,
  'severity' | 'issuedOn' | 'acknowledgedOn' | 'reportOn' | 'reinspectedOn' | 'verdict' | 'closedOn'
>

/** Where a case of the ledger stands by its dates (records-contract.md A2): a failed verdict opens a new round. */
export function caseStateOf(row: CaseDates): State {
  if (row.closedOn !== null) return 'closed'
  if (row.severity === 'minor') return 'advised'
  if (row.reinspectedOn !== null && row.verdict === 'fail') return 'issued'
  if (row.reportOn !== null) return 'report_submitted'
  if (row.acknowledgedOn !== null) return 'acknowledged'
  return row.issuedOn !== null ? 'issued' : 'recorded'
}
