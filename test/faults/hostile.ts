import { createCipheriv } from 'node:crypto'
import { encrypt, signature } from '#src/simulator/crypto.ts'
import type { Chance } from '#src/intake/sample/chance.ts'

/** What somebody might send to an entrance: `rightful` alone is one that a platform could have sent. */
export type Callback = { path: string; method: string; body: Buffer }

export type Door = {
  path: string
  kind: 'xml' | 'json'
  token: string
  encodingAesKey: string
  receiveId: string
}

type Parts = { encrypted: string; timestamp: string; nonce: string; signed: string }

const RANDOM = Buffer.alloc(16, 7)

/** All ways to be hostile, by name. Each gives another callback at each call, always the same for the same seed. */
export function hostilities(door: Door, seconds: number, luck: Chance): Record<string, () => Callback> {
  const { between, pick } = luck
  const bytes = (length: number) => Buffer.from(Array.from({ length }, () => between(0, 255)))
  const parts = (encrypted: string, token = door.token): Parts => {
    const [timestamp, nonce] = [String(seconds), between(0, 2 ** 31).toString(36)]
    return { encrypted, timestamp, nonce, signed: signature(token, timestamp, nonce, encrypted) }
  }
  const query = ({ signed, timestamp, nonce }: Parts) =>
    `msg_signature=${signed}&timestamp=${timestamp}&nonce=${nonce}`
  const body = (encrypted: string) =>
    door.kind === 'xml'
      ? `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`
      : JSON.stringify({ encrypt: encrypted })
  const post = (search: string, content: string | Buffer, method = 'POST'): Callback => ({
    path: `${door.path}?${search}`,
    method,
    body: Buffer.from(content),
  })
  const whole = (of: Parts) => post(query(of), body(of.encrypted))
  const sealed = (content: string | Buffer, receiveId = door.receiveId) =>
    encrypt(door.encodingAesKey, content as string, receiveId, RANDOM)
  const signedContent = (content: string | Buffer) => whole(parts(sealed(content)))
  const message = () => ordinary(door, seconds, `id${between(0, 2 ** 31)}`)
  const flipped = (text: string) => {
    const copy = Buffer.from(text, 'base64')
    const at = between(0, copy.length - 1)
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << between(0, 7)), at)
    return copy.toString('base64')
  }
  /** Sealed by somebody who has the key but not our manners: any length, padding and receiver. */
  const packed = (plain: Buffer) => {
    const key = Buffer.from(`${door.encodingAesKey}=`, 'base64')
    const aes = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    return Buffer.concat([aes.update(plain), aes.final()]).toString('base64')
  }
  const length = (n: number) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(n >>> 0)
    return head
  }

  return {
    'a bit of the ciphertext turned over': () => {
      const made = parts(sealed(message()))
      return post(query(made), body(flipped(made.encrypted)))
    },
    'a bit turned over, then signed': () => whole(parts(flipped(sealed(message(), 'somebody else')))),
    'ciphertext cut off': () => {
      const text = sealed(message())
      return whole(parts(text.slice(0, between(0, text.length - 4))))
    },
    'another length inside': () =>
      whole(parts(packed(Buffer.concat([RANDOM, length(between(0, 2 ** 32)), bytes(44)])))),
    'bytes that are no padding': () => whole(parts(packed(bytes(32 * between(1, 8))))),
    'another receiver': () =>
      whole(parts(sealed(message(), pick(['wwother', '\u0000', `${door.receiveId} `])))),
    'another token': () => whole(parts(sealed(message()), 'another')),
    'an old signature': () => {
      const old = String(seconds - pick([601, 86_400, seconds]))
      const text = sealed(message())
      return post(
        query({ encrypted: text, timestamp: old, nonce: 'n', signed: signature(door.token, old, 'n', text) }),
        body(text),
      )
    },
    'a time that is none': () => {
      const time = pick(['', 'NaN', '1e99', '-1', '9'.repeat(400), '%00', '%EF%BC%91%EF%BC%92'])
      const text = sealed(message())
      const signed = signature(door.token, decodeURIComponent(time), 'n', text)
      return post(query({ encrypted: text, timestamp: time, nonce: 'n', signed }), body(text))
    },
    'parameters twice, missing or broken': () => {
      const made = parts(sealed(message()))
      const one = query(made)
      return post(
        pick([
          `${one}&${one}`,
          `${one}&nonce=x`,
          '',
          '?',
          '&&&',
          '%',
          `${one}&%ZZ=%`,
          'msg_signature',
          one.replaceAll('=', '%3D'),
        ]),
        body(made.encrypted),
      )
    },
    'no body, or bytes': () => post(query(parts('x')), pick([Buffer.alloc(0), bytes(between(1, 300))])),
    'a body of another kind': () =>
      post(
        query(parts('x')),
        pick([
          '{}',
          '[]',
          'null',
          '<xml/>',
          '<xml><Encrypt></Encrypt></xml>',
          '{"encrypt":{}}',
          '{"encrypt":""}',
          `${'<a>'.repeat(500)}`,
        ]),
      ),
    'an XML bomb around it': () => post(query(parts('x')), bomb(between(2, 9))),
    'an XML bomb inside': () => signedContent(bomb(between(2, 9))),
    'deep JSON': () => signedContent('['.repeat(between(1, 20_000))),
    'deep XML': () => signedContent(`<xml>${'<a>'.repeat(between(1, 5_000))}`),
    'invalid UTF-8': () =>
      signedContent(
        Buffer.concat([Buffer.from(door.kind === 'xml' ? '<xml>' : '{'), bytes(between(1, 200))]),
      ),
    'fields of another type': () => signedContent(absurd(door, luck)),
    'nothing inside': () => signedContent(''),
    'another method': () => {
      const made = parts(sealed(message()))
      return post(query(made), body(made.encrypted), pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS']))
    },
    'an address to verify that is not ours': () => {
      const made = parts(sealed('echo'), 'another')
      return post(`${query(made)}&echostr=${encodeURIComponent(made.encrypted)}`, '', 'GET')
    },
  }
}

/** Costs more to send than to refuse: a few are enough. */
export const huge = (door: Door, luck: Chance): Callback => ({
  path: `${door.path}?msg_signature=a&timestamp=1&nonce=b`,
  method: 'POST',
  body: Buffer.alloc(luck.between(1024 ** 2 + 1, 3 * 1024 ** 2), luck.pick(['<', '{', 'a', '\u0000'])),
})

/** A message as a platform sends it, from somebody whom no office has registered. */
export const ordinary = (door: Door, seconds: number, id: string): string =>
  door.kind === 'xml'
    ? `<xml><ToUserName>${door.receiveId}</ToUserName><FromUserName>stranger_x</FromUserName><CreateTime>${seconds}</CreateTime><MsgType>text</MsgType><Content>你好</Content><MsgId>${id}</MsgId><AgentID>1000002</AgentID></xml>`
    : JSON.stringify({
        msgid: id,
        chattype: 'single',
        from: { userid: 'stranger_x' },
        msgtype: 'text',
        text: { content: '你好' },
      })

function bomb(levels: number): string {
  const entities = Array.from({ length: levels }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)
  return `<!DOCTYPE xml [<!ENTITY e0 "ha"><!ENTITY x SYSTEM "file:///etc/passwd">${entities.join('')}]><xml><FromUserName>&e${levels};&x;</FromUserName></xml>`
}

/** Well signed, and no message: what is asked for is missing, of another type or nested where text belongs. */
function absurd(door: Door, { pick, between }: Chance): string {
  const odd = pick<unknown>([null, 0, -1, 1e308, true, [], {}, [[]], { a: { b: [] } }, ''])
  if (door.kind === 'json')
    return JSON.stringify(
      pick<unknown>([
        odd,
        { msgid: odd, from: { userid: odd } },
        { msgid: 'a', chattype: 'single', from: odd, msgtype: 'text' },
        { msgid: 'a', chattype: odd === '' ? 0 : odd, from: { userid: 'x' } },
        { __proto__: { msgid: 'a' }, constructor: odd, from: [{ userid: 'x' }] },
        Array.from({ length: between(1, 200) }, () => odd),
      ]) ?? null,
    )
  return pick([
    '<xml><FromUserName><a>x</a></FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>',
    '<xml><FromUserName></FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>',
    '<xml><FromUserName>x</FromUserName><CreateTime>-1</CreateTime><MsgType>text</MsgType></xml>',
    `<xml><FromUserName>x</FromUserName><CreateTime>${'9'.repeat(between(13, 400))}</CreateTime><MsgType>text</MsgType></xml>`,
    '<xml><FromUserName>x</FromUserName><FromUserName>y</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>',
    '<xml><FromUserName>x</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><AgentID>7</AgentID></xml>',
    `<xml ${'a="b" '.repeat(between(1, 500))}/>`,
    '<xml>]]></xml><xml>',
    'not xml',
  ])
}
