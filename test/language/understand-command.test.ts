import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openNode } from '#db/node.ts'
import { instantOf } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { runDudao } from '#test/dudao-process.ts'
import { CITIES, examplesOf } from './evaluation.ts'

const folder = 'test/language/evaluation/small-city'

const NOWHERE = { DATABASE_PATH: 'data/no-such.db' }

const understood = (input: string, ...flags: string[]) => understoodWith(NOWHERE, input, ...flags)

async function understoodWith(settings: Record<string, string>, input: string, ...flags: string[]) {
  const tables = ['--schools', `${folder}/schools.csv`, '--people', `${folder}/people.csv`]
  const { out, err, code } = await runDudao(['understand', ...tables, ...flags], settings, input)
  const lines: any[] = out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
  return { lines, code, err }
}

const now = '2025-11-18T10:30:00+08:00'
const message = (text: string, userid = 'li') => JSON.stringify({ id: text, now, userid, text })

describe('npm run dudao -- understand', () => {
  test('answers every line in order, and says what is wrong with one that is not valid', async () => {
    const input = [
      message('昨天去了文清，食堂留样记录不全'),
      '{"id": "b", "text": 3}',
      'no JSON',
      '',
      '{"id":"c","now":"gestern","userid":"li","text":"对"}',
      message('在吗', 'nobody'),
    ]
    const { lines, code } = await understood(input.join('\n'))
    expect(code).toBe(0)
    expect(lines).toEqual([
      {
        id: '昨天去了文清，食堂留样记录不全',
        intent: 'log_visit',
        slots: {
          school_codes: ['S01'],
          date: '2025-11-17',
          findings: [{ text: '食堂留样记录不全', severity: null, deadline: null }],
          topics: ['safety'],
        },
      },
      { id: 'b', error: 'userid is not a string' },
      { id: null, error: 'not a JSON object' },
      { id: null, error: 'not a JSON object' },
      { id: 'c', error: 'now is not an ISO 8601 date-time with an offset' },
      { id: '在吗', intent: 'unknown', slots: {} },
    ])
  })

  test('with --explain shows the characters that each slot came from', async () => {
    const text = '昨天下午七中灭火器过期'
    const { lines } = await understood(`${message(text)}\n`, '--explain')
    const said = Object.entries(lines[0].spans as Record<string, [number, number][]>).map(
      ([slot, spans]) => `${slot} ${spans.map((span) => text.slice(...span)).join('+')}`,
    )
    expect(said.sort()).toEqual([
      'date 昨天',
      'findings 灭火器过期',
      'school_codes 七中',
      'time_of_day 下午',
      'topics 灭火器过期',
    ])
  })

  test('takes a long stream', async () => {
    const many = CITIES.flatMap(examplesOf).map((example) => JSON.stringify(example))
    const { lines } = await understood(`${many.join('\n')}\n`)
    expect(lines.map(({ id }) => id)).toEqual(many.map((line) => (JSON.parse(line) as { id: string }).id))
  })

  test('without its tables says how it is called', async () => {
    const { code, err } = await understood('', '--schools', 'nowhere.csv')
    expect(code).toBe(2)
    expect(err).toContain('nowhere.csv')
  })

  describe('with words of an office', () => {
    let lexicon: string
    beforeEach(() => {
      lexicon = mkdtempSync(join(tmpdir(), 'dudao-'))
      writeFileSync(join(lexicon, 'words.csv'), '类别,词,含义\n事项,无人机,科学研究\n')
    })
    afterEach(() => rmSync(lexicon, { recursive: true }))
    const asked = message('昨天去了文清，无人机螺旋桨破损')

    test('from a sheet', async () => {
      const sheet = join(lexicon, 'words.csv')
      const { lines, err, code } = await understood(`${asked}\n`, '--lexicon', sheet)
      expect({ code, err }).toEqual({ code: 0, err: `词表：${sheet} 里的 1 个词。\n` })
      expect(lines[0].slots.topics).toEqual(['research'])
    })

    test('from the database, where there is one', async () => {
      const path = join(lexicon, 'test.db')
      const store = await openNode(path, { kind: 'live' })
      const file = { name: 'words.csv', bytes: readFileSync(join(lexicon, 'words.csv')) }
      await importFiles(store, [file], { at: instantOf(now) })
      await store.close()
      const { lines, err, code } = await understoodWith({ DATABASE_PATH: path }, `${asked}\n`)
      expect({ code, err }).toEqual({ code: 0, err: `词表：${path} 里的 1 个词。\n` })
      expect(lines[0].slots.topics).toEqual(['research'])
    })

    test('none at all: the same without', async () => {
      const { lines, err, code } = await understood(`${asked}\n`)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(lines[0].slots).toMatchObject({ findings: [{ text: '无人机螺旋桨破损' }] })
      expect(lines[0].slots.topics ?? []).not.toContain('research')
    })

    test('a sheet with a fault is refused, and says why', async () => {
      writeFileSync(join(lexicon, 'words.csv'), '类别,词,含义\n事项,水,安全\n')
      const { err, code } = await understood('', '--lexicon', join(lexicon, 'words.csv'))
      expect(code).toBe(2)
      expect(err).toContain('第 2 行：「水」只有一个字')
    })
  })
})
