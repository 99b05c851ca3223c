import type { Db } from '#db/store.ts'
import type { Value } from './cells.ts'
import type { Kind } from './kinds/kind.ts'
import type { Values } from './parse.ts'
import { SHELVES } from './shelves.ts'

/** All rows on file of one kind, withdrawn ones too, as a file would say them; in the order of their keys. */
export async function rowsToExport(db: Db, kind: Kind): Promise<Values[]> {
  const shelf = SHELVES[kind.id]
  const rows = [...(await shelf.onFile(db)).values()].map((row) => shelf.written(row))
  const keyOf = (values: Values) => kind.key.map((id) => String(values[id] ?? '')).join('\0')
  return rows
    .filter((values) => values !== null)
    .map((values) => ({ key: keyOf(values), values }))
    .sort(byKey)
    .map(({ values }) => values)
}

// By code unit: the same on every machine.
const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** The cells of a row in the order of the kind's columns. */
export const cellsOf = (kind: Kind, values: Values): Value[] =>
  kind.columns.map(({ id }) => values[id] ?? null)
