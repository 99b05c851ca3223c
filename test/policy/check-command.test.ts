import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openNode } from '#db/node.ts'
import { dudao } from '#src/cli/dudao.ts'
import { instantOf } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'

const folder = mkdtempSync(join(tmpdir(), 'dudao-check-'))
const database = join(folder, 'city.db')

const FILES = {
  'places.csv': 'name,level\n赣南市,city\n章贡区,county\n城南县,county\n',
  'schools.csv': `code,name,county,stage,ownership,students,aliases
3607020011,文清小学,章贡区,primary,public,1200,
3607020012,机关幼儿园,章贡区,kindergarten,public,300,
3607000001,赣南中学,,senior,public,3000,
`,
  'people.csv': `userid,name,role,county,school_code,assigned_school_codes
LiMin,李敏,inspector_full,章贡区,,3607020011
`,
}

const command = async (...args: string[]) => {
  const said: string[] = []
  const warned: string[] = []
  const code = await dudao(['check', ...args], {
    out: (line) => said.push(...line.split('\n')),
    err: (line) => warned.push(line),
  })
  return { code, said, warned }
}

const linesOf = async (...args: string[]) =>
  (await command('--at', '2026-11-23', '--json', ...args)).said.map((line) => JSON.parse(line))

beforeAll(async () => {
  const store = await openNode(database, { kind: 'live' })
  const files = Object.entries(FILES).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
  const results = await importFiles(store, files, { at: instantOf('2026-11-20T10:00:00+08:00') })
  expect(results.flatMap(({ errors }) => errors)).toEqual([])
  await store.close()
  vi.stubEnv('DATABASE_PATH', database)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('npm run dudao -- check', () => {
  test('prints each check and subject on a line, checks by number and subjects by code point', async () => {
    const lines = await linesOf()
    const checks = [...new Set(lines.map(({ check }) => check))]
    expect(checks.slice(0, 4)).toEqual(['C1.1', 'C2.1', 'C3.1', 'C3.2'])
    const inOrder = ['C5.3', 'C5.3b', 'C5.4', 'C9.2', 'C10.1', 'C14.1']
    expect(checks.filter((check) => inOrder.includes(check))).toEqual(inOrder)
    const coverage = lines.filter(({ check }) => check === 'C5.1')
    expect(coverage.map(({ subject, level, clause }) => [subject, level, clause])).toEqual([
      ['3607000001', 'breach', 'G-1'],
      ['3607020011', 'unknown', 'G-1'],
      ['3607020012', 'breach', 'K-2'],
    ])
    expect(lines.filter(({ check }) => check === 'C10.3').map(({ subject }) => subject)).toEqual(['LiMin'])
    expect(Object.keys(lines[0]).slice(0, 6)).toEqual([
      'check',
      'subject',
      'level',
      'soft',
      'figures',
      'clause',
    ])
  })

  test('of one county, or of the city level by either name', async () => {
    const places = async (name: string) =>
      new Set((await linesOf('--county', name)).map(({ place }) => place))
    expect(await places('章贡区')).toEqual(new Set(['章贡区']))
    expect(await places('city')).toEqual(new Set(['city']))
    expect(await linesOf('--county', '赣南市')).toEqual(await linesOf('--county', 'city'))
    const schools = await linesOf('--county', 'city', '--check', 'C5.1')
    expect(schools.map(({ subject }) => subject)).toEqual(['3607000001'])
  })

  test('of the checks that are named, in the order of their numbers', async () => {
    const lines = await linesOf('--check', 'C9.1', '--check', 'C5.2', '--check', 'C2.1', '--check', 'C6.2')
    expect(lines.map(({ check, subject }) => `${check} ${subject}`)).toEqual([
      ...['C2.1 city', 'C2.1 城南县', 'C2.1 章贡区'],
      ...['C9.1 city', 'C9.1 城南县', 'C9.1 章贡区'],
    ])
  })

  test.each([
    ['--at', '2026-02-30'],
    ['--at', '2026-11'],
    ['--county', '章贡'],
    ['--check', 'C9.3'],
    ['--check', 'c9.1'],
    ['--when', '2026-11-23'],
    ['2026-11-23'],
  ])('%s %s is a wrong use', async (...args) => {
    expect(await command(...args, '--json')).toMatchObject({ code: 2, said: [] })
  })

  test('writes nothing', async () => {
    const before = readFileSync(database)
    await command()
    expect(readFileSync(database).equals(before)).toBe(true)
  })

  test('is a table for people, the worst first, with names', async () => {
    const { said, code } = await command('--at', '2026-11-23')
    const words = said.slice(1, said.indexOf('')).map((line) => line.split(' ')[0])
    expect([...new Set(words)]).toEqual(['未达标', '预警', '数据不足', '提示', '进行中'])
    expect(said.find((line) => line.includes('C5.1') && line.includes('机关幼儿园（3607020012）'))).toContain(
      'K-2',
    )
    expect(code).toBe(0)
  })

  test('says how to bring a database up to date that was made by an older release', async () => {
    const older = join(folder, 'older.db')
    const store = await openNode(older, { kind: 'live' })
    store.client.exec('drop table seat_list')
    await store.close()
    vi.stubEnv('DATABASE_PATH', older)
    const { code, warned } = await command()
    vi.stubEnv('DATABASE_PATH', database)
    expect(code).toBe(2)
    expect(warned[0]).toContain('npm start')
  })

  test('finds no more than the city where there is no database, and makes none', async () => {
    vi.stubEnv('DATABASE_PATH', join(folder, 'none.db'))
    const lines = await linesOf()
    vi.stubEnv('DATABASE_PATH', database)
    expect(new Set(lines.map(({ place }) => place))).toEqual(new Set(['city']))
    expect(readdirSync(folder)).not.toContain('none.db')
  })
})
