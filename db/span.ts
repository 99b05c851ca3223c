import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Instant } from '#src/domain/day.ts'

/** From a moment on, up to another that is no longer part of it. */
export type Span = { from: Instant; to: Instant }

export const within = (column: SQLiteColumn): SQL =>
  sql`${column} >= ${sql.placeholder('from')} and ${column} < ${sql.placeholder('to')}`
