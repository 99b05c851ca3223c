import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerTo, earFor } from '#src/cli/understand.ts'
import { contractFrame } from '#src/language/contract/frame.ts'
import { MOST_CHARACTERS, readOf } from '#src/language/length.ts'
import { maskPrivate } from '#src/language/privacy.ts'
import { schoolsOf } from '#src/intake/listening-tables.ts'
import { CHEN, LI, listening, OFFICE, REGISTRY } from './city.ts'
import { earOf, CITIES } from './evaluation.ts'
import { stepsOf } from './matcher-steps.ts'

const STEPS_PER_CHARACTER = 200
/** A message of a few characters still passes every reader once. */
const STEPS_OF_NOTHING = 2_000

const EARS = [LI, CHEN, OFFICE].flatMap((speaker) =>
  [false, true].map((draftOpen) => listening(speaker, { draftOpen, bareDay: draftOpen ? 'due' : 'date' })),
)

/** As the bot hears it: with what is private masked. */
const heard = (text: string, ear: (typeof EARS)[number], registry = REGISTRY) => {
  maskPrivate(text)
  contractFrame(text, registry, ear)
}

/** Words that readers look for, so that a random text goes further than random characters would. */
const WORDS = [
  ...'文清 实验 七中 第三百中学 红旗二小东校区 昨天 下周五之前 三天内 12月3号 上午 一是 二是 第二个 不是 是 改成 还有 发现'.split(
    ' ',
  ),
  ...'严重 小问题 没问题 不要了 算了 收到 复查合格 能不能延到 Z-00012 章贡-25-0001 ？ ， 。 （ 【 、'.split(
    ' ',
  ),
  ...'食堂留样不全 灭火器过期3具 听课2节 座谈 约谈 逾期的有哪些 督导 整改通知 急！ 误报 学生王小明 13800138000'.split(
    ' ',
  ),
]
const SIGNS = [
  '\u200b',
  '\u202e',
  '\u{1f914}',
  '\ud83e',
  '\udd14',
  '\0',
  '\n',
  '\t',
  '３',
  '中',
  '零',
  '℃',
  'é',
  'İ',
]
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...WORDS),
      fc.constantFrom(...SIGNS),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    {
      maxLength: 120,
    },
  )
  .map((parts) => parts.join(''))

test('any text is understood without a throw and within 200 steps a character', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const ear of EARS)
        expect(stepsOf(() => heard(text, ear))).toBeLessThanOrEqual(
          STEPS_OF_NOTHING + STEPS_PER_CHARACTER * text.length,
        )
    }),
    { numRuns: 300 },
  )
})

const to = (length: number, piece: string): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
const EVIL: Record<string, string> = {
  'a thousand 一是': '一是',
  'a thousand 一是 … 二是': '一是门卫没登记二是',
  'nested brackets': '（【((',
  'brackets that close': '（严重）【小问题】',
  'four thousand digits': '1234567890',
  'full-width digits': '１２３',
  numerals: '一二三四五六七八九十百',
  'halves of characters': '\ud83e',
  pictures: '🤔😀',
  'what nobody sees': '\u200b\u200d\u202e',
  'right to left': 'مدرسة',
  blanks: ' ',
  lines: '\n',
  dates: '昨天下周五12月3号',
  denials: '不是三中是四中',
  changes: '第二个改成严重期限改下周三',
  'names of schools': '文清路小学第七中学实验',
  'schools that are not': '红星小学光明中学',
  visits: '昨天去了文清，食堂留样记录不全，下周五前改。',
  questions: '还差几所没去逾期的有哪些',
  'the same character': '的',
  slips: '整盖复茶食唐',
  'numbers of papers': 'Z-00012章贡-25-0001',
}

describe('a long text of one kind', () => {
  test.each(Object.entries(EVIL))(
    '%s: within the steps, and twice the text takes twice the steps',
    (_, piece) => {
      const [whole, half] = [to(MOST_CHARACTERS, piece), to(MOST_CHARACTERS / 2, piece)]
      for (const ear of EARS) {
        const [long, short] = [whole, half].map((text) => stepsOf(() => heard(text, ear)))
        expect(long).toBeLessThanOrEqual(STEPS_PER_CHARACTER * whole.length)
        // More than two: of one text a part is heard again, of its half none.
        expect(long! / short!).toBeLessThanOrEqual(2.4)
      }
    },
  )

  // A pattern that goes over a text again and again shows in the time that it takes, not in the steps.
  test.each(Object.entries(EVIL))('%s: in no more than a second of the processor', (_, piece) => {
    const text = to(MOST_CHARACTERS, piece)
    for (const ear of EARS) {
      const before = process.cpuUsage().user
      heard(text, ear)
      expect(process.cpuUsage().user - before).toBeLessThan(1_000_000)
    }
  })

  test('the names of 3,300 schools in a row', async () => {
    const rows = Array.from({ length: 3300 }, (_, i) => `T${i},${nameOf(i)},于都县,primary,public,500,`)
    const csv = `code,name,county,stage,ownership,students,aliases\n${rows.join('\n')}\n`
    const { registry } = earFor(await schoolsOf(Buffer.from(csv)), [])
    const names = Array.from({ length: 3300 }, (_, i) => nameOf(i)).join('')
    for (const ear of EARS) {
      const [long, short] = [MOST_CHARACTERS, MOST_CHARACTERS / 2].map((length) =>
        stepsOf(() => heard(names.slice(0, length), ear, registry)),
      )
      expect(long).toBeLessThanOrEqual(STEPS_PER_CHARACTER * MOST_CHARACTERS)
      expect(long! / short!).toBeLessThanOrEqual(2.2)
    }
  })
})

const CHARS = '东西南北中文华明德清和平新光红星阳春江河湖山'
const nameOf = (i: number): string =>
  `${CHARS[i % 22]}${CHARS[Math.trunc(i / 22) % 22]}${CHARS[Math.trunc(i / 484) % 22]}小学`

describe('what is longer than a message', () => {
  test('is cut between characters, and whoever asked is told', async () => {
    expect(readOf('字'.repeat(MOST_CHARACTERS))).toHaveLength(MOST_CHARACTERS)
    expect(readOf(`${'字'.repeat(MOST_CHARACTERS - 1)}🤔`)).toHaveLength(MOST_CHARACTERS - 1)
    const ear = await earOf(CITIES[0]!)
    const said: string[] = []
    const line = JSON.stringify({
      id: 'long',
      now: '2025-11-18T10:30:00+08:00',
      userid: 'li',
      text: `昨天去了文清，门卫没登记。${'好'.repeat(MOST_CHARACTERS)}，食堂留样记录不全`,
    })
    const answer = answerTo(line, ear, false, (words) => said.push(words))
    expect(answer).toMatchObject({ intent: 'log_visit' })
    expect(said).toEqual([expect.stringMatching(/^long：消息太长，只读了前 4000 个字/)])
  })
})
