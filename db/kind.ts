import { eq } from 'drizzle-orm'
import { ConfigError } from '#src/domain/errors.ts'
import { meta } from './schema/roster.ts'
import { insertNew, type Store } from './store.ts'

/** Sample data never mixes with records of real schools: a database is one or the other for life. */
export type DatabaseKind = 'sample' | 'live'

export async function kindOf(store: Pick<Store, 'db'>): Promise<DatabaseKind | null> {
  const [row] = await store.db.select().from(meta).where(eq(meta.key, 'kind')).limit(1)
  return (row?.value as DatabaseKind | undefined) ?? null
}

/** Marks a new database; refuses one that was made for the other use. */
export async function markKind(store: Store, kind: DatabaseKind, where: string): Promise<void> {
  await store.commit([insertNew(meta, { key: 'kind', value: kind })])
  const found = await kindOf(store)
  if (found === kind) return
  const names = { sample: '示例数据库', live: '正式数据库' }
  throw new ConfigError(
    `${where} 是${names[found ?? 'live']}，不能当${names[kind]}用。请用 DATABASE_PATH 指定另一个文件，或移走这个文件后重新启动。`,
  )
}
