import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

/**
 * What shared code may do with a database. Reads go through drizzle; writes are data, applied together by `commit`.
 * `transaction` is not offered: D1 has none, and on better-sqlite3 it would tear the grouped commit.
 */
export type Db = Pick<BaseSQLiteDatabase<'sync' | 'async', unknown>, 'select' | 'selectDistinct' | '$count'>

type Value = string | number | boolean | null | object

/** A column is compared for equality, with `atMost` for ≤, or must only be there. */
export type Where = Record<string, Value | { atMost: number } | { present: true }>

export type Write = {
  readonly op: 'insert' | 'insertNew' | 'upsert' | 'update' | 'remove'
  readonly table: SQLiteTable
  readonly values: Record<string, Value>
  readonly where: Where
}

export type Store = {
  readonly db: Db
  /** Applies all of them or none; tells for each how many rows it changed. An empty list is a no-op. */
  commit(writes: readonly Write[]): Promise<readonly number[]>
  close(): Promise<void>
}

type Row<T extends SQLiteTable> = T['$inferInsert']

/** Fails the whole commit when a unique key is taken. */
export const insert = <T extends SQLiteTable>(table: T, values: Row<T>): Write => ({
  op: 'insert',
  table,
  values: values as Record<string, Value>,
  where: {},
})

/** Leaves an existing row alone. */
export const insertNew = <T extends SQLiteTable>(table: T, values: Row<T>): Write => ({
  ...insert(table, values),
  op: 'insertNew',
})

/** Inserts, or sets every named column of the row with the same primary key. */
export const upsert = <T extends SQLiteTable>(table: T, values: Row<T>): Write => ({
  ...insert(table, values),
  op: 'upsert',
})

export const update = <T extends SQLiteTable>(table: T, values: Partial<Row<T>>, where: Where): Write => ({
  op: 'update',
  table,
  values: values as Record<string, Value>,
  where,
})

export const remove = (table: SQLiteTable, where: Where): Write => ({
  op: 'remove',
  table,
  values: {},
  where,
})

/**
 * The columns of the unique key that a failed commit ran into, or null for any other failure. The three shapes of
 * errors (SqliteError, DrizzleQueryError, D1_ERROR) have this text in common.
 */
export function takenKey(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    const match = /UNIQUE constraint failed: ([^\n:]+)/.exec(each.message)
    if (match) return (match[1] as string).trim()
  }
  return null
}
