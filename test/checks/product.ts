import { openNode } from '#db/node.ts'
import { readRecords } from '#db/records.ts'
import { day, instantOf } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import { csvFiles } from './csv.ts'
import type { Line } from './oracle/line.ts'
import type { Files } from './oracle/rows.ts'

/** The product on a database that holds nothing but these files: its lines of a day. A refused file is an error. */
export async function productOf(files: Files): Promise<(D: string) => Line[]> {
  const store = await openNode(':memory:', { kind: 'live' })
  try {
    const results = await importFiles(store, csvFiles(files), { at: instantOf('2029-12-31T10:00:00+08:00') })
    const refused = results.filter(({ errors }) => errors.length > 0)
    if (refused.length > 0) throw new Error(refused.map((file) => JSON.stringify(file)).join('\n'))
    const records = await readRecords(store.db)
    return (D) => linesOf(asOf(records, day(D))) as Line[]
  } finally {
    await store.close()
  }
}
