import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && !/\.(png|jpe?g|xlsx|woff2?|ttf)$/.test(file))
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

test('the lock file holds every optional package: npm ci refuses one that names a platform’s package and lacks it', () => {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const names = Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13))
  const wanted = Object.values(packages).flatMap((each) => Object.keys(each.optionalDependencies ?? {}))
  expect(wanted.filter((name) => !names.includes(name))).toEqual([])
})
