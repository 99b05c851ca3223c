import { createCipheriv, createDecipheriv, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { getSignature } from '@wecom/crypto'
import { ConfigError } from '#src/domain/errors.ts'
import { Refusal } from './refusal.ts'

// WeCom pads to 32 bytes, twice the block of AES: Node's own unpadding rejects pad values above 16 (WeCom D90968).
const PAD_BLOCK = 32
const RANDOM_BYTES = 16
const HEADER_BYTES = RANDOM_BYTES + 4

export type Envelope = {
  /** Throws a Refusal unless the ciphertext was signed with our token. */
  verify(signature: string, timestamp: string, nonce: string, encrypted: string): void
  /** The message inside; throws a Refusal where the padding, the length or the receiver is wrong. */
  decrypt(encrypted: string): string
  /** The same plaintext, timestamp and nonce seal to the same bytes unless `random` says otherwise. */
  seal(plaintext: string, stamp: { timestamp: string; nonce: string; random?: Buffer }): Sealed
}
export type Sealed = { encrypted: string; signature: string }

/** A decoded EncodingAESKey. As a KeyObject, made once, it is four times as fast as from its bytes at each call. */
export type AesKey = { secret: KeyObject; iv: Buffer }

/** `receiveId` is the CorpID for an app and empty for an AI bot (WeCom D101033). */
export function createEnvelope(keys: { token: string; encodingAesKey: string; receiveId: string }): Envelope {
  const { token, encodingAesKey, receiveId } = keys
  const key = readAesKey(encodingAesKey)
  return {
    verify(signature, timestamp, nonce, encrypted) {
      const expected = getSignature(token, timestamp, nonce, encrypted)
      if (!equalInConstantTime(signature, expected)) throw new Refusal('signature')
    },
    decrypt: (encrypted) => unpack(decipher(key, Buffer.from(encrypted, 'base64')), receiveId),
    seal(plaintext, { timestamp, nonce, random = prefixFor(key, [timestamp, nonce, plaintext]) }) {
      const encrypted = encipher(key, pack(random, plaintext, receiveId)).toString('base64')
      return { encrypted, signature: getSignature(token, timestamp, nonce, encrypted) }
    },
  }
}

/** Reads an EncodingAESKey; a ConfigError where it is none. */
export function readAesKey(encodingAesKey: string): AesKey {
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey))
    throw new ConfigError(
      'EncodingAESKey 应为 43 个字母和数字。请到企业微信管理后台，从该应用（或智能机器人）的“接收消息”设置页重新复制。',
    )
  const bytes = Buffer.from(`${encodingAesKey}=`, 'base64')
  return { secret: createSecretKey(bytes), iv: bytes.subarray(0, 16) }
}

/** Decrypts and takes off the padding, each of its bytes checked. */
export function decipher(key: AesKey, encrypted: Uint8Array): Buffer {
  if (encrypted.length === 0 || encrypted.length % PAD_BLOCK !== 0) throw new Refusal('cipher')
  const cipher = createDecipheriv('aes-256-cbc', key.secret, key.iv).setAutoPadding(false)
  return unpad(Buffer.concat([cipher.update(encrypted), cipher.final()]))
}

function encipher(key: AesKey, plain: Buffer): Buffer {
  const count = PAD_BLOCK - (plain.length % PAD_BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key.secret, key.iv).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(count, count)), cipher.final()])
}

function unpad(padded: Buffer): Buffer {
  const count = padded.at(-1) ?? 0
  const end = padded.length - count
  if (count < 1 || count > PAD_BLOCK || padded.subarray(end).some((byte) => byte !== count))
    throw new Refusal('cipher')
  return padded.subarray(0, end)
}

function pack(random: Buffer, message: string, receiveId: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(message))
  return Buffer.concat([random, length, Buffer.from(message + receiveId)])
}

function unpack(plain: Buffer, receiveId: string): string {
  if (plain.length < HEADER_BYTES) throw new Refusal('cipher')
  const end = HEADER_BYTES + plain.readUInt32BE(RANDOM_BYTES)
  if (end > plain.length) throw new Refusal('cipher')
  if (plain.toString('utf8', end) !== receiveId) throw new Refusal('receiver')
  return plain.toString('utf8', HEADER_BYTES, end)
}

function equalInConstantTime(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

// Stands where the protocol asks for 16 random bytes. Derived from what it hides, it differs whenever that differs, and an
// answer that WeCom asks for again is the same byte for byte.
const prefixFor = ({ secret }: AesKey, parts: string[]): Buffer =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest().subarray(0, RANDOM_BYTES)
