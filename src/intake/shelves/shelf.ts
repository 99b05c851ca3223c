import type { Act } from '#db/history.ts'
import type { Db, Write } from '#db/store.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import type { ParsedRow, Values } from '../parse.ts'

/** A row under the names of its table; a person's responsible schools stand in it as `assigned`. */
export type Row = Record<string, unknown>

/** The rows of one kind by their keys. */
export type Rows = Map<string, Row>

/** Who imports, when, by which way and in which words: for the history of what has one. */
export type By = Omit<Act, 'kind'>

/** What a row takes from the roster. */
export type Around = {
  isCity(place: unknown): boolean
  /** The county that runs a school; null: the city. */
  countyOf(school: SchoolCode): string | null
  /** Who is responsible for a school, else somebody of its office. */
  inspectorOf(school: SchoolCode): UserId
}

/** How the rows of one kind are kept. */
export type Shelf = {
  /** Those with which the rows of a file are compared; without a file, and of what stays small, all. */
  onFile(db: Db, rows?: readonly ParsedRow[]): Promise<Rows>
  /** What a file says of a row on file; null where no file has named it as its own. */
  written(row: Row): Values | null
  /** What a row of a file says, and what follows from it, for the row that is on file. */
  wanted(values: Values, before: Row | undefined, around: Around): Row
  add(row: Row, by: By, onFile: Rows): Write[]
  change(key: string, changes: Row, before: Row, by: By): Write[]
  /** The key on file under which a row of the file was filed before all of its key was known. */
  filedAs?(key: string, onFile: Rows, inFile: ReadonlySet<string>): string
}

/** The field that a column is kept in: `term_start` in `termStart`. */
export const fieldOf = (id: string): string =>
  id.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What fields held before they were changed. */
export const old = (before: Row, changes: Row): Row =>
  Object.fromEntries(Object.keys(changes).map((name) => [name, before[name] ?? null]))
