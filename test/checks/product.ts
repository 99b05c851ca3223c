import Database from 'better-sqlite3'
import { openNode, storeOn, type NodeStore } from '#db/node.ts'
import { readRecords } from '#db/records.ts'
import { day, instantOf } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { asFiled, asOf } from '#src/policy/checks/view/view.ts'
import { csvFiles, type Hand } from './csv.ts'
import type { Line } from './oracle/line.ts'
import type { Files } from './oracle/rows.ts'

let beginning: Buffer | undefined

/** An empty database: made once, since to copy it takes a twentieth of that time. */
async function emptyStore(): Promise<NodeStore> {
  if (beginning) return storeOn(new Database(beginning), 'live', ':memory:')
  const store = await openNode(':memory:', { kind: 'live' })
  beginning = store.client.serialize()
  return store
}

type Entered = {
  /** Files that went in before, with the same keys and other values; what of them is refused does not matter. */
  earlier?: Files
  hand?: Hand
}

/**
 * The product on a database that holds nothing but these files: its lines of a day. A refused file is an error.
 */
export async function productOf(
  files: Files,
  { earlier = {}, hand }: Entered = {},
): Promise<(D: string) => Line[]> {
  const store = await emptyStore()
  const taken = (each: Files) =>
    importFiles(store, csvFiles(each, hand), { at: instantOf('2029-12-31T10:00:00+08:00') })
  try {
    await taken(earlier)
    const refused = (await taken(files)).filter(({ errors }) => errors.length > 0)
    if (refused.length > 0) throw new Error(refused.map((file) => JSON.stringify(file)).join('\n'))
    const records = await readRecords(store.db)
    return (D) => linesOf(asOf(records, day(D), asFiled(records))) as Line[]
  } finally {
    await store.close()
  }
}
