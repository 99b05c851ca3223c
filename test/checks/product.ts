import { openNode } from '#db/node.ts'
import { readRecords } from '#db/records.ts'
import { day, instantOf } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import { csvFiles } from './csv.ts'
import type { Line } from './oracle/line.ts'
import type { Files } from './oracle/rows.ts'

/**
 * The product on a database that holds nothing but these files: its lines of a day. A refused file is an error. Files
 * that went in earlier have the same keys and other values; what of them is refused does not matter.
 */
export async function productOf(files: Files, earlier: Files = {}): Promise<(D: string) => Line[]> {
  const store = await openNode(':memory:', { kind: 'live' })
  const taken = (each: Files) =>
    importFiles(store, csvFiles(each), { at: instantOf('2029-12-31T10:00:00+08:00') })
  try {
    await taken(earlier)
    const refused = (await taken(files)).filter(({ errors }) => errors.length > 0)
    if (refused.length > 0) throw new Error(refused.map((file) => JSON.stringify(file)).join('\n'))
    const records = await readRecords(store.db)
    return (D) => linesOf(asOf(records, day(D))) as Line[]
  } finally {
    await store.close()
  }
}
