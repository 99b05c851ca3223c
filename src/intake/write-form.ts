import type { Table } from '#src/domain/table.ts'
import type { Instant } from '#src/domain/day.ts'
import { guarded } from './csv.ts'
import { HEADING, workbook, type CellStyle, type Sheet } from './write-xlsx.ts'

/** Of the columns of a form, in characters of Western type: the last one holds words and is wide. */
const NARROW = 12
const WIDE = 44

const TITLE: CellStyle = { font: { bold: true, size: 18 }, alignment: { horizontal: 'center' } }
const PLAIN: CellStyle = { alignment: { vertical: 'center', wrapText: true } }

/** A table that is to be printed and signed: its title, whom it is about, the list, and where to sign. The same bytes for the same moment. */
export function writeForm({ headings, rows, form }: Required<Table>, at: Instant): Promise<Uint8Array> {
  const { title, lead, foot } = form
  const above = [title, ...lead]
  const all = [...above.map((line) => [line]), headings, ...rows, ...foot.map((line) => [line])]
  const last = headings.length - 1
  const linesAlone = all.flatMap((cells, row) => (cells.length === 1 ? [row] : []))
  const sheet: Sheet = {
    name: title,
    columns: headings.map((_, i) => ({ width: i === 0 ? 2 * NARROW : i === last ? WIDE : NARROW })),
    rows: all.map((cells) => cells.map(guarded)),
    merges: linesAlone.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    cells: new Map(
      all.flatMap((cells, row) =>
        cells.map((value, column) => [
          `${row},${column}`,
          { value: guarded(value), type: 'string', style: styleOf(row, above.length) },
        ]),
      ),
    ),
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
  return workbook([sheet], at)
}

const styleOf = (row: number, heading: number): CellStyle =>
  row === 0 ? TITLE : row === heading ? HEADING : PLAIN
