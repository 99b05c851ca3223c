import { describe, expect, test } from 'vitest'
import { appReply, fitsInline } from '#src/channels/wecom/reply.ts'
import type { Incoming, IncomingContent } from '#src/domain/incoming.ts'
import { userId } from '#src/domain/words.ts'
import { APP_ENVELOPE, NOW } from './callback.ts'

const incoming = (channel: Incoming['channel'], content: IncomingContent): Incoming => ({
  key: 'k',
  channel,
  from: userId('a'),
  sentAt: NOW,
  ...content,
})
const said: IncomingContent = { kind: 'text', text: '', media: [] }
const tap = (taskId: string): IncomingContent => ({ kind: 'tap', action: 'a', taskId, selected: [] })

test.each([
  ['wecom_app', 'x'.repeat(2048), true],
  ['wecom_app', 'x'.repeat(2049), false],
  ['wecom_app', '字'.repeat(682) + 'xx', true],
  ['wecom_app', '字'.repeat(683), false],
  ['wecom_app', '<'.repeat(682) + 'xx', true],
  ['wecom_app', '<'.repeat(683), false],
  ['wecom_bot', 'x'.repeat(20480), true],
  ['wecom_bot', 'x'.repeat(20481), false],
  ['wecom_bot', '字'.repeat(6826) + 'xx', true],
  ['wecom_bot', '字'.repeat(6827), false],
  ['wecom_bot', '*'.repeat(6827), false],
] as const)('%s: a text of some length fits whole or not at all', (channel, text, fits) => {
  expect(fitsInline(incoming(channel, said), text)).toBe(fits)
})

describe('what can be answered at once', () => {
  test.each([
    ['wecom_app', said, true],
    ['wecom_app', { kind: 'media', what: 'image', media: [] }, true],
    ['wecom_app', { kind: 'entered' }, true],
    ['wecom_app', { kind: 'joined' }, true],
    ['wecom_app', { kind: 'left' }, false],
    ['wecom_app', tap(''), true],
    ['wecom_app', tap('m42'), false],
    ['wecom_app', { kind: 'unsupported', what: 'location', raw: '' }, true],
    ['wecom_app', { kind: 'unsupported', what: 'event:change_contact', raw: '' }, false],
    ['wecom_bot', said, true],
    ['wecom_bot', { kind: 'entered' }, true],
    ['wecom_bot', tap('m42'), false],
    ['wecom_bot', { kind: 'unsupported', what: 'event:feedback_event', raw: '' }, false],
  ] as [Incoming['channel'], IncomingContent, boolean][])('%s %j', (channel, content, can) => {
    expect(fitsInline(incoming(channel, content), '好')).toBe(can)
  })
})

describe('an answer', () => {
  const answer = (text: string | null, content: IncomingContent = said) =>
    appReply(
      APP_ENVELOPE,
      { text, at: NOW },
      { incoming: incoming('wecom_app', content), sender: 'a', corpId: 'c', nonce: 'n' },
    )

  test('that does not fit is never cut: it is a mistake of the caller', () => {
    expect(answer('x'.repeat(2048))).not.toBe('')
    expect(() => answer('x'.repeat(2049))).toThrow('2049')
  })

  test('is empty where there is none, and where the message takes none', () => {
    expect([answer(null), answer(''), answer('好', tap('m42'))]).toEqual(['', '', ''])
  })
})
