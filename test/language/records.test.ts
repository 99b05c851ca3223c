import { describe, expect, test } from 'vitest'
import { isAlike } from '#src/language/visits/alike.ts'
import { OUR_LEXICON } from '#src/language/lexicon/lexicon.ts'
import { matterOf } from '#src/language/visits/matters.ts'
import { understand } from '#src/language/understand.ts'
import { LI, listening, REGISTRY } from './city.ts'

const heard = (text: string, draftOpen = false) => understand(text, REGISTRY, listening(LI, { draftOpen }))
const told = (text: string) => ({ text, matter: matterOf(text, OUR_LEXICON) })

describe('two findings that may be one thing', () => {
  test.each([
    ['食堂留样记录不全', '留样记录还是不全'],
    ['食堂留样记录不全', '留样'],
    ['灭火器过期3具', '消防灭火器过期'],
    ['楼梯扶手松动', '二楼扶手松了'],
    ['晨检没登记', '晨检'],
    ['消防通道堆了桌椅', '通道还堵着'],
    ['阅览角布置敷衍', '阅览角布置还是敷衍'],
  ])('%s, %s', (a, b) => {
    expect(isAlike(told(a), told(b), OUR_LEXICON)).toBe(true)
    expect(isAlike(told(b), told(a), OUR_LEXICON)).toBe(true)
  })

  test.each([
    ['灭火器过期', '消防通道堵'],
    ['消防通道堵', '消防通道应急灯不亮'],
    ['食堂灭火器过期', '教学楼灭火器过期'],
    ['一楼灭火器过期', '三楼灭火器过期'],
    ['围墙墙面脱落', '墙皮脱落'],
    ['门卫没登记', '外来人员没登记'],
    ['食堂留样记录不全', '食堂陪餐记录不全'],
  ])('not %s, %s', (a, b) => expect(isAlike(told(a), told(b), OUR_LEXICON)).toBe(false))
})

describe('the record that is meant', () => {
  const none = { number: null, school: null, date: null, part: null }
  test.each([
    ['章贡-25-0012 改成下午', { ...none, number: '章贡-25-0012' }],
    ['章贡250012改成下午', { ...none, number: '章贡-25-0012' }],
    ['章贡 25 0012 改成下午', { ...none, number: '章贡-25-0012' }],
    ['刚才那条时间写错了 是前天不是昨天', none],
    ['昨天那条改成下午', { ...none, date: '2025-11-17' }],
    ['上午那条改成下午', { ...none, part: 'am' }],
    ['食堂那条改成严重', null],
    ['改成下午', null],
  ])('%s', (text, record) => expect(heard(text)).toMatchObject({ intent: 'correct', record }))

  test('a school that only names the record is no new school', () =>
    expect(heard('文清那条学校写错了，是四中')).toMatchObject({
      intent: 'correct',
      record: { school: { candidates: ['S01'] } },
      changes: [{ field: 'school', to: { candidates: ['S04'] } }],
      reason: '学校写错了',
    }))

  test.each([
    ['章贡-25-0012 作废', '章贡-25-0012', null],
    ['章贡-25-0012 作废，记重了', '章贡-25-0012', '记重了'],
    ['把章贡250012撤回', '章贡-25-0012', null],
  ])('%s', (text, number, reason) =>
    expect(heard(text)).toMatchObject({
      intent: 'cancel',
      reason,
      record: { number: expect.stringContaining(number) },
    }),
  )

  test('把阳明上午那条删了吧，记重了', () =>
    expect(heard('把阳明上午那条删了吧，记重了')).toMatchObject({
      intent: 'cancel',
      record: { school: { candidates: ['S09'] }, part: 'am' },
    }))

  test.each([
    ['章贡-25-0012 改成下午，因为记错了', '记错了'],
    ['刚才那条时间写错了 是前天不是昨天', '时间写错了'],
    ['章贡-25-0012 改成下午', null],
  ])('why: %s', (text, reason) => expect(heard(text)).toMatchObject({ reason }))

  test.each([
    ['章贡-25-0012 听课改成3节', { field: 'methods', to: ['lesson_observation'], counts: { lessons: 3 } }],
    ['刚才那条方式改成听课2节', { field: 'methods', to: ['lesson_observation'], counts: { lessons: 2 } }],
    ['章贡-25-0012 过程改成 听课后座谈', { field: 'narrative', to: '听课后座谈' }],
  ])('%s', (text, change) => expect(heard(text)).toMatchObject({ intent: 'correct', changes: [change] }))
})

describe('what is open, while a card waits', () => {
  test.each([
    ['留样那个还没改', [{ words: '留样', number: null, verdict: 'same' }]],
    ['Z-011 有好转', [{ words: '', number: 'Z-00011', verdict: 'better' }]],
    ['Z-011 没变化', [{ words: '', number: 'Z-00011', verdict: 'same' }]],
    [
      '留样有好转，消防通道没变化',
      [
        { words: '留样', number: null, verdict: 'better' },
        { words: '消防通道', number: null, verdict: 'same' },
      ],
    ],
  ])('%s', (text, seen) => {
    expect(heard(text, true)).toEqual({ intent: 'follow_up', seen })
    expect(heard(text).intent).not.toBe('follow_up')
  })

  test.each(['灭火器还没换', '门卫脱岗，楼道灯坏', '宿舍没有消防栓', '还有厕所没洗手液'])(
    '%s is a finding',
    (text) => expect(heard(text, true)).toMatchObject({ intent: 'correct' }),
  )

  test.each([
    ['新开', [{ field: 'join', to: false }]],
    ['第一条新开', [{ field: 'join', to: false, item: { nth: 1 } }]],
    ['第二条单独开', [{ field: 'join', to: false, item: { nth: 2 } }]],
    ['第二条还是并入', [{ field: 'join', to: true, item: { nth: 2 } }]],
    ['不是同一件事', [{ field: 'join', to: false }]],
  ])('%s', (text, changes) => expect(heard(text, true)).toMatchObject({ intent: 'correct', changes }))

  test('新开的小卖部没有证 is a finding', () =>
    expect(heard('新开的小卖部没有证', true)).toMatchObject({ changes: [{ field: 'add' }] }))
})

test.each(['两校都没问题', '两所学校都没问题', '三校都没啥问题'])('%s, while cards wait', (text) =>
  expect(heard(text, true)).toEqual({ intent: 'confirm', allFine: true }),
)
