import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Records } from '#src/domain/records.ts'
import { RECORD_TABLES } from './filing.ts'
import type { Db } from './store.ts'

type Kind = keyof Records

const camel = (kind: string): string => kind.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const TABLES = new Map<string, SQLiteTable>(
  Object.entries(RECORD_TABLES).map(([kind, table]) => [camel(kind), table]),
)

/** Which of these kinds of records an office has begun to keep: one row is asked for, nothing is counted. */
export async function kindsOnFile(db: Db, kinds: ReadonlySet<Kind>): Promise<ReadonlySet<Kind>> {
  const found = new Set<Kind>()
  for (const kind of kinds) {
    const table = TABLES.get(kind)
    if (table && (await db.select().from(table).limit(1)).length > 0) found.add(kind)
  }
  return found
}
