import { readdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { beforeAll, expect, test } from 'vitest'
import { openNode } from '#db/node.ts'

type Snapshot = Awaited<ReturnType<typeof generateSQLiteDrizzleJson>>
const schemaFolder = new URL('../db/schema/', import.meta.url)
const metaFolder = new URL('../db/migrations/meta/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, metaFolder), 'utf8'))

let schema: Snapshot
beforeAll(async () => {
  const files = readdirSync(schemaFolder).map((name) => new URL(name, schemaFolder).href)
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ file)))
  schema = await generateSQLiteDrizzleJson(Object.assign({}, ...modules))
})

test('db:generate has nothing to do', async () => {
  const { entries } = read('_journal.json') as { entries: { idx: number }[] }
  const last = read(`${String(entries.at(-1)?.idx).padStart(4, '0')}_snapshot.json`)
  expect(await generateSQLiteMigration(last, schema)).toEqual([])
})

/** What a database is made of, in words that do not depend on whether it was made at once or step by step. */
function shapeOf(client: Database.Database) {
  const tables = client
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'sqlite%'`,
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.toSorted().map((table) => [
      table,
      {
        columns: client
          .prepare('select name, type, "notnull", dflt_value, pk from pragma_table_xinfo(?) order by name')
          .all(table),
        indexes: client
          .prepare(`select name, sql from sqlite_master where type = 'index' and tbl_name = ? order by name`)
          .all(table),
      },
    ]),
  )
}

test('the migrations, applied to an empty database, give the schema', async () => {
  const migrated = await openNode(':memory:', { kind: 'sample' })
  const drawn = new Database(':memory:')
  const empty = await generateSQLiteDrizzleJson({})
  for (const statement of await generateSQLiteMigration(empty, schema)) drawn.exec(statement)
  const shape = shapeOf(drawn)
  expect(Object.keys(shape)).toContain('events')
  expect(shapeOf(migrated.client)).toEqual(shape)
  await migrated.close()
  drawn.close()
})
