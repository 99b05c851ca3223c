import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && !/\.(png|jpe?g|xlsx|woff2?)$/.test(file))
const linesOf = (file: string) =>
  readFileSync(`${root}${file}`, 'utf8')
    .split('\n')
    .map((line, i) => ({ where: `${file}:${i + 1}`, line }))

/** Where a project was put together is nobody's business, and wrong on the next machine. */
const FOREIGN: [name: string, pattern: RegExp][] = [
  ['a package registry', /https?:\/\/[^\s"'/]*\b(?:registry|npm|mirrors?)\b|\bregistry\.(?:npm|yarn)/i],
  ['a folder of one machine', /(?<![\w.#)\]}*~-])\/(?:work|home|root|Users|tmp|mnt|opt)\/\w|\b[A-Z]:\\\w/],
]

test.each(FOREIGN)('no file names %s', (_, pattern) => {
  const found = tracked.flatMap(linesOf).filter(({ line }) => pattern.test(line))
  expect(found.map(({ where, line }) => `${where} ${pattern.exec(line)?.[0]}`)).toEqual([])
})

test('the lock file leaves it to the machine where packages come from', () => {
  expect(linesOf('package-lock.json').filter(({ line }) => /"resolved":/.test(line))).toEqual([])
})
