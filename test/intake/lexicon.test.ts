import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dudao } from '#src/cli/dudao.ts'
import { rosterFiles } from '#test/roster.ts'
import { xlsx } from './xlsx.ts'

let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dudao-'))
  vi.stubEnv('DATABASE_PATH', join(folder, 'test.db'))
  for (const { name, bytes } of rosterFiles()) writeFileSync(join(folder, name), bytes)
  expect(await run('import', at('schools.csv'), at('people.csv'))).toMatchObject({ code: 0 })
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const at = (name: string) => join(folder, name)

async function run(...args: string[]) {
  const [out, err]: string[][] = [[], []]
  const code = await dudao(args, { out: (line) => out!.push(line), err: (line) => err!.push(line) })
  return { code, out: out!.join('\n'), err: err!.join('\n') }
}

const lexicon = (...args: string[]) => run('lexicon', ...args)

describe('one word', () => {
  test('add, list, change, remove; the same again changes nothing', async () => {
    expect(await lexicon('list')).toMatchObject({ code: 0, out: '还没有加过词。' })
    expect(await lexicon('add', 'matter', '无人机', 'safety')).toMatchObject({
      code: 0,
      out: '已记下，下一条消息就生效。',
    })
    expect(await lexicon('add', '事项', '无人机', '安全')).toMatchObject({ out: '已经是这样，没有改动。' })
    await lexicon('add', 'intent', '归零', '整改完成')
    expect((await lexicon('list')).out).toBe('事项「无人机」→ 安全\n说法「归零」→ 整改完成')
    await lexicon('add', 'matter', '无人机', '资源配置')
    await lexicon('remove', '说法', '归零')
    expect((await lexicon('list')).out).toBe('事项「无人机」→ 资源配置')
    await lexicon('add', 'intent', '归零', '整改完成')
    expect((await lexicon('list')).out).toContain('归零')
  })

  test('the list as a sheet can be imported again', async () => {
    await lexicon('add', 'typo', '灭火汽', '灭火器')
    writeFileSync(at('words.csv'), (await lexicon('list', '--csv')).out)
    expect((await run('import', at('words.csv'))).out).toContain('新增 0，修改 0，未变 1')
  })

  test('an author has to be on the roster', async () => {
    expect(await lexicon('add', 'matter', '无人机', '安全', '--by', 'nobody')).toMatchObject({
      code: 2,
      err: expect.stringContaining('账号「nobody」没有登记'),
    })
    expect(await lexicon('add', 'matter', '无人机', '安全', '--by', 'Zhou_Wen')).toMatchObject({ code: 0 })
  })

  test.each([[[]], [['add', 'matter', '无人机']], [['drop']], [['remove', 'matter', '没有的词']]])(
    'wrong use: %j',
    async (args) => expect(await lexicon(...args)).toMatchObject({ code: 2, out: '' }),
  )
})

describe('refused, with what to do instead', () => {
  test.each([
    ['matter', '水', 'safety', '只有一个字'],
    ['matter', '很长'.repeat(11), 'safety', '超过 20 个字'],
    ['matter', '研学，旅行', 'safety', '标点或空格'],
    ['matter', '文清', 'safety', '学校名称「文清路小学」'],
    ['matter', '第七中学', 'safety', '学校名称「第七中学」'],
    ['matter', '确认', 'safety', '口令'],
    ['intent', '取消', 'help', '口令'],
    ['intent', '帮助', 'query_digest', '口令'],
    ['intent', '收到', 'confirm_rectification', '口令'],
    ['matter', '三个', 'safety', '数字或时间'],
    ['matter', '2026', 'safety', '数字或时间'],
    ['intent', '下周五', 'query_digest', '数字或时间'],
    ['matter', '无人机', '航空', '请填：校务管理、'],
    ['severity', '红线', 'complex', '请填：小问题、一般、严重、重大隐患'],
    ['severity', '严重', '一般', '内置的程度词'],
    ['severity', '着火', '小问题', '一律按重大隐患'],
    ['intent', '搞定', 'confirm', '请填：整改完成、'],
    ['typo', '消栓', '消火栓', '字数不同'],
    ['typo', '消防', '消防', '相同'],
    ['typo', '火器', '火气', '「灭火器」'],
    ['typo', '清路', '青路', '学校名称「文清路小学」'],
    ['word', '无人机', '安全', '请填：事项、程度、说法、错字'],
  ])('%s %s %s', async (kind, word, means, why) => {
    const { code, err } = await lexicon('add', kind, word, means)
    expect(err).toContain(why)
    expect(err).toMatch(/请/)
    expect(code).toBe(1)
    expect((await lexicon('list')).out).toBe('还没有加过词。')
  })

  test('a slip that hides another word, on file or new', async () => {
    await lexicon('add', 'matter', '无人基地', '安全')
    expect((await lexicon('add', 'typo', '无人基', '无人机')).err).toContain('矛盾')
    await lexicon('remove', 'matter', '无人基地')
    expect((await lexicon('add', 'typo', '无人基', '无人机')).code).toBe(0)
    expect((await lexicon('add', 'matter', '无人基地', '安全')).err).toContain('矛盾')
    expect((await lexicon('add', 'typo', '吴人机', '无人基')).err).toContain('矛盾')
  })
})

describe('a sheet', () => {
  const sheet = (name: string, ...rows: string[]) => {
    writeFileSync(at(name), ['类别,词,含义,备注', ...rows].join('\n'))
    return at(name)
  }

  test('comes in whole, and again without a change', async () => {
    const file = sheet(
      '词表.csv',
      '事项,无人机,安全,',
      '程度,红线问题,严重,',
      '说法,归零,整改完成,',
      '错字,消房,消防,',
    )
    expect((await run('import', file)).out).toBe(`${file}：词表 4 行，已导入。新增 4，修改 0，未变 0。`)
    expect((await run('import', file)).out).toBe(`${file}：词表 4 行，已导入。新增 0，修改 0，未变 4。`)
  })

  test('from Excel', async () => {
    writeFileSync(
      at('词表.xlsx'),
      xlsx([
        ['类别', '词', '含义'],
        ['事项', '无人机', '安全'],
      ]),
    )
    expect((await run('import', at('词表.xlsx'))).out).toContain('新增 1')
  })

  test('with one fault stays out whole, every bad cell named', async () => {
    const file = sheet(
      '坏.csv',
      '事项,无人机,安全,',
      '事项,水,安全,',
      '事项,无人机,党建,',
      '说话,归零,整改完成,',
      '错字,消栓,消火栓,',
    )
    const { code, out } = await run('import', file)
    expect(code).toBe(1)
    expect(out).toMatch(/词表 5 行，没有导入，有 4 处要改：/)
    expect(out).toMatch(/第 3 行「词」：「水」只有一个字/)
    expect(out).toMatch(/第 4 行「类别」：「matter、无人机」与第 2 行重复/)
    expect(out).toMatch(/第 5 行「类别」：「说话」不在选项之内/)
    expect(out).toMatch(/第 6 行「含义」：「消栓」和「消火栓」字数不同/)
    expect((await lexicon('list')).out).toBe('还没有加过词。')
  })

  test('two sheets may not say the same word', async () => {
    const { out } = await run(
      'import',
      sheet('a.csv', '事项,无人机,安全,'),
      sheet('b.csv', '事项,无人机,党建,'),
    )
    expect(out).toContain(
      'b.csv：词表 1 行，没有导入，有 1 处要改：\n  第 2 行「词」：这个词在一起导入的另一个文件里也有',
    )
  })

  test('is held against the schools that come with it', async () => {
    writeFileSync(
      at('new.csv'),
      'code,name,county,stage,ownership,students,aliases\nS99,无人机小学,章贡区,primary,public,,无人机\n',
    )
    const { out } = await run('import', at('new.csv'), sheet('词表.csv', '事项,无人机,安全,'))
    expect(out).toContain('学校名称「无人机小学」')
  })

  test('more than 5,000 words are too many', async () => {
    const digits = '甲乙丙丁戊己庚辛壬癸'
    const name = (i: number) => [...String(i).padStart(5, '0')].map((digit) => digits[Number(digit)]).join('')
    const rows = Array.from({ length: 5001 }, (_, i) => `事项,${name(i)}号机,安全,`)
    expect((await run('import', sheet('多.csv', ...rows))).out).toContain('词表会有 5001 个词，最多 5000 个')
  }, 30_000)
})
