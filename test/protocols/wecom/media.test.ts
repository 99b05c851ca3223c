import { createCipheriv } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fetchMedia, mayBeFetched } from '#src/channels/wecom/media.ts'
import { CONFIG } from './callback.ts'
import { platform } from './platform.ts'
import type { Reply } from './platform.ts'

const MEDIA_BYTES = 20 * 1_048_576

const picture = Buffer.from('not really a picture')
const error = (name: string) => expect.objectContaining({ name })
const file =
  (content: Buffer, type = 'image/jpeg') =>
  () =>
    new Response(new Uint8Array(content), { headers: { 'content-type': type } })

describe('a file of the app', () => {
  const fetched = (reply: Reply) => {
    const of = platform({ 'media/get': [reply] })
    return { ...of, content: fetchMedia(of, { via: 'app_media', mediaId: 'M 1' }) }
  }

  test('comes as it is', async () => {
    const { content, asked } = fetched(file(picture))
    expect(await content).toEqual(picture)
    expect(asked('media/get')).toMatchObject([{ query: { access_token: 'T1', media_id: 'M 1' } }])
  })

  test.each([40007, 830002])('is gone or too big (%i): the sender is told', async (errcode) => {
    await expect(fetched({ errcode, errmsg: '' }).content).rejects.toThrow(error('UserError'))
  })

  test.each([-1, 45009, 60020])('is not to be had now (%i)', async (errcode) => {
    await expect(fetched({ errcode, errmsg: '' }).content).rejects.toThrow(error('RetryLater'))
  })

  test('an error may call itself plain text', async () => {
    const reply = () =>
      new Response('{"errcode":40007,"errmsg":""}', { headers: { 'content-type': 'text/plain' } })
    await expect(fetched(reply).content).rejects.toThrow(error('UserError'))
  })

  test('20 MB are taken, a byte more is not', async () => {
    expect(await fetched(file(Buffer.alloc(MEDIA_BYTES))).content).toHaveLength(MEDIA_BYTES)
    await expect(fetched(file(Buffer.alloc(MEDIA_BYTES + 1))).content).rejects.toThrow(error('UserError'))
  })
})

describe('a file of the bot', () => {
  const url = 'https://ww-aibot-img.cos.ap-guangzhou.myqcloud.com/a?sign=1'
  const key = Buffer.from(`${CONFIG.bot!.encodingAesKey}=`, 'base64')
  const encrypt = (content: Buffer) => {
    const pad = 32 - (content.length % 32)
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    return Buffer.concat([cipher.update(content), cipher.update(Buffer.alloc(pad, pad)), cipher.final()])
  }
  const fetched = (reply: Reply, change: object = {}, from = url) => {
    const of = platform({ [from]: [reply] })
    const config = { ...CONFIG, ...change }
    return { ...of, content: fetchMedia({ ...of, config }, { via: 'bot_url', url: from }) }
  }

  test.each([0, 1, 31, 32, 33])('of %i bytes is decrypted', async (length) => {
    const content = Buffer.alloc(length, 5)
    const { content: got, asked } = fetched(file(encrypt(content), 'application/octet-stream'))
    expect(await got).toEqual(content)
    expect(asked('gettoken')).toEqual([])
  })

  test('that is no ciphertext cannot be had', async () => {
    await expect(fetched(file(Buffer.from('<html>'))).content).rejects.toThrow(error('UserError'))
  })

  test('of 20 MB is taken, of 32 bytes more is not', async () => {
    const most = Buffer.alloc(MEDIA_BYTES)
    expect(await fetched(file(encrypt(most))).content).toHaveLength(MEDIA_BYTES)
    await expect(fetched(file(encrypt(Buffer.alloc(MEDIA_BYTES + 32)))).content).rejects.toThrow(
      error('UserError'),
    )
  })

  test('behind a broken line is tried again', async () => {
    await expect(fetched(() => Promise.reject(new TypeError())).content).rejects.toThrow(error('RetryLater'))
  })

  test('on our own network is not asked for', async () => {
    const { content, calls } = fetched(file(encrypt(picture)), {}, 'https://169.254.169.254/latest')
    await expect(content).rejects.toThrow(error('UserError'))
    expect(calls).toEqual([])
  })

  test('without a bot there is none', async () => {
    await expect(fetched(file(encrypt(picture)), { bot: undefined }).content).rejects.toThrow(
      error('UserError'),
    )
  })
})

test.each([
  ['https://example.com/a', true],
  ['https://example.com:8443/a', true],
  ['http://example.com/a', false],
  ['ftp://example.com/a', false],
  ['file:///etc/passwd', false],
  ['data:text/plain,x', false],
  ['not a link', false],
  ['https://127.0.0.1/a', false],
  ['https://0x7f.1/a', false],
  ['https://2130706433/a', false],
  ['https://10.1.2.3/a', false],
  ['https://172.16.0.1/a', false],
  ['https://172.31.255.255/a', false],
  ['https://172.32.0.1/a', true],
  ['https://192.168.1.1/a', false],
  ['https://169.254.169.254/a', false],
  ['https://100.64.0.1/a', false],
  ['https://100.128.0.1/a', true],
  ['https://0.0.0.0/a', false],
  ['https://[::1]/a', false],
  ['https://[::ffff:10.0.0.1]/a', false],
  ['https://localhost/a', false],
  ['https://LOCALHOST./a', false],
  ['https://db/a', false],
  ['https://db.internal/a', false],
])('%s may be fetched: %s', (url, may) => {
  expect(mayBeFetched(url, 'https://qyapi.weixin.qq.com')).toBe(may)
})

test.each(['http://127.0.0.1:9000', 'http://10.0.0.5:8080', 'http://wecom.internal'])(
  'where the platform itself is %s, its files are near it',
  (apiBase) => {
    expect(mayBeFetched('http://10.0.0.6/a', apiBase)).toBe(true)
    expect(mayBeFetched('file:///etc/passwd', apiBase)).toBe(false)
  },
)
