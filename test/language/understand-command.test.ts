import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CITIES, examplesOf } from './evaluation.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = 'test/language/evaluation/small-city'

function understood(input: string, ...flags: string[]): Promise<{ lines: any[]; code: number; err: string }> {
  const args = ['src/cli/dudao.ts', 'understand', '--schools', `${folder}/schools.csv`]
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...args, '--people', `${folder}/people.csv`, ...flags],
      { cwd: root, maxBuffer: 1 << 28 },
      (error, out, err) =>
        resolve({
          lines: out
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line)),
          code: error ? Number(error.code) : 0,
          err,
        }),
    )
    child.stdin!.end(input)
  })
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
    const many = Array.from({ length: 3 }, () =>
      CITIES.flatMap(examplesOf).map((example) => JSON.stringify(example)),
    ).flat()
    const { lines } = await understood(`${many.join('\n')}\n`)
    expect(lines.map(({ id }) => id)).toEqual(many.map((line) => (JSON.parse(line) as { id: string }).id))
  })

  test('without its tables says how it is called', async () => {
    const { code, err } = await understood('', '--schools', 'nowhere.csv')
    expect(code).toBe(2)
    expect(err).toContain('nowhere.csv')
  })
})
