import { writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx'
import { asDate, day, daysBetween, type Instant } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import type { Value } from './cells.ts'
import { guarded } from './csv.ts'
import { cellsOf } from './export.ts'
import type { Column, ColumnType, Kind } from './kinds/kind.ts'
import type { Values } from './parse.ts'
import { CITY_LABEL } from './roster.ts'
import { validations } from './write-validations.ts'

/** A table as a workbook: Chinese headings and labels, days as days, codes as text. */
export const xlsx = (kind: Kind, rows: readonly Values[]): Promise<Uint8Array> =>
  workbook([tableSheet(kind, rows, ({ heading }) => heading)])

/** Cells and sheets as the library takes them, in a type of our own so that only this file names it. */
export type Sheet = WriteSheet

export type { CellStyle }

/** `made`: the moment that it names as its own, for whoever has to make the same bytes again. */
export const workbook = (sheets: Sheet[], made?: Instant): Promise<Uint8Array> =>
  writeXlsx({
    sheets,
    ...(made === undefined ? {} : { properties: { created: asDate(made), modified: asDate(made) } }),
  })

/** The sheet of a kind that people fill in: headings that stay in sight, a format and a check for each column. */
export function tableSheet(kind: Kind, rows: readonly Values[], heading: (column: Column) => string): Sheet {
  const headings = kind.columns.map(heading)
  return {
    name: kind.heading,
    columns: kind.columns.map((column, i) => ({
      width: widthOf(headings[i]!, column),
      style: { numFmt: FORMATS[column.type] },
    })),
    rows: [
      headings,
      ...rows.map((values) => cellsOf(kind, values).map((value, i) => cell(value, kind.columns[i]!))),
    ],
    cells: new Map(headings.map((value, i) => [`0,${i}`, { value, type: 'string', style: HEADING }])),
    freezePane: { rows: 1 },
    dataValidations: validations(kind, rows.length),
  }
}

export const HEADING: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DBE7FD' } },
  alignment: { vertical: 'center', wrapText: true },
}

const TEXT = '@'
const DAY = 'yyyy-mm-dd'

/** What Excel is to take a cell for: a code in a column of text keeps its zeros and all of its digits. */
const FORMATS: Record<ColumnType, string> = {
  text: TEXT,
  word: TEXT,
  userid: TEXT,
  person: TEXT,
  who: TEXT,
  place: TEXT,
  school: TEXT,
  bool: TEXT,
  enum: TEXT,
  int: '0',
  dec: 'General',
  date: DAY,
}

/** Of a column, in characters of Western type; a Chinese one takes two. */
const NARROWEST = 12
const WIDEST = 40

function widthOf(heading: string, { type, many }: Column): number {
  const usual = many ? 26 : type === 'text' ? 18 : NARROWEST
  return Math.min(WIDEST, Math.max(usual, 2 * heading.length + 4))
}

function cell(value: Value, column: Column): string | number | null {
  if (value === null || value === '') return null
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return text(value.map((each) => label(each, column)).join('|'))
  return column.type === 'date' ? serialOf(value) : text(label(value, column))
}

function label(value: string, { type, values }: Column): string {
  if (type === 'place' && value === CITY) return CITY_LABEL
  return values?.[value] ?? value
}

// `_x000D_` in a workbook means a carriage return: who has written just that must get it back.
const text = (written: string) => guarded(written).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')

/** Before March 1900 Excel counts a day that never was. */
const FIRST_DAY = '1900-03-01'

/** A day as Excel counts it, or as text where it cannot. */
const serialOf = (iso: string): number | string =>
  iso < FIRST_DAY ? iso : daysBetween(day('1899-12-30'), day(iso))
