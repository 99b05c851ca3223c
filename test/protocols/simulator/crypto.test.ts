import { decrypt as libraryDecrypt } from '@wecom/crypto'
import { describe, expect, test } from 'vitest'
import { decrypt, encrypt, encryptFile, signature, signatureFits } from '#src/simulator/crypto.ts'
import { VECTORS } from './vectors.ts'

describe('published vectors', () => {
  test.each(VECTORS)('$name: the signature', (v) => {
    expect(signature(v.token, v.timestamp, v.nonce, v.encrypted)).toBe(v.signature)
  })

  test.each(VECTORS)('$name: a signature for another nonce is refused', (v) => {
    expect(signatureFits(signature(v.token, v.timestamp, `${v.nonce}0`, v.encrypted), v.signature)).toBe(
      false,
    )
  })

  test.each(VECTORS)('$name: the message', (v) => {
    expect(decrypt(v.key, v.encrypted, v.receiveId)).toBe(v.message)
  })

  test.each(VECTORS.filter((v) => v.prefix !== undefined))('$name: encrypted again, byte for byte', (v) => {
    expect(encrypt(v.key, v.message, v.receiveId, Buffer.from(v.prefix ?? ''))).toBe(v.encrypted)
  })
})

const key = VECTORS[0]?.key ?? ''
const prefix = new Uint8Array(16)

test.each([0, 1, 11, 12, 13, 31, 32, 33])(
  'a message of %i bytes is padded as the official library expects',
  (size) => {
    const message = 'x'.repeat(size)
    expect(libraryDecrypt(key, encrypt(key, message, 'corp', prefix)).message).toBe(message)
  },
)

test('a message for another receiver is refused', () => {
  const forOther = encrypt(key, 'hello', 'corp2', prefix)
  expect(() => decrypt(key, forOther, 'corp')).toThrow('for "corp2"')
})

test.each([
  ['not whole blocks', Buffer.from('short').toString('base64')],
  ['broken padding', Buffer.alloc(64).toString('base64')],
  ['nothing', ''],
])('%s is refused', (_, ciphertext) => {
  expect(() => decrypt(key, ciphertext, 'corp')).toThrow()
})

test('a key that is not 43 characters is refused', () => {
  expect(() => encrypt(key.slice(1), 'hello', 'corp', prefix)).toThrow('43')
})

test('a file is encrypted without prefix and length', () => {
  expect(encryptFile(key, new Uint8Array(32))).toHaveLength(64)
  expect(encryptFile(key, new Uint8Array(31))).toHaveLength(32)
})
