import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { DatabaseKind } from './kind.ts'

/** A database as the file that it is: copied, looked into and set aside without a migration and without the assistant. */

/**
 * Copies a database that may be in use, and leaves one whole file. It holds all that was committed before. In one step, or
 * every write of the assistant meanwhile would make it begin again.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true })
  try {
    await source.backup(to, { progress: ({ totalPages }) => totalPages })
  } finally {
    source.close()
  }
  const copy = new Database(to)
  copy.pragma('journal_mode = delete')
  copy.close()
}

export type Contents = {
  /** `ok`, or what SQLite found wrong. */
  integrity: string
  kind: DatabaseKind | null
  /** Its schema is one that this version of the assistant does not know yet. */
  isNewer: boolean
  /** Its schema lacks what the next start adds. */
  isOlder: boolean
  /** The pictures that it says are kept; one that belongs to no record may be forgotten any minute. */
  photos: { sha256: string; isLoose: boolean }[]
}

/** Looks into a database; `quick` does not compare indexes with their tables. Throws where it is none, or none of ours. */
export function contentsOf(path: string, { quick = false } = {}): Contents {
  const client = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const pluck = (sql: string) => client.prepare(sql).pluck()
    const migrated = pluck('select max(created_at) from __drizzle_migrations').get() as number
    return {
      integrity: String(client.pragma(quick ? 'quick_check(1)' : 'integrity_check(1)', { simple: true })),
      kind: (pluck("select value from meta where key = 'kind'").get() as DatabaseKind | undefined) ?? null,
      isNewer: migrated > lastMigration(),
      isOlder: migrated < lastMigration(),
      photos: client
        .prepare(
          "select sha256, max(subject) is null as loose from photos where state = 'kept' group by sha256",
        )
        .all()
        .map((row) => row as { sha256: string; loose: number })
        .map(({ sha256, loose }) => ({ sha256, isLoose: loose === 1 })),
    }
  } finally {
    client.close()
  }
}

function lastMigration(): number {
  const journal = JSON.parse(
    readFileSync(new URL('./migrations/meta/_journal.json', import.meta.url), 'utf8'),
  ) as { entries: { when: number }[] }
  return Math.max(...journal.entries.map(({ when }) => when))
}

/**
 * Brings all that a database holds into its one file, so that it can be moved; false while any process has it open. A file
 * that is no database (any more) is nobody's.
 */
export function settleFile(path: string): boolean {
  const client = new Database(path, { fileMustExist: true, timeout: 0 })
  try {
    // Leaving WAL needs the file for oneself: SQLite refuses it while another connection is open.
    return client.pragma('journal_mode = delete', { simple: true }) === 'delete'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'SQLITE_BUSY') return false
    if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') return true
    throw error
  } finally {
    client.close()
  }
}
