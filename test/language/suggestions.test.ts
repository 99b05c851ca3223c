import { describe, expect, test } from 'vitest'
import { doubtAbout } from '#src/language/doubts.ts'
import { hear } from '#src/language/hear.ts'
import { readSuggestion, Unfit, type Suggestion, type Unsure } from '#src/language/questions/suggestions.ts'
import { understood } from '#src/language/understand.ts'
import type { Speaker, Understanding } from '#src/language/understanding.ts'
import { LI, listening, OFFICE, REGISTRY, SCHOOLS } from './city.ts'

/** The message as the model would be asked about it, with every school of the city to choose from. */
function unsureOf(text: string, speaker: Speaker = LI): Unsure {
  // The readers alone: what the scale makes of other words is not what is tried here.
  const ears = listening(speaker, { asked: true })
  const heard = hear(text, REGISTRY, ears)
  const meant = understood(heard, REGISTRY, ears)
  const doubt = doubtAbout(heard, meant, speaker, REGISTRY)
  if (!doubt) throw new Error(`no doubt about ${text}`)
  const offered = SCHOOLS.map(({ code, name }) => ({ code, name }))
  return { doubt, heard, meant, registry: REGISTRY, listening: ears, shown: text, offered }
}

const suggestion = (parts: Partial<Suggestion>): Suggestion => ({
  intent: 'log_visit',
  school: null,
  date: null,
  findings: [],
  ...parts,
})
const finding = (text: string, severity: string | null = null, deadline: string | null = null) => ({
  text,
  severity,
  deadline,
})

const read = (text: string, parts: Partial<Suggestion>, speaker?: Speaker): Understanding =>
  readSuggestion(suggestion(parts), unsureOf(text, speaker))

/** Why it is refused. */
function unfit(text: string, parts: Partial<Suggestion>, speaker?: Speaker): Unfit['why'] {
  try {
    return read(text, parts, speaker) as never
  } catch (error) {
    if (error instanceof Unfit) return error.why
    throw error
  }
}

const DOG = '蓝天北门拴了条大黄狗'

describe('not understood', () => {
  test('words are quoted and read by the ear: day, severity, deadline, matter', () => {
    expect(
      read(`${DOG}，严重，周五之前`, {
        school: { words: '蓝天', name: null },
        findings: [finding('北门拴了条大黄狗', '严重', '周五之前')],
      }),
    ).toMatchObject({
      intent: 'log_visit',
      visits: [
        {
          school: { text: '蓝天', candidates: ['S08'] },
          date: null,
          findings: [
            {
              text: '北门拴了条大黄狗',
              span: [2, 10],
              severity: { value: 'serious', from: 'stated' },
              due: '2025-11-21',
            },
          ],
        },
      ],
    })
  })

  test('a question', () => {
    const school = { words: '蓝天', name: '蓝天幼儿园' }
    expect(read(DOG, { intent: 'query_rectifications', school })).toMatchObject({
      intent: 'query_school',
      school: { candidates: ['S08'] },
    })
    expect(read(DOG, { intent: 'query_schools_due' })).toEqual({ intent: 'query_gaps', period: 'month' })
    expect(read(DOG, { intent: 'help' })).toEqual({ intent: 'help' })
  })

  const found = [finding('北门拴了条大黄狗')]
  test.each<[Unfit['why'], Partial<Suggestion>]>([
    ['intent', { intent: 'unknown', findings: found }],
    ['findings', {}],
    ['findings', { findings: [finding('狗')] }],
    ['findings', { findings: [...found, finding('大黄狗')] }],
    ['words', { findings: [finding('南门拴了条大黄狗')] }],
    ['words', { findings: [finding(' ')] }],
    ['words', { findings: found, date: '昨天' }],
    ['words', { findings: found, school: { words: '第四中学', name: '第四中学' } }],
    ['date', { findings: found, date: '北门' }],
    ['date', { findings: [finding('北门拴了条大黄狗', null, '黄狗')] }],
    ['severity', { findings: [finding('北门拴了条大黄狗', '大黄狗')] }],
    ['school', { findings: found, school: { words: '蓝天', name: '第四中学' } }],
    ['school', { findings: found, school: { words: '大黄狗', name: '第四中学' } }],
    ['school', { findings: found, school: { words: '蓝天', name: '城南小学' } }],
  ])('refused for its %s: %j', (why, parts) => expect(unfit(DOG, parts)).toBe(why))

  test('a severity that would be an alarm', () => {
    expect(unfit(`${DOG}，重大隐患`, { findings: [finding('北门拴了条大黄狗', '重大隐患')] })).toBe(
      'severity',
    )
  })
})

describe('a school in doubt', () => {
  const DESCRIBED = '昨天下午到火车站旁边那所幼儿园，接送卡没人核对，下周五前改'
  const NAME = '火车站旁边那所幼儿园'

  test('is settled, and everything else stays as the rules read it', () => {
    const unsure = unsureOf(DESCRIBED)
    const given = suggestion({
      intent: 'help',
      school: { words: NAME, name: '蓝天幼儿园' },
      date: '下周五',
      findings: [finding('火车站')],
    })
    const { visits } = unsure.meant as Extract<Understanding, { intent: 'log_visit' }>
    expect(readSuggestion(given, unsure)).toEqual({
      intent: 'log_visit',
      visits: [{ ...visits[0], school: { ...visits[0]!.school, candidates: ['S08'] } }],
    })
  })

  test.each<Partial<Suggestion>>([
    {},
    { school: { words: NAME, name: null } },
    { school: { words: NAME, name: '城南幼儿园' } },
    { school: { words: NAME, name: '文清路小学' } },
    { school: { words: '接送卡', name: '蓝天幼儿园' } },
  ])('refused: %j', (parts) => expect(unfit(DESCRIBED, parts)).toBe('school'))

  test('one of several is told by words beside the name, never by the name itself', () => {
    const text = '今天去了实验，九年级晚自习没人看班'
    expect(read(text, { school: { words: '九年级', name: '实验中学' } }, OFFICE)).toMatchObject({
      visits: [{ school: { text: '实验', candidates: ['S06'] } }],
    })
    expect(unfit(text, { school: { words: '实验', name: '实验中学' } }, OFFICE)).toBe('school')
  })
})

describe('nothing told', () => {
  const ORDERED = '昨天去了文清，要求把楼道口的桌椅清走'

  test('the findings are taken, and nothing else', () => {
    expect(
      read(ORDERED, {
        school: { words: '文清', name: '第四中学' },
        findings: [finding('楼道口的桌椅')],
      }),
    ).toMatchObject({
      intent: 'log_visit',
      visits: [{ school: { candidates: ['S01'] }, date: '2025-11-17', findings: [{ text: '楼道口的桌椅' }] }],
    })
  })

  test('none is no help', () => expect(unfit(ORDERED, {})).toBe('findings'))
})
