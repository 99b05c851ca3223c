import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dudao } from '#src/cli/dudao.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dudao-'))
  vi.stubEnv('DATABASE_PATH', join(folder, 'test.db'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function run(...args: string[]) {
  const [out, err]: string[][] = [[], []]
  const code = await dudao(args, { out: (line) => out!.push(line), err: (line) => err!.push(line) })
  return { code, out: out!.join('\n'), err: err!.join('\n') }
}

const write = (name: string, ...lines: string[]) => {
  writeFileSync(join(folder, name), lines.join('\n'))
  return join(folder, name)
}
const good = () => write('places.csv', '名称,层级', '章贡区,县（市、区）')
const bad = () => write('bad.csv', '名称,层级', '章贡区,区', '南康区,县（市、区）')

describe('dudao', () => {
  test('help, in both languages', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    expect(out).toMatch(
      /npm run dudao -- import FILE… \[--kind KIND\] \[--by USERID\] \[--json\]\n {4}把表格.*\n {4}Import /,
    )
  })
  test.each([[[]], [['improt']]])('an unknown command lists those there are: %j', async (args) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('npm run dudao -- sample')
  })
})

describe('import', () => {
  test('done: one line a file, exit code 0', async () => {
    const file = good()
    expect(await run('import', file)).toMatchObject({
      code: 0,
      out: `${file}：地区表 1 行，已导入。新增 1，修改 0，未变 0。`,
    })
    expect(await run('import', file)).toMatchObject({
      code: 0,
      out: `${file}：地区表 1 行，已导入。新增 0，修改 0，未变 1。`,
    })
  })

  test('refused: each bad cell, exit code 1', async () => {
    const file = bad()
    expect(await run('import', file)).toMatchObject({
      code: 1,
      out: [
        `${file}：地区表 2 行，没有导入，有 1 处要改：`,
        '  第 2 行「层级」：「区」不在选项之内。请填：市、县（市、区）、功能区。',
        '  改好后请重新导入这个文件。',
      ].join('\n'),
    })
  })

  test('very many faults are cut short for people', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `某县${i},?`)
    const { out } = await run('import', write('many.csv', '名称,层级', ...rows))
    expect(out.split('\n')).toHaveLength(53)
    expect(out).toContain('另有 10 处，加 --json 可全部列出。')
  })

  test('--json: one line a file and nothing else on standard output', async () => {
    const { code, out } = await run('import', '--json', bad(), good())
    expect(code).toBe(1)
    expect(out.split('\n').map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        kind: 'places',
        rows: 2,
        added: 0,
        errors: [expect.objectContaining({ line: 2 })],
      }),
      expect.objectContaining({ kind: 'places', rows: 1, added: 1, changed: 0, unchanged: 0, errors: [] }),
    ])
  })

  test.each([
    ['no file named', () => ['import'], '请写明要导入的文件。'],
    ['a file that is not there', () => ['import', join(folder, 'no.csv')], '打不开文件'],
    ['an unknown kind', () => ['import', good(), '--kind', 'place'], '没有「place」这种表。'],
    ['an unknown option', () => ['import', good(), '--knid', 'places'], "'--knid'"],
  ])('wrong use is exit code 2: %s', async (_, args, message) => {
    const { code, out, err } = await run(...args())
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err).toContain('npm run dudao -- import FILE…')
  })
})

describe('sample', () => {
  test('writes four files that import without a fault, the same each time', async () => {
    const [once, again] = [join(folder, 'once'), join(folder, 'again')]
    expect((await run('sample', '--out', once)).code).toBe(0)
    expect((await run('sample', '--out', again)).code).toBe(0)
    const names = ['places.csv', 'schools.csv', 'people.csv', 'lexicon.csv']
    for (const name of names)
      expect(readFileSync(join(once, name)).equals(readFileSync(join(again, name)))).toBe(true)
    const { code, out } = await run('import', '--json', ...names.map((name) => join(once, name)))
    expect(code).toBe(0)
    expect(out.split('\n').map((line) => JSON.parse(line).rows)).toEqual([21, 3300, 4524, 4])
  }, 20_000)
})

describe('export and template', () => {
  const at = (name: string) => join(folder, name)

  test('to a file and back: nothing changes', async () => {
    await run('import', good())
    for (const name of ['places.csv', 'places.xlsx']) {
      expect(await run('export', 'places', '--out', at(name))).toMatchObject({
        code: 0,
        out: `已写出 ${at(name)}（地区 1 行）`,
      })
      expect((await run('import', at(name))).out).toContain('新增 0，修改 0，未变 1')
    }
  })

  test('without a file the table goes to the terminal, and by its Chinese name too', async () => {
    await run('import', good())
    const { code, out } = await run('export', '地区')
    expect(code).toBe(0)
    expect(out).toMatch(/^\uFEFF?name,level,.*\r\n章贡区,county,true/)
  })

  test('an empty table to fill in', async () => {
    expect(await run('template', 'places', '--out', at('t.xlsx'))).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(at('t.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  test.each([
    [['export', 'nothing'], '没有「nothing」这种表'],
    [['export'], '请写明一种表'],
    [['export', 'places', '--out', 'places.pdf'], '要以 .csv 或 .xlsx 结尾'],
    [['export', 'places'], '没有数据库'],
    [['template', 'places', '--out', 'places.csv'], '要以 .xlsx 结尾'],
    [['template', 'places', 'schools'], '请写明一种表'],
  ])('wrong use: %j', async (args, why) => {
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain(why)
  })
})
