import { onFile } from './on-file.ts'
import { copyOf, type Column, type Files, type Row } from './rows.ts'
import { withBuiltInSeats } from './seats.ts'
import { workingDays, type WorkingDays } from './working-days.ts'

/** What is known on the day D of which a check is asked. */
export type Known = {
  D: string
  /** The rows of a kind that exist at D; dates that are not known at D are empty (B2.3). */
  rows(kind: string): Row[]
  /** The rows of a kind whatever their dates. */
  everOnFile(kind: string): Row[]
  days: WorkingDays
}

/** † of each kind: the row exists from that day; an empty one exists always. */
const FROM: Record<string, (row: Row) => string> = {
  places: (row) => row.valid_from,
  student_numbers: (row) => row.as_of,
  settings: (row) => row.effective_from,
  schools: (row) => row.open_on,
  inspectors: (row) => row.appointed_on,
  assignments: (row) => row.from,
  principal_terms: (row) => row.start_on,
  training: (row) => row.end_on,
  exit_grounds: (row) => row.noted_on,
  studios: (row) => row.open_on,
  claims: (row) => row.incurred_on,
  seat_list: (row) => row.valid_from,
  committee_seats: (row) => row.from,
  posts: (row) => row.from,
  member_tasks: (row) => row.assigned_on,
  documents: (row) => row.dated_on,
  budgets: (row) => row.recorded_on || `${row.year}-01-01`,
  monitoring_reports: (row) => row.issued_on,
  commendations: (row) => row.issued_on,
  visits: (row) => row.visit_date,
  cases: (row) => row.found_on,
  // † empty: `notified_on`, else `held_on`.
  interviews: (row) => row.proposed_on || row.notified_on || row.held_on,
  accountability: (row) => row.decided_on,
}

/** Dates that are read as empty as long as they lie after D: all but ends, plans and what B2.3 names beside them. */
const FACTS: readonly Column[] = [
  ...(['education_work_since', 'former_left_on', 'recommended_on', 'vetted_on', 'notice_from'] as const),
  ...(['published_on', 'filed_on', 'decided_on', 'settled_on', 'held_on', 'minutes_on', 'done_on'] as const),
  ...(['issued_on', 'acknowledged_on', 'report_on', 'reinspected_on', 'started_on', 'on_site_from'] as const),
  ...(['on_site_to', 'notified_on', 'signed_on', 'filed_party_on', 'filed_government_on'] as const),
  ...(['filed_superior_on', 'start_on'] as const),
]

/** What the files tell, to be asked of any day. */
export function knownFrom(files: Files): (D: string) => Known {
  const kept = onFile(withBuiltInSeats(files))
  const days = workingDays(kept.holidays ?? [])
  return (D) => knownOn(D, kept, days)
}

function knownOn(D: string, kept: Record<string, Row[]>, days: WorkingDays): Known {
  const known = new Map<string, Row[]>()
  const rows = (kind: string) => {
    const found =
      known.get(kind) ??
      (kept[kind] ?? []).filter((row) => exists(kind, row, D)).map((row) => at(kind, row, D))
    known.set(kind, found)
    return found
  }
  return { D, rows, everOnFile: (kind) => kept[kind] ?? [], days }
}

function exists(kind: string, row: Row, D: string): boolean {
  const from = FROM[kind]?.(row) ?? ''
  return from === '' || from <= D
}

function at(kind: string, row: Row, D: string): Row {
  const read = copyOf(row)
  for (const column of FACTS) if (read[column] > D) read[column] = ''
  // `closed_on` is an end for schools and studios; for a case it is what has happened.
  if (kind === 'cases' && read.closed_on > D) read.closed_on = ''
  return read
}
