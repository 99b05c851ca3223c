import { strToU8, zipSync } from 'fflate'

/** A cell as a workbook stores it: numbers as they were typed, a day as its serial number with a date format. */
export type Cell =
  string | boolean | { number: string } | { serial: string; format: 'built-in' | 'chinese' } | null

const STYLES = { 'built-in': 1, chinese: 2 }

function cellXml(cell: Cell, address: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string')
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('number' in cell) return `<c r="${address}"><v>${cell.number}</v></c>`
  return `<c r="${address}" s="${STYLES[cell.format]}"><v>${cell.serial}</v></c>`
}

const rowXml = (cells: Cell[], row: number) =>
  `<row r="${row}">${cells.map((cell, i) => cellXml(cell, `${String.fromCharCode(65 + i)}${row}`)).join('')}</row>`

const sheetXml = (rows: Cell[][]) =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows.map((cells, i) => rowXml(cells, i + 1)).join('')}</sheetData></worksheet>`

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const part = (xml: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)

/** The bytes of a workbook, one table a sheet. */
export function xlsx(...sheets: Cell[][][]): Uint8Array {
  const each = (make: (n: number) => string) => sheets.map((_, i) => make(i + 1)).join('')
  const files: Record<string, Uint8Array> = {
    'xl/workbook.xml': part(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((n) => `<sheet name="表${n}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': part(
      `<Relationships xmlns="${RELATIONS}">${each((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
    ),
    'xl/styles.xml': part(
      `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    ),
  }
  for (const [i, rows] of sheets.entries()) files[`xl/worksheets/sheet${i + 1}.xml`] = part(sheetXml(rows))
  return zipSync(files)
}
