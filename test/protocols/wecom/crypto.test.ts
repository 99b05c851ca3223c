import { createCipheriv } from 'node:crypto'
import { encrypt as libraryEncrypt } from '@wecom/crypto'
import { describe, expect, test } from 'vitest'
import { createEnvelope, decipher, readAesKey } from '#src/channels/wecom/crypto.ts'
import { ConfigError } from '#src/domain/errors.ts'
import vectors from '#test/fixtures/wecom/vectors.json' with { type: 'json' }

const bot = vectors.find(({ name }) => name === 'V7')!
const refusal = (reason: string) => expect.objectContaining({ name: 'Refusal', reason })

describe.each(vectors)('$name', (vector) => {
  const { keys, signature, timestamp, nonce, encrypted } = vector
  const envelope = createEnvelope(keys)

  test('verifies and opens', () => {
    envelope.verify(signature, timestamp, nonce, encrypted)
    expect(envelope.decrypt(encrypted)).toBe(vector.plaintext)
  })

  test.each([
    [
      'signature',
      [signature.slice(0, -1) + (signature.endsWith('0') ? '1' : '0'), timestamp, nonce, encrypted],
    ],
    ['shorter signature', [signature.slice(1), timestamp, nonce, encrypted]],
    ['signature in capitals', [signature.toUpperCase(), timestamp, nonce, encrypted]],
    ['empty signature', ['', timestamp, nonce, encrypted]],
    ['timestamp', [signature, `${timestamp}0`, nonce, encrypted]],
    ['nonce', [signature, timestamp, `${nonce}x`, encrypted]],
    ['ciphertext', [signature, timestamp, nonce, `A${encrypted.slice(1)}`]],
  ] as [string, [string, string, string, string]][])('refuses another %s', (_, signed) => {
    expect(() => envelope.verify(...signed)).toThrow(refusal('signature'))
  })

  test('refuses a message for another receiver', () => {
    const other = createEnvelope({ ...keys, receiveId: 'ww0000000000000000' })
    expect(() => other.decrypt(encrypted)).toThrow(refusal('receiver'))
  })
})

test.each(vectors.filter(({ random }) => random))('$name seals to the published bytes', (vector) => {
  const { keys, signature, timestamp, nonce, encrypted, plaintext } = vector
  const stamp = { timestamp, nonce, random: Buffer.from(vector.random!) }
  expect(createEnvelope(keys).seal(plaintext, stamp)).toEqual({ encrypted, signature })
})

describe('sealing', () => {
  const envelope = createEnvelope(bot.keys)
  const stamp = { timestamp: '1700000000', nonce: 'n' }

  test('the same answer seals to the same bytes, any other to others', () => {
    expect(envelope.seal('好', stamp)).toEqual(envelope.seal('好', stamp))
    const first = Buffer.from(envelope.seal('好', stamp).encrypted, 'base64').subarray(0, 16)
    for (const [text, other] of [
      ['坏', stamp],
      ['好', { ...stamp, nonce: 'm' }],
      ['好', { ...stamp, timestamp: '1700000001' }],
    ] as const)
      expect(Buffer.from(envelope.seal(text, other).encrypted, 'base64').subarray(0, 16)).not.toEqual(first)
  })

  // A pad of each length from 1 to 32; the library that WeCom publishes is the judge.
  test.each(Array.from({ length: 33 }, (_, n) => n))('%i bytes more than a block', (n) => {
    const text = '字'.repeat(10) + 'x'.repeat(n)
    const random = Buffer.alloc(16, 7)
    const { encrypted } = envelope.seal(text, { ...stamp, random })
    expect(encrypted).toBe(libraryEncrypt(bot.keys.encodingAesKey, text, '', random))
    expect(envelope.decrypt(encrypted)).toBe(text)
  })
})

describe('what is inside is checked', () => {
  const envelope = createEnvelope(bot.keys)
  const bytes = Buffer.from(`${bot.keys.encodingAesKey}=`, 'base64')
  const raw = (plain: Buffer) => {
    const cipher = createCipheriv('aes-256-cbc', bytes, bytes.subarray(0, 16)).setAutoPadding(false)
    return Buffer.concat([cipher.update(plain), cipher.final()])
  }
  const plain = (length: number, pad: number[]) =>
    Buffer.concat([
      Buffer.alloc(16, 1),
      Buffer.from([0, 0, 0, length]),
      Buffer.from('abcd'),
      Buffer.from(pad),
    ])
  const pad = (count: number) => Array.from({ length: count }, () => count)

  test.each([
    ['good', plain(4, pad(8)), null],
    ['a pad byte that differs', plain(4, [7, ...pad(8).slice(1)]), 'cipher'],
    ['a pad of 0', plain(4, [0, 0, 0, 0, 0, 0, 0, 0]), 'cipher'],
    ['a pad of 33', Buffer.concat([plain(4, []), Buffer.alloc(7), Buffer.alloc(33, 33)]), 'cipher'],
    ['a length beyond the end', plain(5, pad(8)), 'cipher'],
    ['no room for a length', Buffer.concat([Buffer.alloc(19), Buffer.alloc(13, 13)]), 'cipher'],
    ['half of what 32 divides', Buffer.alloc(48, 16), 'cipher'],
  ])('%s', (_, of, reason) => {
    const open = () => envelope.decrypt(raw(of).toString('base64'))
    if (reason === null) expect(open()).toBe('abcd')
    else expect(open).toThrow(refusal(reason))
  })

  test('nothing at all', () => expect(() => envelope.decrypt('')).toThrow(refusal('cipher')))

  test('a whole file has no header, a full block of padding included', () => {
    const file = Buffer.alloc(64, 9)
    const encrypted = raw(Buffer.concat([file, Buffer.alloc(32, 32)]))
    expect(decipher(readAesKey(bot.keys.encodingAesKey), encrypted)).toEqual(file)
  })
})

test.each(['', 'short', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}!`])(
  'the EncodingAESKey %j is a mistake of the deployment',
  (encodingAesKey) => {
    expect(() => createEnvelope({ token: 't', encodingAesKey, receiveId: '' })).toThrow(ConfigError)
  },
)
