import { secondText, type Instant } from '#src/domain/day.ts'
import type { Table } from '#src/domain/table.ts'
import { csv } from '#src/intake/csv.ts'

/**
 * A table as the file that people get: what is looked through as CSV, what is to be printed and signed as a workbook. Its name has
 * the second of its answer, or the platform would take a file that is asked for twice for a repeat.
 */
export async function tableFile(table: Table, at: Instant): Promise<{ content: Uint8Array; name: string }> {
  const name = `${table.name}_${secondText(at).replaceAll(':', '')}`
  const { headings, rows, form } = table
  if (!form) return { content: new TextEncoder().encode(csv(headings, rows)), name: `${name}.csv` }
  // Few are asked for, and the writer of workbooks is large: it is loaded with the first.
  const { writeForm } = await import('#src/intake/write-form.ts')
  return { content: await writeForm({ ...table, form }, at), name: `${name}.xlsx` }
}
