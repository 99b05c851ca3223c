import type { NodeStore } from '#db/node.ts'

/** A city of 100,000 schools after five years, and what its retention leaves. */
const ROWS: Record<string, number> = {
  meta: 3,
  places: 21,
  working_days: 400,
  schools: 100_000,
  people: 250_000,
  assignments: 110_000,
  visits: 4_000_000,
  cases: 2_000_000,
  notices: 1_600_000,
  reports: 1_700_000,
  requests: 200_000,
  proposals: 100_000,
  alarms: 60_000,
  entries: 400_000,
  wishes: 30_000,
  followed_reminders: 60_000,
  reminders: 5_000_000,
  deputies: 20_000,
  groups: 500,
  strangers: 50_000,
  settings: 1_000,
  lexicon: 5_000,
  teaching_calendar: 200,
  student_numbers: 1_000,
  inspectors: 10_000,
  appointments: 25_000,
  zones: 2_000,
  principal_terms: 200_000,
  training: 250_000,
  exit_grounds: 500,
  studios: 100,
  claims: 100_000,
  seat_list: 500,
  committee_seats: 2_000,
  posts: 400,
  meetings: 1_000,
  member_tasks: 2_000,
  documents: 1_000,
  budgets: 600,
  monitoring_reports: 500,
  commendations: 500,
  supervisions: 100_000,
  interviews: 5_000,
  accountability: 3_000,
  events: 15_000_000,
  numbers: 7_600_000,
  inbox: 2_000_000,
  outbox: 2_000_000,
  photos: 3_000_000,
  dialogues: 250_000,
  onces: 300_000,
}

/** How many different values a column holds where rows share them; a column not named here tells every row apart. */
const VALUES: Record<string, number> = {
  'people.school_code': 100_000,
  'people.county': 21,
  'schools.county': 21,
  'inspectors.place': 21,
  'supervisions.place': 21,
  'interviews.place': 21,
  'accountability.place': 21,
  'people.role': 13,
  'people.name': 180_000,
  'assignments.inspector': 10_000,
  'assignments.school': 100_000,
  'visits.inspector': 10_000,
  'visits.school': 100_000,
  'visits.on_day': 1_200,
  'visits.part': 4,
  'visits.copy': 2,
  'cases.school': 100_000,
  'cases.county': 21,
  'cases.inspector': 10_000,
  'cases.notice': 1_600_000,
  'cases.due_on': 1_500,
  'cases.found_on': 1_200,
  'cases.closed_on': 1_200,
  'notices.school': 100_000,
  'notices.state': 6,
  'notices.inspector': 10_000,
  'reports.notice': 1_600_000,
  'requests.notice': 190_000,
  'requests.kind': 2,
  'events.aggregate': 5_500_000,
  'events.actor': 60_000,
  'numbers.series': 200,
  'proposals.kind': 8,
  'alarms.visit': 50_000,
  'entries.author': 12_000,
  'wishes.person': 15_000,
  'wishes.slot': 24,
  'followed_reminders.up_to': 1_200,
  'reminders.acts_until': 3,
  'reminders.kind': 20,
  'reminders.subject': 1_500_000,
  'reminders.recipient': 250_000,
  'reminders.period': 1_800,
  'deputies.person': 15_000,
  'deputies.deputy': 15_000,
  'settings.name': 30,
  'settings.place': 21,
  'outbox.recipient': 250_000,
  'outbox.subject': 1_500_000,
  'outbox.lane': 2,
  'photos.subject': 1_200_000,
  'photos.sender': 150_000,
}

/** How many rows fulfil the condition of a partial index. */
const FULFIL: Record<string, number> = {
  people_also_by_county: 3_000,
  people_awaiting_notices: 20,
  visits_once: 3_990_000,
  visits_drafts: 5_000,
  cases_awaiting_office: 500,
  cases_referred: 1_000,
  cases_open_once: 50_000,
  cases_open_by_school: 60_000,
  cases_running_by_school: 40_000,
  cases_running_by_inspector: 40_000,
  cases_running_by_county: 40_000,
  cases_running: 40_000,
  cases_open: 60_000,
  cases_closed: 1_900_000,
  notices_answered: 4_000,
  notices_pending: 300,
  visits_waiting: 5_000,
  visits_to_archive: 400_000,
  requests_asked: 500,
  proposals_open_once: 300,
  proposals_asked: 300,
  entries_drafts: 200,
  wishes_by_person: 20_000,
  wishes_by_slot: 20_000,
  reminders_unjudged: 20_000,
  training_unverified: 3_000,
  reports_open_once: 2_000,
  reports_waiting: 2_000,
  notices_unjudged: 4_000,
  requests_open_once: 500,
  outbox_waiting: 2_000,
  outbox_in_order: 2_000,
  outbox_open_cards: 100_000,
  outbox_failed: 3_000,
  photos_waiting: 50,
  photos_loose: 1_000,
}

/** Tells SQLite's planner of that city, as ANALYZE would after five years (sqlite.org/fileformat2: sqlite_stat1). */
export function pretendFiveYears(client: NodeStore['client']): void {
  client.exec('analyze')
  const tell = client.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)')
  client.exec('delete from sqlite_stat1')
  for (const table of tablesOf(client)) {
    const rows = known(ROWS, table)
    tell.run(table, null, String(rows))
    for (const index of indexesOf(client, table)) tell.run(table, index.name, statOf(client, table, index))
  }
  client.exec('analyze sqlite_schema')
}

type Index = { name: string; unique: 0 | 1; partial: 0 | 1 }

export const tablesOf = (client: NodeStore['client']) =>
  client
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not glob 'sqlite_*' and name not glob '__*'",
    )
    .pluck()
    .all() as string[]

export const indexesOf = (client: NodeStore['client'], table: string) =>
  client.pragma(`index_list(${table})`) as Index[]

/** The rows of an index, and how many of them share the first, the first two … of its columns. */
function statOf(client: NodeStore['client'], table: string, index: Index): string {
  const rows = index.partial ? known(FULFIL, index.name) : known(ROWS, table)
  const columns = client.pragma(`index_info(${index.name})`) as { name: string }[]
  let different = 1
  const shared = columns.map(({ name }, i) => {
    different *= VALUES[`${table}.${name}`] ?? rows
    return index.unique && i === columns.length - 1 ? 1 : Math.max(1, Math.round(rows / different))
  })
  return [rows, ...shared].join(' ')
}

function known(sizes: Record<string, number>, name: string): number {
  const size = sizes[name]
  if (size === undefined)
    throw new Error(`test/rules/statistics.ts does not say how many rows ${name} will hold`)
  return size
}
