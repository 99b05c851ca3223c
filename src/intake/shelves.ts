import { change, create, type Act } from '#db/history.ts'
import type { WordRow } from '#db/lexicon.ts'
import { assignments, lexicon, people, places, schools } from '#db/schema/roster.ts'
import { insert, insertNew, remove, update, type Write } from '#db/store.ts'
import { userId, type SchoolCode, type UserId, type WordId } from '#src/domain/words.ts'
import { meaningOf, type LexiconKind } from '#src/language/lexicon/own-words.ts'
import type { KindId } from './kinds.ts'
import type { Values } from './parse.ts'

/** A row under the names of its table; a person's responsible schools stand in it as `assigned`. */
export type Row = Record<string, unknown>

/** How the rows of one kind are kept. */
export type Shelf = {
  /** What a row of a file says, and what follows from it, for the row that is on file. */
  wanted(values: Values, before: Row | undefined, isCity: (place: unknown) => boolean): Row
  add(row: Row, by: By): Write[]
  change(key: string, changes: Row, before: Row, by: By): Write[]
}

/** Who imports, when, by which way and in which words: for the history of what has one. */
export type By = Omit<Act, 'kind'>

const placeShelf: Shelf = {
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

const schoolShelf: Shelf = {
  wanted: (values, before, isCity) => withFormerName(atCityLevel(named(values), isCity), before),
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

const personShelf: Shelf = {
  wanted(values, before, isCity) {
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
  const undated = { fromOn: null, toOn: null }
  return [
    ...wanted
      .filter((school) => !before.includes(school))
      .map((school) => insertNew(assignments, { inspector, school, ...undated })),
    ...before
      .filter((school) => !wanted.includes(school))
      .map((school) => remove(assignments, { inspector, school, ...undated })),
  ]
}

const lexiconShelf: Shelf = {
  wanted({ kind, word, means, ...values }, before) {
    const row = { kind, word, means: meaningOf(kind as LexiconKind, means as string) }
    const isSaid = !before || 'withdrawn' in values
    return isSaid ? { ...row, state: isInForce(values) ? 'in_force' : 'withdrawn' } : row
  },
  add(row, by) {
    const word = row as Pick<WordRow, 'kind' | 'word' | 'means' | 'state'>
    const id = `word:${word.kind}:${word.word}` as WordId
    return create(lexicon, { id, seq: 1, ...word }, { ...by, kind: 'word.add' })
  },
  change: (_, changes, before, by) =>
    change(lexicon, before as WordRow, changes, {
      ...by,
      kind: changes['state'] === 'withdrawn' ? 'word.withdraw' : 'word.change',
    }),
}

/** Whether a row of a sheet of words adds its word or takes it away. */
export const isInForce = (values: Values): boolean => values['withdrawn'] !== true

export const SHELVES: Record<KindId, Shelf> = {
  places: placeShelf,
  schools: schoolShelf,
  people: personShelf,
  lexicon: lexiconShelf,
}

/** A county made from its name in another file. */
export const madeCounty = (name: string): Row => ({
  name,
  level: 'county',
  government: true,
  filed: false,
})

const TABLE_NAMES: Record<string, string> = {
  school_phone: 'phone',
  school_code: 'school',
  assigned_school_codes: 'assigned',
}

const tableName = (id: string) =>
  TABLE_NAMES[id] ?? id.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

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
