import { CITY } from '#src/domain/records.ts'
import { userId } from '#src/domain/words.ts'
import type { Value } from './cells.ts'
import type { Column } from './kinds/kind.ts'
import { keyOf, repeated, type ParsedRow } from './parse.ts'
import type { OpenedFile } from './references.ts'
import { isCity, isInRoster, type Roster } from './roster.ts'

/**
 * Writes the rows of records as they are kept, whichever of its names a file has for a thing: the city level as `CITY`, an
 * account in lower case. Rows that turn out to be one and the same refuse their file.
 */
export function asKept(files: readonly OpenedFile[], roster: Roster): void {
  const names = namesIn(files, roster)
  for (const file of files) {
    if (isInRoster(file.kind.id)) continue
    file.rows = file.rows.map((row) => rewritten(file, row, names))
    const told = new Set(file.problems.map(({ line }) => line))
    file.problems.push(...repeated(file.kind, file.headings, file.rows).filter(({ line }) => !told.has(line)))
  }
}

type Names = { isCityLevel(place: string): boolean; isAccount(name: string): boolean }

/** Those on file and in the files that come with them. */
function namesIn(files: readonly OpenedFile[], roster: Roster): Names {
  const rowsOf = (kind: string) => files.filter((file) => file.kind.id === kind).flatMap((file) => file.rows)
  const places = new Map([
    ...roster.places,
    ...rowsOf('places').map(({ key, values }) => [key, values] as const),
  ])
  const accounts = new Set([...roster.people.keys(), ...rowsOf('people').map(({ key }) => key)])
  return {
    isCityLevel: (place) => isCity({ places }, place),
    isAccount: (name) => accounts.has(userId(name)),
  }
}

function rewritten({ kind, headings }: OpenedFile, row: ParsedRow, names: Names): ParsedRow {
  const values: Record<string, Value> = { ...row.values }
  for (const column of kind.columns) {
    const value = values[column.id]
    if (!headings.has(column.id)) continue
    if (typeof value === 'string') values[column.id] = nameOf(column, value, names)
    else if (Array.isArray(value)) values[column.id] = value.map((each) => nameOf(column, each, names))
  }
  return { ...row, values, key: keyOf(kind, values) }
}

function nameOf({ type, id }: Column, written: string, { isCityLevel, isAccount }: Names): string {
  if (type === 'place') return isCityLevel(written) ? CITY : written
  return (type === 'who' || id === 'recusals') && isAccount(written) ? userId(written) : written
}
