import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/**
 * WeCom's side of the callback crypto (WeCom D90930, D101033), written for the simulator alone: the channel has its own,
 * so that a mistake in one cannot hide in the other.
 */
export type Keys = { token: string; encodingAesKey: string }
export type Random = (bytes: number) => Uint8Array

/** WeCom pads to 32 bytes, twice the cipher's block, which is why Node's own padding must stay off. */
const PAD_BLOCK = 32
const HEAD = 16 + 4

export function signature(token: string, timestamp: string, nonce: string, ciphertext: string): string {
  const parts = [token, timestamp, nonce, ciphertext].sort()
  return createHash('sha1').update(parts.join('')).digest('hex')
}

export function signatureFits(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Encrypts a message for `receiveId`: a CorpID for an app, the empty string for an AI bot. */
export function encrypt(
  encodingAesKey: string,
  message: string,
  receiveId: string,
  prefix: Uint8Array,
): string {
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return cipher(encodingAesKey, Buffer.concat([prefix, length, body, Buffer.from(receiveId)])).toString(
    'base64',
  )
}

/** Throws where the padding, the length or the receiver is not as WeCom demands. */
export function decrypt(encodingAesKey: string, ciphertext: string, receiveId: string): string {
  const plain = unpad(decipher(encodingAesKey, Buffer.from(ciphertext, 'base64')))
  if (plain.length < HEAD) throw new Error('the decrypted message is shorter than its header')
  const end = HEAD + plain.readUInt32BE(16)
  if (end > plain.length) throw new Error('the message length points past the end')
  const receiver = plain.subarray(end).toString()
  if (receiver !== receiveId) throw new Error(`the message is for "${receiver}", not for "${receiveId}"`)
  return plain.subarray(HEAD, end).toString()
}

/** Files behind the AI bot's links: the whole file, without random prefix and length. */
export const encryptFile = (encodingAesKey: string, file: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(cipher(encodingAesKey, Buffer.from(file)))

function keyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  if (encodingAesKey.length !== 43 || key.length !== 32)
    throw new Error('the EncodingAESKey must have exactly 43 letters and digits')
  return key
}

function cipher(encodingAesKey: string, plain: Buffer): Buffer {
  const key = keyOf(encodingAesKey)
  const aes = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const missing = PAD_BLOCK - (plain.length % PAD_BLOCK)
  return Buffer.concat([aes.update(plain), aes.update(Buffer.alloc(missing, missing)), aes.final()])
}

function decipher(encodingAesKey: string, secret: Buffer): Buffer {
  if (secret.length === 0 || secret.length % 16 !== 0) throw new Error('the ciphertext is not whole blocks')
  const key = keyOf(encodingAesKey)
  const aes = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([aes.update(secret), aes.final()])
}

function unpad(padded: Buffer): Buffer {
  const size = padded.at(-1) ?? 0
  const padding = padded.subarray(-size)
  if (size < 1 || size > PAD_BLOCK || size > padded.length || padding.some((byte) => byte !== size))
    throw new Error('the padding is not PKCS#7 to 32 bytes')
  return padded.subarray(0, padded.length - size)
}
