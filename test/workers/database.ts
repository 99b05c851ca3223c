/// <reference types="@cloudflare/vitest-plugin/types" />
import type { D1Database } from '@cloudflare/workers-types'
import { applyD1Migrations, env, reset, type D1Migration } from 'cloudflare:test'

/** An empty database, its tables made by the very migrations that are deployed. */
export async function freshDatabase(): Promise<D1Database> {
  const { DB, MIGRATIONS } = env as { DB: D1Database; MIGRATIONS: D1Migration[] }
  await reset()
  await applyD1Migrations(DB, MIGRATIONS)
  return asNewIsolate(DB)
}

/** What a Worker remembers it remembers by its binding: another object, another isolate. */
export const asNewIsolate = (database: D1Database): D1Database => Object.create(database) as D1Database
