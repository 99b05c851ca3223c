import { newVersion, type Versions } from '#db/roster.ts'
import type { Store, Write } from '#db/store.ts'
import type { Kind, KindId } from './kinds/kind.ts'
import { awaitNotices } from './newly-bound.ts'
import type { ParsedRow } from './parse.ts'
import { aroundOf } from './around.ts'
import { isCity, isInRoster, type Roster } from './roster.ts'
import { SHELVES } from './shelves.ts'
import { madeCounty } from './shelves/roster.ts'
import type { By, Row } from './shelves/shelf.ts'

export type Counts = { added: number; changed: number; unchanged: number }

/** Swaps the checked rows of one file into the database, in one commit. Nothing new, nothing written. */
export async function swapIn(
  store: Store,
  roster: Roster,
  kind: Kind,
  rows: readonly ParsedRow[],
  by: By,
  onRow: (done: number) => void = () => {},
): Promise<Counts> {
  const shelf = SHELVES[kind.id]
  const onFile = isInRoster(kind.id) ? roster[kind.id] : await shelf.onFile(store.db, rows)
  const inFile = new Set(rows.map(({ key }) => key))
  const around = await aroundOf(store.db, roster, kind)
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const writes = makeCounties(roster, kind, rows, by)
  for (const [i, row] of rows.entries()) {
    onRow(i + 1)
    const key = shelf.filedAs?.(row.key, onFile, inFile) ?? row.key
    const before = onFile.get(key)
    const wanted = shelf.wanted(row.values, before, around)
    const changes = before && differing(before, wanted)
    if (!before || !changes) writes.push(...shelf.add(wanted, by, onFile))
    else if (changes.length > 0) writes.push(...shelf.change(key, Object.fromEntries(changes), before, by))
    if (kind.id === 'people' && isBound(changes))
      writes.push(...(await awaitNotices(store.db, wanted, roster.versions.roster + 1)))
    counts[!changes ? 'added' : changes.length > 0 ? 'changed' : 'unchanged']++
    if (key !== row.key) onFile.delete(key)
    onFile.set(row.key, { ...before, ...wanted })
  }
  if (writes.length > 0) await store.commit([...writes, ...moveOn(roster.versions, kind.id)])
  return counts
}

// Somebody new, or in another post than before.
const isBound = (changes: [name: string, value: unknown][] | undefined): boolean =>
  !changes || changes.some(([name]) => name === 'school' || name === 'role')

/** Who keeps the roster, the calendar or the words in memory reads them again. */
function moveOn(versions: Versions, kind: KindId): Write[] {
  // The calendars are kept with the roster.
  const isKept = isInRoster(kind) || kind === 'teaching_calendar' || kind === 'holidays'
  if (!isKept) return []
  const kept = kind === 'lexicon' ? 'lexicon' : 'roster'
  return [newVersion(kept, ++versions[kept])]
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
    writes.push(...SHELVES.places.add(madeCounty(name), by, roster.places))
  }
  return writes
}
