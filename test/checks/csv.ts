import type { Files } from './oracle/rows.ts'

/** The columns of each kind whose heading is needed (M and H in the contract). */
const NEEDED: Record<string, string> = {
  places: 'name level',
  teaching_calendar: 'place semester teaching_from teaching_to',
  holidays: 'date day_type',
  student_numbers: 'place stage as_of count',
  settings: 'key place value effective_from',
  schools: 'code name county stage ownership students aliases',
  people: 'userid name role county school_code assigned_school_codes',
  inspectors: 'userid place kind appointed_on retired',
  appointments: 'userid term_start term_end',
  assignments: 'inspector school from',
  principal_terms: 'school person start_on end_on',
  training: 'userid title form organizer_level start_on end_on hours',
  exit_grounds: 'userid ground noted_on',
  studios: 'studio place lead',
  claims: 'userid incurred_on item amount',
  seat_list: 'place seat position valid_from',
  committee_seats: 'place seat person from',
  posts: 'place post person from',
  meetings: 'place meeting_type held_on status',
  member_tasks: 'no unit task due_on',
  documents: 'place doc_kind title dated_on',
  budgets: 'place year purpose amount',
  monitoring_reports: 'place year title issued_on',
  commendations: 'place year title issued_on doc_no units persons',
  visits: 'school inspector visit_date part_of_day',
  cases: 'no school found_on severity description',
  supervisions: 'no place target_type supervision_kind targets',
  interviews: 'no place target_type target organizers',
  accountability: 'no place target measure decided_on',
}

/** How a table is written, headings first. */
export type Hand = (kind: string, table: string[][]) => string[][]

/** Files for the import, one a kind: the headings that are needed and those that a row has. */
export function csvFiles(
  files: Files,
  hand: Hand = (_, table) => table,
): { name: string; bytes: Uint8Array }[] {
  return Object.entries(files)
    .filter(([, rows]) => rows.length > 0)
    .map(([kind, rows]) => ({
      name: `${kind}.csv`,
      bytes: new TextEncoder().encode(csvOf(hand(kind, tableOf(kind, rows)))),
    }))
}

function tableOf(kind: string, rows: Files[string]): string[][] {
  const headings = [...new Set([...NEEDED[kind]!.split(' '), ...rows.flatMap((row) => Object.keys(row))])]
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]
}

const csvOf = (table: string[][]) => table.map((cells) => cells.map(quoted).join(',')).join('\r\n')
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
