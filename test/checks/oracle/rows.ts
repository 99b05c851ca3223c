/** Every column that a check reads, by its English id. */
const COLUMNS = [
  ...['name', 'level', 'government', 'counted_in', 'valid_from', 'valid_to', 'withdrawn'],
  ...['place', 'semester', 'teaching_from', 'teaching_to', 'school_days', 'date', 'day_type'],
  ...['stage', 'as_of', 'count', 'key', 'value', 'effective_from'],
  ...['code', 'county', 'ownership', 'open_on', 'closed_on'],
  ...['userid', 'role', 'also_roles', 'school_code', 'assigned_school_codes', 'left_on'],
  ...['kind', 'appointed_on', 'term_start', 'term_end', 'term_no', 'retired', 'retired_on'],
  ...['seconded_from', 'seconded_to', 'stages', 'degree', 'education_work_since', 'record_ok', 'time_ok'],
  ...['health_ok', 'assessment_passed', 'recusals', 'serving_school', 'former_school', 'former_left_on'],
  ...['recommended_on', 'vetted_on', 'notice_from', 'notice_to', 'published_on', 'filed_on'],
  ...['inspector', 'school', 'from', 'to', 'override_reason', 'person', 'start_on', 'end_on'],
  ...['title', 'form', 'organizer_level', 'hours', 'verified', 'verified_on', 'not_duplicate'],
  ...['ground', 'noted_on', 'decided_on', 'studio', 'lead', 'incurred_on', 'item', 'settled_on'],
  ...['seat', 'post', 'meeting_type', 'held_on', 'status', 'minutes_on', 'no', 'due_on', 'assigned_on'],
  ...['done_on', 'doc_kind', 'dated_on', 'repealed_on', 'year', 'purpose', 'amount', 'recorded_on'],
  ...['issued_on', 'doc_no', 'units', 'persons', 'visit_date', 'visit_type', 'found_on', 'severity'],
  ...['acknowledged_on', 'report_on', 'reinspected_on', 'verdict', 'resolved_by_section', 'target_type'],
  ...['supervision_kind', 'targets', 'planned_on', 'started_on', 'on_site_from', 'on_site_to'],
  ...['not_public_reason', 'organizers', 'proposed_on', 'notified_on', 'record_file', 'signed_on'],
  ...['filed_party_on', 'filed_government_on', 'filed_superior_on'],
] as const

export type Column = (typeof COLUMNS)[number]

/** A row of a file, all cells as they are written there; a cell or column that the file lacks is empty. */
export type Row = Record<Column, string>
/** The files by kind, each a list of rows with the cells that they have. */
export type Files = Record<string, Partial<Record<string, string>>[]>

const EMPTY = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Row

/** A row with every column. */
export function whole(row: Files[string][number]): Row {
  const cells = copyOf(EMPTY)
  for (const column of COLUMNS) if (row[column]) cells[column] = row[column].trim()
  return cells
}

export const copyOf = (row: Row): Row => ({ ...row })

/** Several values in one cell are split by `|` (A1). */
export const listed = (cell: string): string[] =>
  cell
    .split('|')
    .map((value) => value.trim())
    .filter((value) => value !== '')

export const yes = (cell: string): boolean => cell === 'true' || cell === '是'

/** By code points, as lists and subjects are sorted. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  for (const [i, one] of left.entries()) {
    const other = right[i]
    if (other === undefined) return 1
    const difference = one.codePointAt(0)! - other.codePointAt(0)!
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

export const distinct = (values: readonly string[]): string[] => [...new Set(values)]

/** What amounts come to, in yuan; a sum of decimals is not let grow a tail. */
export const sumOf = (rows: readonly Row[]): number =>
  Number(rows.reduce((total, row) => total + Number(row.amount), 0).toFixed(6))
