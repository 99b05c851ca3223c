import { allAssignments, allPeople, allPlaces, allSchools } from '#db/roster.ts'
import { ALWAYS, assignments, people, places, schools } from '#db/schema/roster.ts'
import { insert, insertNew, remove, update, type Db, type Write } from '#db/store.ts'
import { CITY } from '#src/domain/records.ts'
import { userId, type SchoolCode, type UserId } from '#src/domain/words.ts'
import type { Value } from '../cells.ts'
import { places as placeKind } from '../kinds/calendar.ts'
import type { Kind } from '../kinds/kind.ts'
import { people as personKind, schools as schoolKind } from '../kinds/roster.ts'
import type { Values } from '../parse.ts'
import { fieldOf, type Row, type Shelf } from './shelf.ts'

export const placeShelf: Shelf = {
  onFile: async (db) => new Map((await allPlaces(db)).map((row) => [row.name, row])),
  // A county that was only met in other files is met there again.
  written: (row) => (row['filed'] ? said(placeKind, row) : null),
  wanted(values, before) {
    const row = { ...named(values), filed: true }
    return 'government' in row || !before ? withGovernment(row) : row
  },
  add: (row) => [insert(places, { withdrawn: false, ...row } as unknown as typeof places.$inferInsert)],
  change: (name, changes) => [update(places, changes, { name })],
}

const withGovernment = (row: Row): Row => ({
  ...row,
  government: row['government'] ?? row['level'] !== 'functional_zone',
})

/** A county made from its name in another file. */
export const madeCounty = (name: string): Row => ({
  name,
  level: 'county',
  government: true,
  filed: false,
})

export const schoolShelf: Shelf = {
  onFile: async (db) => new Map((await allSchools(db)).map((row) => [row.code, row])),
  written: (row) => said(schoolKind, { ...row, county: row['county'] ?? CITY }),
  wanted: (values, before, { isCity }) => withFormerName(atCityLevel(named(values), isCity), before),
  add: (row) => [
    insert(schools, { formerNames: [], withdrawn: false, ...row } as unknown as typeof schools.$inferInsert),
  ],
  change: (code, changes) => [update(schools, changes, { code })],
}

// People go on using the old name (policy.md 8.9), unless the file itself says what the former names are.
function withFormerName(row: Row, before: Row | undefined): Row {
  if (!before || row['name'] === before['name'] || 'formerNames' in row) return row
  const names = [...(before['formerNames'] as string[]), before['name'] as string]
  return { ...row, formerNames: names.filter((name) => name !== row['name']) }
}

export const personShelf: Shelf = {
  async onFile(db) {
    const assigned = await shorthand(db)
    const rows = await allPeople(db)
    return new Map(rows.map((row) => [row.userid, { ...row, assigned: assigned.get(row.userid) ?? [] }]))
  },
  written: (row) => said(personKind, { ...row, userid: row['written'], county: row['county'] ?? CITY }),
  wanted(values, before, { isCity }) {
    const row = atCityLevel(named(values), isCity)
    const userid = row['userid'] as string
    // The first spelling stays: the same letters in another case are no change.
    return { ...row, userid: userId(userid), written: before?.['written'] ?? userid }
  },
  add({ assigned, ...row }) {
    const person = { alsoRoles: [], withdrawn: false, ...row } as unknown as typeof people.$inferInsert
    return [insert(people, person), ...reassign(person.userid, assigned as SchoolCode[], [])]
  },
  change(key, { assigned, ...changes }, before) {
    const userid = userId(key)
    const own = Object.keys(changes).length > 0 ? [update(people, changes, { userid })] : []
    return assigned
      ? [...own, ...reassign(userid, assigned as SchoolCode[], before['assigned'] as SchoolCode[])]
      : own
  },
}

/** Only rows without dates are the shorthand's own; what has dates came with its own file and stays. */
function reassign(inspector: UserId, wanted: SchoolCode[], before: SchoolCode[]): Write[] {
  const undated = { fromOn: ALWAYS }
  return [
    ...wanted
      .filter((school) => !before.includes(school))
      .map((school) => insertNew(assignments, { inspector, school, ...undated })),
    ...before
      .filter((school) => !wanted.includes(school))
      .map((school) => remove(assignments, { inspector, school, ...undated })),
  ]
}

async function shorthand(db: Db): Promise<Map<string, string[]>> {
  const assigned = new Map<string, string[]>()
  for (const { inspector, school, fromOn } of await allAssignments(db))
    if (fromOn === ALWAYS) assigned.set(inspector, [...(assigned.get(inspector) ?? []), school])
  for (const [inspector, schools] of assigned) assigned.set(inspector, schools.sort())
  return assigned
}

const TABLE_NAMES: Record<string, string> = {
  school_phone: 'phone',
  school_code: 'school',
  assigned_school_codes: 'assigned',
}

const tableName = (id: string) => TABLE_NAMES[id] ?? fieldOf(id)

const said = ({ columns }: Kind, row: Row): Values =>
  Object.fromEntries(columns.map(({ id }) => [id, (row[tableName(id)] ?? null) as Value]))

function named(values: Values): Row {
  const row: Row = {}
  for (const [id, value] of Object.entries(values)) row[tableName(id)] = value
  if (row['withdrawn'] === null) row['withdrawn'] = false
  // Which schools, not in which order.
  if (Array.isArray(row['assigned'])) row['assigned'] = row['assigned'].toSorted()
  return row
}

const atCityLevel = (row: Row, isCity: (place: unknown) => boolean): Row =>
  isCity(row['county']) ? { ...row, county: null } : row
