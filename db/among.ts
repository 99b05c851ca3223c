import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/**
 * Whether a column is one of a list, given as JSON: a single parameter however long the list is (D1 takes a hundred), so
 * that one prepared statement serves all lengths.
 */
export const isAmong = (column: SQLiteColumn, list: string): SQL =>
  sql`${column} in (select value from json_each(${sql.placeholder(list)}))`
