import { expect, test } from 'vitest'
import { reachedFrom } from './imports.ts'

const BOUND_TO_NODE =
  /^(better-sqlite3|drizzle-orm\/better-sqlite3|sharp|node-schedule|prom-client|@hono\/node-server|read-excel-file|csv-parse)(\/|$)|^node:(?!crypto$)/

const boundToNode = (entry: string) => [...reachedFrom(entry)].filter((each) => BOUND_TO_NODE.test(each))

test('the Worker reaches nothing that is bound to Node', () => {
  expect(boundToNode('src/worker.ts')).toEqual([])
  expect(reachedFrom('src/worker.ts')).toContain('db/d1.ts')
})

test('and the same look at the Node entry finds all of it', () => {
  expect(boundToNode('src/main.ts')).toEqual(
    expect.arrayContaining([
      'better-sqlite3',
      'drizzle-orm/better-sqlite3/migrator',
      'sharp',
      'node-schedule',
      'prom-client',
      '@hono/node-server',
      'node:fs/promises',
    ]),
  )
})
