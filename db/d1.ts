import type { D1Database, D1Result } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'
import type { BatchItem } from 'drizzle-orm/batch'
import { statementOf, valueIn } from './statements.ts'
import type { Store, Write } from './store.ts'

/** The same store on Cloudflare D1, where a batch is one transaction and an empty one an error. */
export function openD1(binding: D1Database): Store {
  const db = drizzle(binding)
  const statement = (write: Write) => statementOf(db, write, (group, column) => valueIn(write, group, column))
  return {
    db,
    async commit(writes) {
      const [first, ...rest] = writes.map(statement) as unknown as BatchItem<'sqlite'>[]
      if (!first) return []
      const results = (await db.batch([first, ...rest])) as unknown as D1Result[]
      return results.map((result) => result.meta.changes)
    },
    close: async () => {},
  }
}
