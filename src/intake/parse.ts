import { UserError } from '#src/domain/errors.ts'
import { userId } from '#src/domain/words.ts'
import { cellReader, type Value } from './cells.ts'
import type { Column, Kind } from './kinds/kind.ts'
import type { FileColumn } from './recognise.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** One thing wrong with a file: where, what, and what to write instead. What is wrong with all of it has no line. */
export type Problem = { line: number | null; column: string | null; message: string }

export type Values = Readonly<Record<string, Value>>

/** A row as values under the ids of its columns; `key` tells it from every other row of its kind. */
export type ParsedRow = { line: number; key: string; values: Values }

/** All that reading needs to know of a kind. */
type Layout = Pick<Kind, 'key' | 'columns' | 'refuse'>

/** Reads every cell of a file of one kind and reports all that is wrong, not only the first. */
export function parseRows(
  kind: Layout,
  columns: readonly FileColumn[],
  sheet: Sheet,
  onRow: (done: number, all: number) => void = () => {},
) {
  const problems: Problem[] = []
  const headings = new Map(columns.map(({ column, heading }) => [column.id, heading]))
  const readers = columns.map((column) => ({ ...column, read: cellReader(column.column) }))
  const rows = sheet.rows.map((row, i) => {
    onRow(i + 1, sheet.rows.length)
    return readRow(kind, readers, row, problems)
  })
  return { headings, rows, problems: [...problems, ...repeated(kind, headings, rows), ...headless(sheet)] }
}

type Reader = FileColumn & { read(written: string): Value }

function readRow(kind: Layout, readers: Reader[], { line, cells }: SheetRow, problems: Problem[]): ParsedRow {
  const values: Record<string, Value> = {}
  const unread = new Set<Reader>()
  for (const reader of readers) {
    try {
      values[reader.column.id] = reader.read(cells[reader.index] ?? '')
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      unread.add(reader)
      problems.push({ line, column: reader.heading, message: error.message })
    }
  }
  for (const reader of readers)
    if (!unread.has(reader) && isEmpty(values[reader.column.id]) && isNeeded(reader.column, values))
      problems.push({ line, column: reader.heading, message: `不能为空。请填写${reader.column.heading}。` })
  for (const { column, message } of kind.refuse?.(values) ?? [])
    problems.push({
      line,
      column: readers.find((each) => each.column.id === column)?.heading ?? null,
      message,
    })
  return { line, key: keyOf(kind, values), values }
}

export const isEmpty = (value: Value | undefined) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)

function isNeeded({ need, neededWhen }: Column, values: Values): boolean {
  return need === 'value' || (neededWhen !== undefined && values[neededWhen[0]] === neededWhen[1])
}

/** Names a row among those of its kind. NUL stands in no file, so the parts stay apart. */
export const keyOf = (kind: Layout, values: Values): string =>
  kind.key
    .map((id) => {
      const part = String(values[id] ?? '')
      const type = kind.columns.find((column) => column.id === id)?.type
      return type === 'userid' || type === 'who' ? userId(part) : part
    })
    .join('\0')

/** Rows that a file has twice. */
export function repeated(
  kind: Layout,
  headings: ReadonlyMap<string, string>,
  rows: readonly ParsedRow[],
): Problem[] {
  const [id] = kind.key
  const column = headings.get(id) ?? null
  const first = new Map<string, number>()
  return rows.flatMap(({ key, line, values }) => {
    if (isEmpty(values[id])) return []
    const before = first.get(key)
    if (before === undefined) first.set(key, line)
    if (before === undefined) return []
    const message = `「${key.replaceAll('\0', '、')}」与第 ${before} 行重复。一个文件里只能有一行，请删去一行。`
    return [{ line, column, message }]
  })
}

function headless({ headings, rows }: Sheet): Problem[] {
  const found = new Map<number, number>()
  for (const { line, cells } of rows)
    for (const [index, cell] of cells.entries())
      if (cell.trim() !== '' && (headings[index] ?? '').trim() === '' && !found.has(index))
        found.set(index, line)
  return [...found].map(([index, line]) => ({
    line,
    column: null,
    message: `第 ${index + 1} 列有内容，却没有表头。请在第一行补上表头，或删去这一列。`,
  }))
}
