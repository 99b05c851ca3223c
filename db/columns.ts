import {
  getTableConfig,
  integer,
  real as realColumn,
  text as textColumn,
  type SQLiteTable,
} from 'drizzle-orm/sqlite-core'
import type { Day, Instant } from '#src/domain/day.ts'

/** All that tables are made of. Few makers, so that a store on another database has few words to translate. */
export const id = <T extends string = string>(name: string) => textColumn(name).$type<T>()
export const text = <T extends string = string>(name: string) => textColumn(name).$type<T>()
export const whole = (name: string) => integer(name)
export const real = (name: string) => realColumn(name)
export const yes = (name: string) => integer(name, { mode: 'boolean' })
export const json = <T>(name: string) => textColumn(name, { mode: 'json' }).$type<T>()
export const instant = (name: string) => integer(name).$type<Instant>()
export const day = (name: string) => textColumn(name).$type<Day>()

/** A yes or no that is no until somebody says yes. */
export const no = (name: string) => yes(name).notNull().default(false)
/** Several values; none where nothing was said. */
export const list = <T extends string = string>(name: string) => json<T[]>(name).notNull().default([])

/** Since when the record is in its state; `db/history.ts` writes it with every change of state, for what the clock asks. */
export const since = () =>
  instant('since')
    .notNull()
    .default(0 as Instant)

/**
 * What every record of an office's files has: the id that its history stands under, how often it was changed, and whether
 * it was taken back. What tells it from the others of its table is the table's unique key.
 */
export const filed = () => ({
  id: id('id').primaryKey(),
  seq: whole('seq').notNull(),
  withdrawn: no('withdrawn'),
})

/** What each column of a table holds where nothing is said: null, or what it begins with (no, none). */
export const emptyColumns = (table: SQLiteTable): ReadonlyMap<string, unknown> =>
  new Map(
    getTableConfig(table).columns.map(({ name, notNull, default: first }) => [name, notNull ? first : null]),
  )
