import type { Files } from '../oracle/rows.ts'
import { plusDays, yearOf } from '../oracle/days.ts'
import { chanceOf, edges, type Chance } from './chance.ts'
import * as formal from './formal.ts'
import * as office from './office.ts'
import * as cards from './cards.ts'
import * as inspectors from './inspectors.ts'
import { personRows } from './people.ts'
import * as places from './places.ts'
import * as schools from './schools.ts'
import { settingsRows } from './settings.ts'

/** What has been made up so far. */
export type City = {
  chance: Chance
  /** The day about which the boundaries lie. */
  today: string
  /** Places as a cell may name them, the city level among them. */
  places: string[]
  counties: string[]
  codes: string[]
  userids: string[]
  rows(kind: string): Files[string]
}

/** Days about which a rule changes its mind, and leap days. */
const TODAYS = [
  ...['2026-11-23', '2026-02-28', '2024-02-29', '2026-12-31', '2027-01-01', '2026-08-01', '2026-01-31'],
  ...['2026-02-01', '2026-07-31', '2026-10-10', '2026-09-30', '2026-06-30', '2026-03-31', '2028-02-29'],
  ...['2025-02-28', '2027-10-08', '2026-11-01', '2026-12-01', '2026-01-20', '2026-09-01', '2026-10-25'],
  ...['2025-12-20', '2026-05-20', '2026-07-05', '2027-03-01', '2026-04-06', '2025-06-30', '2026-03-20'],
]

/** The key of each kind (A2): two rows with one key in a file are an error. */
export const KEYS: Record<string, string[]> = {
  places: ['name'],
  teaching_calendar: ['place', 'semester'],
  holidays: ['date'],
  student_numbers: ['place', 'stage', 'as_of'],
  settings: ['key', 'place', 'effective_from'],
  schools: ['code'],
  people: ['userid'],
  inspectors: ['userid'],
  appointments: ['userid', 'term_start'],
  assignments: ['inspector', 'school', 'from'],
  principal_terms: ['school', 'person', 'start_on'],
  training: ['userid', 'title', 'start_on'],
  exit_grounds: ['userid', 'ground', 'noted_on'],
  studios: ['studio'],
  claims: ['userid', 'incurred_on', 'item'],
  seat_list: ['place', 'seat'],
  committee_seats: ['place', 'seat', 'person', 'from'],
  posts: ['place', 'post', 'person', 'from'],
  meetings: ['place', 'meeting_type', 'held_on'],
  member_tasks: ['no'],
  documents: ['place', 'doc_kind', 'title', 'dated_on'],
  budgets: ['place', 'year', 'purpose', 'studio'],
  monitoring_reports: ['place', 'year', 'title'],
  commendations: ['place', 'year', 'title'],
  visits: ['school', 'inspector', 'visit_date', 'part_of_day'],
  cases: ['no'],
  supervisions: ['no'],
  interviews: ['no'],
  accountability: ['no'],
}

/** In this order each kind may look at those before it. */
const MAKERS: [kind: string, make: (city: City) => Files[string]][] = [
  ['teaching_calendar', places.calendarRows],
  ['holidays', places.holidayRows],
  ['student_numbers', places.studentRows],
  ['settings', settingsRows],
  ['inspectors', cards.cardRows],
  ['appointments', cards.appointmentRows],
  ['assignments', inspectors.assignmentRows],
  ['principal_terms', schools.principalRows],
  ['training', inspectors.trainingRows],
  ['exit_grounds', inspectors.exitRows],
  ['studios', office.studioRows],
  ['claims', inspectors.claimRows],
  ['seat_list', office.seatListRows],
  ['committee_seats', office.committeeRows],
  ['posts', office.postRows],
  ['meetings', office.meetingRows],
  ['member_tasks', office.taskRows],
  ['documents', office.documentRows],
  ['budgets', office.budgetRows],
  ['monitoring_reports', office.reportRows],
  ['commendations', office.commendationRows],
  ['visits', schools.visitRows],
  ['cases', schools.caseRows],
  ['supervisions', formal.supervisionRows],
  ['interviews', formal.interviewRows],
  ['accountability', formal.accountabilityRows],
]

/** A whole set of record files that a seed repeats, with the days on which to ask. */
export function madeUpCity(seed: number): { days: string[]; files: Files } {
  const today = TODAYS[seed % TODAYS.length]!
  const chance = chanceOf(seed, today)
  const files: Files = {}
  const put = (kind: string, rows: Files[string]) => (files[kind] = distinctRows(kind, rows))
  const placed = put('places', places.placeRows(chance, today))
  const counties = placed.filter((row) => row.level !== 'city').map((row) => row.name!)
  const city: City = {
    ...{ chance, today, counties, places: ['city', '赣南市', ...counties], codes: [], userids: [] },
    rows: (kind) => files[kind] ?? [],
  }
  city.codes = put('schools', schools.schoolRows(city)).map((row) => row.code!)
  city.userids = put('people', personRows(city)).map((row) => row.userid!)
  for (const [kind, make] of MAKERS) {
    const rows = make(city)
    if (rows.length > 0) put(kind, rows)
  }
  return { days: daysToAsk(chance, today), files }
}

/** One row a key; the city's own name and `city` are one. */
function distinctRows(kind: string, rows: Files[string]): Files[string] {
  const found = new Map<string, Files[string][number]>()
  for (const row of rows) {
    const key = KEYS[kind]!.map((column) =>
      row[column] === '赣南市' && column === 'place' ? 'city' : row[column],
    ).join()
    if (!found.has(key)) found.set(key, row)
  }
  return [...found.values()]
}

function daysToAsk(chance: Chance, today: string): string[] {
  const later = [
    ...edges(today),
    `${yearOf(today)}-11-25`,
    `${yearOf(today)}-03-20`,
    `${yearOf(today) + 1}-01-01`,
  ]
  const days = [plusDays(today, -1), today, plusDays(today, 1), chance.pick(...later), chance.day(today)]
  return [...new Set(days)]
}
