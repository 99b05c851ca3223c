import { CsvError, parse } from 'csv-parse/sync'
import { readSheet as readWorkbook } from 'read-excel-file/node'
import { UserError } from '#src/domain/errors.ts'

/** A table as it was written: `line` is the row number that Excel shows, empty rows counted but left out. */
export type Sheet = { headings: string[]; rows: SheetRow[] }
export type SheetRow = { line: number; cells: string[] }

const MAX_BYTES = 20 * 1024 * 1024
const MAX_ROWS = 100_000

/** Reads a CSV (UTF-8 or GB18030) or the first sheet of an XLSX; the bytes tell which, not the name. */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  if (bytes.length === 0) throw new UserError('文件是空的。请确认选对了文件。')
  if (bytes.length > MAX_BYTES) throw new UserError('文件超过 20 MB。请拆成几个文件，分别导入。')
  const table = startsWith(bytes, 0x50, 0x4b) ? await xlsxTable(bytes) : csvTable(textOf(bytes))
  return sheetOf(table)
}

function sheetOf(table: string[][]): Sheet {
  const [first, ...rest] = table
  if (table.every(isBlank)) throw new UserError('文件里没有内容。第一行要写表头，从第二行起每行一条。')
  if (first === undefined || isBlank(first)) throw new UserError('第一行是空的。请把表头放在第一行。')
  const rows = rest.map((cells, i) => ({ line: i + 2, cells })).filter((row) => !isBlank(row.cells))
  if (rows.length > MAX_ROWS) throw new UserError('文件超过 10 万行。请拆成几个文件，分别导入。')
  return { headings: first, rows }
}

const isBlank = (cells: string[]) => cells.every((cell) => cell.trim() === '')

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)

function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new UserError(
      '这是旧版 .xls 文件或加了密码的表格。请在 Excel 中另存为 .xlsx 或 CSV（不加密码）后再导入。',
    )
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    throw new UserError('这是 Unicode 文本。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”或 .xlsx 后再导入。')
  const text = decoded('utf-8', bytes) ?? decoded('gb18030', bytes)
  if (text === null || text.includes('\0'))
    throw new UserError('认不出这个文件。请在 Excel 中另存为 .xlsx 或“CSV UTF-8（逗号分隔）”后再导入。')
  if (/^\s*</.test(text)) throw new UserError('这是网页格式的表格。请用 Excel 打开，另存为 .xlsx 后再导入。')
  return text
}

// Strict: Chinese text in GB18030 is practically never well-formed UTF-8. The decoder drops a BOM itself.
function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function csvTable(text: string): string[][] {
  try {
    return parse(text.replace(/\r\n?/g, '\n'), { record_delimiter: '\n', relax_column_count: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UserError(
      `第 ${Number(error['lines'])} 行附近的引号不成对。请检查英文双引号，或在 Excel 中另存为 .xlsx 后再导入。`,
    )
  }
}

async function xlsxTable(bytes: Uint8Array): Promise<string[][]> {
  try {
    const rows = await readWorkbook(Buffer.from(bytes), { trim: false, parseNumber: numberText })
    return (rows as unknown as XlsxCell[][]).map((cells) => cells.map(xlsxText))
  } catch (error) {
    throw new UserError('打不开这个 .xlsx 文件，它可能已损坏。请在 Excel 中重新保存后再导入。', {
      cause: error,
    })
  }
}

// The library types a date cell as the constructor of dates; it gives dates at midnight UTC.
type XlsxCell = string | boolean | null | { toISOString(): string }

function xlsxText(cell: XlsxCell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.toISOString().slice(0, 10) : String(cell)
}

/**
 * A number cell as it reads in Excel, which keeps 15 digits. A longer whole number (a code typed into a number cell) has
 * lost its last digits, and stays in scientific notation for the reader of cells to refuse.
 */
function numberText(written: string): string {
  const value = Number(Number(written).toPrecision(15))
  return Math.abs(value) < 1e15 ? String(value) : value.toExponential()
}
