import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { sql, type DriverValueEncoder, type Placeholder } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { markKind, type DatabaseKind } from './kind.ts'
import { shapeOf, statementOf, valueIn } from './statements.ts'
import type { Db, Store, Write } from './store.ts'

const migrations = fileURLToPath(new URL('./migrations', import.meta.url))

export type NodeStore = Store & { readonly client: Database.Database }

/**
 * Opens (and, where there is none, makes) the database on this machine and brings its schema up to date.
 * Throws ConfigError when it was made for another kind of use.
 */
export async function openNode(path: string, options: { kind: DatabaseKind }): Promise<NodeStore> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  return storeOn(new Database(path), options.kind, path)
}

/** The same of a database that is open already. `where`: what to call it in an error. */
export async function storeOn(
  opened: Database.Database,
  kind: DatabaseKind,
  where: string,
): Promise<NodeStore> {
  const client = keepPlans(opened)
  client.pragma('journal_mode = WAL')
  // An acknowledged callback must survive a power cut, not only a crash of the process.
  client.pragma('synchronous = FULL')
  client.pragma('busy_timeout = 1000')
  const db = drizzle(client)
  migrate(db, { migrationsFolder: migrations })
  const store = {
    db,
    client,
    commit: grouped(client, applier(client, db)),
    close: async () => void client.close(),
  }
  await markKind(store, kind, where)
  return store
}

/** Opens a database to read from beside the assistant that works with it; SQLite refuses to write. */
export function openToRead(path: string): { db: Db; close(): void } {
  const client = new Database(path, { readonly: true, fileMustExist: true })
  return { db: drizzle(client), close: () => void client.close() }
}

/**
 * SQLite plans by the values of parameters and compiles a statement anew when one of them changes; better-sqlite3 unbinds
 * all of them after every run. So a prepared `where … order by` or `limit ?` would be compiled at each call, which takes ten
 * times as long as to run it. By the value of `+?` nothing is planned.
 */
function keepPlans(client: Database.Database): Database.Database {
  const prepare = client.prepare.bind(client)
  client.prepare = ((source: string) => prepare(source.replaceAll('?', '+?'))) as typeof client.prepare
  return client
}

/** Runs one write with the prepared statement of its shape. */
function applier(client: Database.Database, db: ReturnType<typeof drizzle>) {
  const prepared = new Map<SQLiteTable, Map<string, (write: Write) => number>>()
  return (write: Write): number => {
    let shapes = prepared.get(write.table)
    if (!shapes) prepared.set(write.table, (shapes = new Map()))
    const shape = shapeOf(write)
    let run = shapes.get(shape)
    if (!run) shapes.set(shape, (run = runnerOf(client, db, write)))
    return run(write)
  }
}

/** The SQL is drizzle's. The values are bound without it: it would ask each of them again what it is. */
function runnerOf(client: Database.Database, db: ReturnType<typeof drizzle>, write: Write) {
  const named = statementOf(db, write, (group, column) => sql.placeholder(`${group}.${column}`)).toSQL()
  const statement = client.prepare(named.sql)
  const values = (named.params as (Parameter | number | string)[]).map(valueFor)
  return (same: Write): number => statement.run(values.map((value) => value(same))).changes
}

type Parameter = { value: Placeholder; encoder: DriverValueEncoder<unknown, unknown> }

function valueFor(parameter: Parameter | number | string) {
  // What the write does not name is the column's default, which drizzle writes out.
  if (typeof parameter !== 'object') return () => parameter
  const {
    value: { name },
    encoder,
  } = parameter
  const [group, column] = name.split('.') as ['values' | 'where', string]
  return (write: Write): unknown => {
    const value = valueIn(write, group, column)
    return value === null ? null : encoder.mapToDriverValue(value)
  }
}

type Waiting = {
  writes: readonly Write[]
  resolve(changed: readonly number[]): void
  reject(error: unknown): void
}

/**
 * One transaction for all commits that wait at the same moment, each under a savepoint of its own: one fsync serves
 * them all. A commit settles only after the outer COMMIT; when that fails, all fail.
 */
function grouped(client: Database.Database, apply: (write: Write) => number): Store['commit'] {
  let waiting: Waiting[] = []
  const [begin, commit, rollback, savepoint, release, undo] = [
    'begin immediate',
    'commit',
    'rollback',
    'savepoint one',
    'release one',
    'rollback to one',
  ].map((statement) => client.prepare(statement)) as [S, S, S, S, S, S]

  function applyOne(one: Waiting): () => void {
    savepoint.run()
    try {
      const changed = one.writes.map(apply)
      release.run()
      return () => one.resolve(changed)
    } catch (error) {
      // A full disk has rolled back the whole transaction: then all of them fail, and for this reason.
      if (!client.inTransaction) throw error
      undo.run()
      release.run()
      return () => one.reject(error)
    }
  }

  function flush(): void {
    const group = waiting
    waiting = []
    try {
      begin.run()
      const settle = group.map(applyOne)
      commit.run()
      for (const each of settle) each()
    } catch (error) {
      if (client.inTransaction) rollback.run()
      for (const each of group) each.reject(error)
    }
  }

  return (writes) => {
    if (writes.length === 0) return Promise.resolve([])
    return new Promise((resolve, reject) => {
      // setImmediate: after the I/O events of this turn of the loop, so that all callbacks read together join in.
      if (waiting.push({ writes, resolve, reject }) === 1) setImmediate(flush)
    })
  }
}

type S = Database.Statement
