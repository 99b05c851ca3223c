/// <reference types="@cloudflare/vitest-plugin/types" />
import type { D1Database } from '@cloudflare/workers-types'
import { applyD1Migrations, env, reset, type D1Migration } from 'cloudflare:test'
import type { Env } from '#src/worker.ts'

/** The Worker's environment, with the database emptied and its tables made by the migrations that are deployed. */
export async function freshEnv(): Promise<Env> {
  const { MIGRATIONS, ...rest } = env as Env & { DB: D1Database; MIGRATIONS: D1Migration[] }
  await reset()
  await applyD1Migrations(rest.DB, MIGRATIONS)
  return rest
}
