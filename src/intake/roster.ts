import {
  allAssignments,
  allPeople,
  allPlaces,
  allSchools,
  newVersion,
  versionsOf,
  type Versions,
} from '#db/roster.ts'
import { allWords } from '#db/lexicon.ts'
import type { Db, Store, Write } from '#db/store.ts'
import type { WordWritten } from '#src/language/lexicon/refusals.ts'
import type { KnownSchool } from '#src/language/understanding.ts'
import type { Kind, KindId } from './kinds.ts'
import { awaitNotices } from './newly-bound.ts'
import type { ParsedRow } from './parse.ts'
import type { AroundWords } from './lexicon.ts'
import type { Known, OpenedFile } from './references.ts'
import { madeCounty, SHELVES, type By, type Row } from './shelves.ts'

/** All that is on file, by kind and key. */
export type Roster = Record<KindId, Map<string, Row>> & { versions: Versions }

export type Counts = { added: number; changed: number; unchanged: number }

export async function readRoster(db: Db): Promise<Roster> {
  const [people, assigned] = [await allPeople(db), await shorthand(db)]
  return {
    versions: await versionsOf(db),
    places: new Map((await allPlaces(db)).map((row) => [row.name, row])),
    schools: new Map((await allSchools(db)).map((row) => [row.code, row])),
    people: new Map(people.map((row) => [row.userid, { ...row, assigned: assigned.get(row.userid) ?? [] }])),
    lexicon: new Map((await allWords(db)).map((row) => [`${row.kind}\0${row.word}`, row])),
  }
}

async function shorthand(db: Db): Promise<Map<string, string[]>> {
  const assigned = new Map<string, string[]>()
  for (const { inspector, school, fromOn, toOn } of await allAssignments(db))
    if (fromOn === null && toOn === null)
      assigned.set(inspector, [...(assigned.get(inspector) ?? []), school])
  for (const [inspector, schools] of assigned) assigned.set(inspector, schools.sort())
  return assigned
}

// How the city level is written beside the name of the city's own row.
const CITY_LEVEL = ['city', '市直']

const isCity = (roster: Roster, place: unknown): boolean =>
  typeof place === 'string' && (CITY_LEVEL.includes(place) || roster.places.get(place)?.['level'] === 'city')

export const keysOnFile = (roster: Roster): Known => ({
  place: new Set([...roster.places.keys(), ...CITY_LEVEL]),
  school: new Set(roster.schools.keys()),
  person: new Set(roster.people.keys()),
})

/** True once a row of county level has come with a file of kind `places`, withdrawn or not. */
export const countyFiled = (roster: Roster): boolean =>
  [...roster.places.values()].some((row) => row['filed'] === true && row['level'] === 'county')

/** What words are held against: the schools on file and in the files that come with them, and the words on file. */
export function aroundWords(files: readonly OpenedFile[], roster: Roster): AroundWords {
  const coming = files
    .filter(({ kind }) => kind.id === 'schools')
    .flatMap(({ rows }) => rows.map(({ values }) => ({ formerNames: values['former_names'], ...values })))
  return {
    schools: [...roster.schools.values(), ...coming].map(asSchool),
    onFile: [...roster.lexicon.values()].filter(({ state }) => state === 'in_force').map(asWord),
  }
}

const asSchool = ({ code, name, county, aliases, formerNames }: Row): KnownSchool =>
  ({
    code,
    name,
    county: county ?? null,
    aliases: aliases ?? [],
    formerNames: formerNames ?? [],
  }) as KnownSchool

const asWord = ({ kind, word, means }: Row): WordWritten => ({ kind, word, means }) as WordWritten

/** Swaps the checked rows of one file into the database, in one commit. Nothing new, nothing written. */
export async function swapIn(
  store: Store,
  roster: Roster,
  kind: Kind,
  rows: readonly ParsedRow[],
  by: By,
): Promise<Counts> {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const writes = makeCounties(roster, kind, rows, by)
  for (const { key, values } of rows) {
    const before = roster[kind.id].get(key)
    const shelf = SHELVES[kind.id]
    const wanted = shelf.wanted(values, before, (place) => isCity(roster, place))
    const changes = before ? differing(before, wanted) : null
    if (!changes) writes.push(...shelf.add(wanted, by))
    else if (before && changes.length > 0)
      writes.push(...shelf.change(key, Object.fromEntries(changes), before, by))
    const isBound =
      kind.id === 'people' && (!changes || changes.some(([name]) => name === 'school' || name === 'role'))
    if (isBound) writes.push(...(await awaitNotices(store.db, wanted, roster.versions.roster + 1)))
    counts[!changes ? 'added' : changes.length > 0 ? 'changed' : 'unchanged']++
    roster[kind.id].set(key, { ...before, ...wanted })
  }
  const kept = kind.id === 'lexicon' ? 'lexicon' : 'roster'
  if (writes.length > 0) await store.commit([...writes, newVersion(kept, ++roster.versions[kept])])
  return counts
}

const differing = (before: Row, wanted: Row) =>
  Object.entries(wanted).filter(([name, value]) => !same(value, before[name]))

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function makeCounties(roster: Roster, kind: Kind, rows: readonly ParsedRow[], by: By): Write[] {
  const ids = kind.columns.filter((column) => column.makesCounty).map((column) => column.id)
  const names = new Set(rows.flatMap(({ values }) => ids.map((id) => values[id])))
  const writes: Write[] = []
  for (const name of names) {
    if (typeof name !== 'string' || isCity(roster, name) || roster.places.has(name)) continue
    roster.places.set(name, madeCounty(name))
    writes.push(...SHELVES.places.add(madeCounty(name), by))
  }
  return writes
}
