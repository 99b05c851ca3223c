import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(root + path, 'utf8')

const PATH = /`((?:src|test|db|cards|handlers|docs)\/[\w./-]+|\.npmrc)`/g
/** A file of tests and the titles that follow it in quotes. */
const TESTS = /`(test\/[\w./-]+\.test\.ts)`((?:,? “[^”]+”)*)/g

test.each(['docs/security.md', 'docs/reliability.md'])('%s names files and tests that exist', (doc) => {
  const words = read(doc)
  const paths = [...words.matchAll(PATH)].map(([, path]) => path as string)
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !existsSync(root + path))).toEqual([])
  for (const [, file, titles] of words.matchAll(TESTS))
    for (const [, title] of (titles as string).matchAll(/“([^”]+)”/g))
      expect(read(file as string)).toContain(title)
})
