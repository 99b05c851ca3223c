import type { Column, Row, Files } from './rows.ts'
import { listed, whole, yes } from './rows.ts'

/** What a row must name for it to exist (B7.5: M and H columns), what may fall empty, and lists that lose a value. */
type Leaning = Partial<Record<'must' | 'may' | 'lists', readonly Column[]>>

const LEANING: Record<string, Leaning> = {
  places: { may: ['counted_in'] },
  teaching_calendar: { must: ['place'] },
  student_numbers: { must: ['place'] },
  settings: { must: ['place'] },
  schools: { must: ['county'] },
  people: { must: ['county', 'school_code'], lists: ['assigned_school_codes'] },
  inspectors: { must: ['userid', 'place'], may: ['serving_school', 'former_school'], lists: ['recusals'] },
  appointments: { must: ['userid'] },
  assignments: { must: ['inspector', 'school'] },
  principal_terms: { must: ['school', 'person'] },
  training: { must: ['userid'] },
  exit_grounds: { must: ['userid'] },
  studios: { must: ['place', 'lead'] },
  claims: { must: ['userid'] },
  seat_list: { must: ['place'] },
  committee_seats: { must: ['place', 'person'] },
  posts: { must: ['place', 'person'] },
  meetings: { must: ['place'] },
  documents: { must: ['place'] },
  budgets: { must: ['place'] },
  monitoring_reports: { must: ['place'] },
  commendations: { must: ['place'] },
  visits: { must: ['school', 'inspector'] },
  cases: { must: ['school'] },
  supervisions: { must: ['place'], lists: ['targets'] },
  interviews: { must: ['place'] },
  accountability: { must: ['place'] },
}

/** What others refer to, in the order in which a withdrawal goes on in chains. */
const REFERRED: Record<string, Column> = { places: 'name', schools: 'code', people: 'userid' }
const PLACE_COLUMNS: readonly Column[] = ['place', 'county', 'counted_in']

/**
 * All rows that count for something, whatever their dates: those that are withdrawn are gone, and with them those
 * that lean on them (B2.4, B7.5). Places are written `city` for the city level.
 */
export function onFile(files: Files): Record<string, Row[]> {
  const cityName = files.places?.find((row) => row.level === 'city')?.name
  const gone = new Set<string>()
  const kept: Record<string, Row[]> = {}
  const kinds = [...new Set([...Object.keys(REFERRED), ...Object.keys(files)])]
  for (const kind of kinds) {
    kept[kind] = []
    for (const given of files[kind] ?? []) {
      const row = namingCity(kind, whole(given), cityName)
      const { must = [], may = [], lists = [] } = LEANING[kind] ?? {}
      const stands = !isWithdrawn(kind, row) && !must.some((column) => gone.has(row[column]))
      const key = REFERRED[kind]
      // The city row always exists (B2.6).
      if (!stands && key && row.level !== 'city') gone.add(row[key])
      if (!stands) continue
      for (const column of may) if (gone.has(row[column])) row[column] = ''
      for (const column of lists)
        row[column] = listed(row[column])
          .filter((value) => !gone.has(value))
          .join('|')
      kept[kind].push(row)
    }
  }
  return kept
}

/** B2.4: withdrawn rows, and visits in draft. */
const isWithdrawn = (kind: string, row: Row) =>
  yes(row.withdrawn) || (kind === 'visits' && (row.status === 'withdrawn' || row.status === 'draft'))

/** A1: the city level is written `city` or by the name of the city's own row; an empty county is the city level. */
function namingCity(kind: string, row: Row, cityName: string | undefined): Row {
  for (const column of PLACE_COLUMNS) if (cityName && row[column] === cityName) row[column] = 'city'
  if ((kind === 'schools' || kind === 'people') && row.county === '') row.county = 'city'
  return row
}
