import { emptyColumns } from '#db/columns.ts'
import {
  changeRecord,
  fileRecord,
  RECORD_TABLES,
  recordId,
  recordsOf,
  type Filed,
  type RecordKind,
} from '#db/filing.ts'
import type { Value } from '../cells.ts'
import type { Kind } from '../kinds/kind.ts'
import { keyOf } from '../parse.ts'
import { fieldOf, type Row, type Rows, type Shelf } from './shelf.ts'

/** The shelf of a kind whose columns are the fields of its table, one for one. */
export function recordShelf(kind: Kind & { id: RecordKind }): Shelf {
  const empty = emptyColumns(RECORD_TABLES[kind.id])
  const fields = new Map(kind.columns.map(({ id }) => [id, fieldOf(id)]))
  return {
    async onFile(db) {
      const rows = await recordsOf(db, kind.id)
      return new Map(rows.map((row) => [keyInTable(kind, row), row]))
    },
    written: (row) =>
      Object.fromEntries([...fields].map(([id, field]) => [id, (row[field] ?? null) as Value])),
    wanted: (values) =>
      Object.fromEntries(
        Object.entries(values).map(([id, value]) => [fields.get(id), value ?? empty.get(id)]),
      ),
    add: (row, by, onFile) => fileRecord(kind.id, freeId(kind, row, onFile), row, by),
    change: (_, changes, before, by) => changeRecord(kind.id, before as Filed, changes, by),
    ...(kind.id === 'principal_terms' && { filedAs: withoutStart }),
  }
}

const keyInTable = (kind: Kind, row: Row): string =>
  keyOf(kind, Object.fromEntries(kind.key.map((id) => [id, (row[fieldOf(id)] as string | null) ?? null])))

/** The id of a term keeps an empty start when the start is filled in; the next one without a start needs another. */
function freeId(kind: Kind & { id: RecordKind }, row: Row, onFile: Rows): string {
  const id = recordId(
    kind.id,
    kind.key.map((each) => row[fieldOf(each)]),
  )
  if (kind.id !== 'principal_terms' || row['startOn']) return id
  const taken = new Set([...onFile.values()].map((each) => each['id']))
  return taken.has(id) ? `${id}~${taken.size}` : id
}

/** A term whose start was not known is the one that a start is brought for, unless the file has both. */
function withoutStart(key: string, onFile: Rows, inFile: ReadonlySet<string>): string {
  const unknown = key.replace(/[^\0]*$/, '')
  return !onFile.has(key) && onFile.has(unknown) && !inFile.has(unknown) ? unknown : key
}
