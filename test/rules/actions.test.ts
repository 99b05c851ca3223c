import { describe, expect, test } from 'vitest'
import { ACTS, decodeAction, encodeAction, type Action } from '#cards/action.ts'
import { chance } from '#src/intake/sample/chance.ts'
import released from '#test/fixtures/actions.json' with { type: 'json' }

describe('what a card once carried', () => {
  test.each(released)('$key', ({ key, action }) => {
    expect(decodeAction(key)).toEqual(action)
    expect(encodeAction(action as Action)).toBe(key)
  })

  test('the fixture holds every act, and no act has gone since', () => {
    expect([...new Set(released.map(({ action }) => action.act))]).toEqual([...ACTS])
  })
})

test('whatever a card carries comes back as it was', () => {
  const { pick, between } = chance(20251118)
  const word = (from: string, length: number) => Array.from({ length }, () => pick([...from])).join('')
  for (let i = 0; i < 2_000; i++) {
    const action: Action = {
      act: pick(ACTS),
      id: word('0123456789abcdefZz-', between(1, 40)),
      seq: between(0, 999_999_999),
      ...(i % 2 === 0 ? {} : { arg: word('S05:／: %「」\n🙂', between(0, 30)) }),
    }
    expect(decodeAction(encodeAction(action))).toEqual(action)
  }
})

test.each([
  '',
  'notice_sign',
  'notice_sign:',
  'notice_sign:id',
  'notice_sign:id:',
  'notice_sign::1',
  'notice_sign:id:-1',
  'notice_sign:id:1.5',
  'notice_sign:id:1e3',
  'notice_sign:id:1000000000',
  'notice_sign:i d:1',
  'notice_sign:id:1 ',
  ' notice_sign:id:1',
  'Notice_Sign:id:1',
  'notice_steal:id:1',
  '__proto__:id:1',
  'constructor:id:1',
  'notice_sign:编号:1',
  "notice_sign:id';drop table notices;--:1",
])('%j is no button of ours', (key) => {
  expect(decodeAction(key)).toBeNull()
})

test('the longest that a card carries fits what WeCom takes for a key (1,024 bytes)', () => {
  const longest = encodeAction({
    act: 'visit_school',
    id: 'f'.repeat(64),
    seq: 999_999_999,
    arg: '校'.repeat(64),
  })
  expect(Buffer.byteLength(longest)).toBeLessThanOrEqual(1024)
})
