import type { Value } from './cells.ts'

/** A table as CSV: with a BOM, by which Excel knows UTF-8. */
export const csv = (headings: readonly string[], rows: readonly (readonly Value[])[]): string =>
  '\uFEFF' + [headings, ...rows].map((cells) => cells.map(cell).join(',') + '\r\n').join('')

function cell(value: Value): string {
  const text = guarded(Array.isArray(value) ? value.join('|') : String(value ?? ''))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A spreadsheet would run what begins with these as a formula; import takes the `'` away again. */
export const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
