import { describe, expect, test } from 'vitest'
import { contractFrame } from '#src/language/contract/frame.ts'
import { lexiconOf } from '#src/language/lexicon/lexicon.ts'
import type { OwnWord } from '#src/language/lexicon/own-words.ts'
import { understand } from '#src/language/understand.ts'
import type { Speaker } from '#src/language/understanding.ts'
import { LI, LIU, listening, OFFICE, REGISTRY } from './city.ts'

const WORDS: OwnWord[] = [
  { kind: 'matter', word: '无人机', means: 'safety' },
  { kind: 'matter', word: '学生公寓楼长', means: 'governance' },
  { kind: 'matter', word: '消毒', means: 'ethos' },
  { kind: 'severity', word: '红线问题', means: 'serious' },
  { kind: 'severity', word: '毛毛雨', means: 'minor' },
  { kind: 'severity', word: '液氨', means: 'urgent' },
  { kind: 'intent', word: '归零', means: 'confirm_rectification' },
  { kind: 'intent', word: '不买账', means: 'reject_or_dispute' },
  { kind: 'intent', word: '松松绑', means: 'request_extension' },
  { kind: 'intent', word: '欠账单', means: 'query_rectifications' },
  { kind: 'intent', word: '跑腿清单', means: 'query_schools_due' },
  { kind: 'intent', word: '战报', means: 'query_digest' },
  { kind: 'intent', word: '咋整法', means: 'help' },
  { kind: 'typo', word: '消房', means: '消防' },
  { kind: 'typo', word: '文情', means: '文清' },
]
const lexicon = lexiconOf(WORDS)

const heard = (text: string, speaker: Speaker = LI) =>
  understand(text, REGISTRY, listening(speaker, { lexicon }))
const findings = (text: string) => {
  const meant = heard(text)
  if (meant.intent === 'log_visit') return meant.visits.flatMap((visit) => visit.findings)
  return meant.intent === 'report_urgent' ? meant.visit.findings : []
}

describe('matters', () => {
  test.each([
    ['今天去了文清，无人机破损', 'safety'],
    ['今天去了文清，学生公寓楼长没有聘', 'governance'],
    ['今天去了文清，消毒不到位', 'ethos'],
    // A longer word of ours is the more exact.
    ['今天去了文清，消毒柜坏了', 'canteen_health'],
  ])('%s: %s', (text, matter) => expect(findings(text)).toMatchObject([{ matter }]))

  test('the topics of the contract follow', () => {
    const { slots } = contractFrame('今天去了文清，无人机破损', REGISTRY, listening(LI, { lexicon }))
    expect(slots.topics).toEqual(['safety'])
  })
})

describe('severities', () => {
  test.each([
    ['今天去了文清，灭火器过期（红线问题）', 'serious'],
    ['今天去了文清，灭火器过期，都是毛毛雨', 'minor'],
    ['今天去了文清，仓库有红线问题没整改', 'serious'],
  ])('%s: %s', (text, value) =>
    expect(findings(text)).toMatchObject([{ severity: { value, from: 'stated' } }]),
  )

  test('an urgent word is a danger, not a judgement', () => {
    expect(heard('今天去了文清，食堂仓库存放液氨').intent).toBe('report_urgent')
    expect(heard('今天去了文清，液氨演练没有记录').intent).toBe('log_visit')
    expect(heard('今天去了文清，没有液氨').intent).toBe('log_visit')
  })

  test('a danger of ours stays one', () =>
    expect(findings('今天去了文清，配电箱着火毛毛雨')).toMatchObject([{ severity: { value: 'urgent' } }]))
})

describe('phrases', () => {
  test.each([
    ['Z-12 归零', LI, { intent: 'reinspect', verdict: 'pass', numbers: ['Z-00012'] }],
    ['文清的留样已归零', LI, { intent: 'reinspect', items: [{ words: '留样', verdict: 'pass' }] }],
    ['留样和通道都归零了', LIU, { intent: 'submit_rectification', items: ['留样', '通道'] }],
    ['整改照片看不清，不买账', LI, { intent: 'reinspect', verdict: 'fail', reason: '整改照片看不清' }],
    ['我们有记录的，不买账', LIU, { intent: 'object', reason: '我们有记录的' }],
    ['松松绑到下周五，供货没到', LIU, { intent: 'request_extension', to: '2025-11-28', reason: '供货没到' }],
    ['文清欠账单', LI, { intent: 'query_school', school: { candidates: ['S01'] } }],
    ['欠账单', OFFICE, { intent: 'query_cases' }],
    ['来份跑腿清单', LI, { intent: 'query_gaps', period: 'month' }],
    ['上个月战报', OFFICE, { intent: 'query_digest', span: 'last_month' }],
    ['这个咋整法', LI, { intent: 'help' }],
  ] as const)('%s', (text, speaker, meant) => expect(heard(text, speaker)).toMatchObject(meant))

  test.each([
    ['留样还没归零', LI],
    ['留样没有归零', LIU],
    ['归零了吗', LI],
    ['谁去归零', LIU],
    ['要求下周五前归零', LI],
    ['今天去了文清，计数器没归零，灭火器过期', LI],
  ] as const)('%s says nothing of the kind', (text, speaker) =>
    expect(['submit_rectification', 'reinspect']).not.toContain(heard(text, speaker).intent),
  )
})

test('a slip is mended, and every span still points into what was written', () => {
  const text = '今天去了文情，消房栓没水'
  const { slots, spans } = contractFrame(text, REGISTRY, listening(LI, { lexicon }))
  expect(slots).toMatchObject({
    school_codes: ['S01'],
    findings: [{ text: '消房栓没水' }],
    topics: ['safety'],
  })
  expect(spans.school_codes?.map((span) => text.slice(...span))).toEqual(['文情'])
  expect(spans.findings?.map((span) => text.slice(...span))).toEqual(['消房栓没水'])
})
