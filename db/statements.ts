import { and, eq, getTableColumns, lte, sql, type SQL } from 'drizzle-orm'
import { getTableConfig, type BaseSQLiteDatabase, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Where, Write } from './store.ts'

type Writer = Pick<BaseSQLiteDatabase<'sync' | 'async', unknown>, 'insert' | 'update' | 'delete'>
type Fill = (group: 'values' | 'where', column: string) => unknown

const isPresent = (value: unknown): value is { present: true } =>
  typeof value === 'object' && value !== null && 'present' in value

const isAtMost = (value: unknown): value is { atMost: number } =>
  typeof value === 'object' && value !== null && 'atMost' in value

const comparison = (value: unknown): string =>
  isAtMost(value) ? '<=' : isPresent(value) ? ' is not null' : value === null ? ' is null' : '='

/** Names what makes two writes the same statement with other values. */
export const shapeOf = (write: Write): string =>
  `${write.op} ${Object.keys(write.values).join()} ${Object.entries(write.where)
    .map(([column, value]) => column + comparison(value))
    .join()}`

const columnOf = (table: SQLiteTable, name: string) => {
  const column = getTableColumns(table)[name]
  if (!column) throw new Error(`${getTableConfig(table).name} has no column ${name}`)
  return column
}

function condition(table: SQLiteTable, where: Where, fill: Fill): SQL | undefined {
  return and(
    ...Object.entries(where).map(([name, value]) => {
      const column = columnOf(table, name)
      if (value === null) return sql`${column} is null`
      if (isPresent(value)) return sql`${column} is not null`
      // As a parameter of its column, so that a yes or no and a record are written as that column writes them.
      const given = sql.param(fill('where', name), column)
      return isAtMost(value) ? lte(column, given) : eq(column, given)
    }),
  )
}

/** One value of a write as its handler gave it. */
export function valueIn(write: Write, group: 'values' | 'where', name: string): unknown {
  const value = write[group][name]
  return group === 'where' && isAtMost(value) ? value.atMost : value
}

/** The drizzle builder of a write; `fill` gives either its values or placeholders for them. */
export function statementOf(db: Writer, write: Write, fill: Fill) {
  const { table, op } = write
  const values = Object.fromEntries(Object.keys(write.values).map((name) => [name, fill('values', name)]))
  if (op === 'update')
    return db
      .update(table)
      .set(values)
      .where(condition(table, write.where, fill))
  if (op === 'remove') return db.delete(table).where(condition(table, write.where, fill))
  const insert = db.insert(table).values(values)
  if (op === 'insertNew') return insert.onConflictDoNothing()
  if (op === 'upsert') return insert.onConflictDoUpdate(overwrite(table, Object.keys(values)))
  return insert
}

/** Every named column but the key takes the value that the insert brought. */
function overwrite(table: SQLiteTable, names: string[]) {
  const columns = getTableColumns(table)
  const named = getTableConfig(table).primaryKeys[0]?.columns.map((column) => column.name)
  const isKey = (name: string) => columns[name]?.primary || named?.includes(columns[name]?.name ?? '')
  const keys = Object.keys(columns).filter(isKey)
  const rest = names.filter((name) => !keys.includes(name))
  return {
    target: keys.map((name) => columnOf(table, name)),
    set: Object.fromEntries(rest.map((name) => [name, sql.raw(`excluded."${columnOf(table, name).name}"`)])),
  }
}
