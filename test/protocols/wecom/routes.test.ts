import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createEnvelope } from '#src/channels/wecom/crypto.ts'
import { APP_ENVELOPE, BOT_ENVELOPE, CONFIG, NOW, callbacks, queryString, signed } from './callback.ts'

const CALLBACK_BYTES = 1_048_576

const read = (path: string) => readFileSync(new URL(`../../fixtures/wecom/${path}`, import.meta.url), 'utf8')
const MESSAGES = { app: read('app/text.xml'), bot: read('bot/text.json') }

type Request = ReturnType<typeof signed>
type Surroundings = ReturnType<typeof callbacks>

const post = ({ routes }: Surroundings, { path, query, body }: Request, init: RequestInit = {}) =>
  routes.request(`${path}?${queryString(query)}`, { method: 'POST', body, ...init })
const get = ({ routes }: Surroundings, { path, query, encrypted }: Request) =>
  routes.request(`${path}?${queryString({ ...query, echostr: encrypted })}`)

/** Nothing was accepted, one line was logged, one refusal counted, and no word of the message is in any of them. */
async function expectRefused(at: Surroundings, response: Response, status: number, reason: string) {
  expect([response.status, at.refused]).toEqual([status, [reason]])
  expect(at.accepted).toEqual([])
  expect(at.log).toEqual([['warn', 'callback_refused', expect.objectContaining({ reason, status })]])
  expect(JSON.stringify(at.log) + (await response.text())).not.toMatch(/食堂|学校|secret|bottoken01/)
}

describe.each(['app', 'bot'] as const)('/wecom/%s', (door) => {
  const message = MESSAGES[door]

  test('answers the check of its address with the decrypted text and nothing else', async () => {
    const response = await get(callbacks(), signed(door, '1616140317555161061'))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(await response.text()).toBe('1616140317555161061')
  })

  test('takes a message in and answers an empty 200', async () => {
    const at = callbacks()
    const response = await post(at, signed(door, message))
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(at.accepted).toMatchObject([{ kind: 'text', from: 'zhangsan' }])
    expect([at.refused, at.log]).toEqual([[], []])
  })

  test('a bare + in the address stays a +', async () => {
    const nonce = 'a+b c/d=%'
    const request = signed(door, message, { nonce })
    const url = `${request.path}?${queryString(request.query).replaceAll('%2B', '+')}`
    const response = await callbacks().routes.request(url, { method: 'POST', body: request.body })
    expect(response.status).toBe(200)
  })

  test('an echostr with bare + and with %2B is the same', async () => {
    // A plaintext whose ciphertext has a + in it.
    const request = [...Array(64).keys()]
      .map((n) => signed(door, `${n}`))
      .find((of) => of.encrypted.includes('+'))!
    const escaped = queryString({ ...request.query, echostr: request.encrypted })
    for (const query of [escaped, escaped.replaceAll('%2B', '+')]) {
      const response = await callbacks().routes.request(`${request.path}?${query}`)
      expect(response.status).toBe(200)
    }
    const at = callbacks()
    await expectRefused(
      at,
      await at.routes.request(`${request.path}?${escaped.replaceAll('%2B', '%252B')}`),
      403,
      'signature',
    )
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('%s is no way to call', async (method) => {
    const at = callbacks()
    const response = await at.routes.request(`/wecom/${door}`, { method })
    expect(response.headers.get('allow')).toBe('GET, POST')
    await expectRefused(at, response, 405, 'method')
  })

  test.each(['msg_signature', 'timestamp', 'nonce'] as const)(
    '%s missing, empty, twice, badly escaped',
    async (name) => {
      const request = signed(door, message)
      const { [name]: value, ...rest } = request.query
      const others = queryString(rest)
      for (const query of [
        others,
        `${others}&${name}=`,
        `${others}&${name}=${value}&${name}=${value}`,
        `${others}&${name}=%zz`,
        '',
      ]) {
        const at = callbacks()
        const response = await at.routes.request(`${request.path}?${query}`, {
          method: 'POST',
          body: request.body,
        })
        await expectRefused(at, response, 400, 'query')
      }
    },
  )

  test('a check without echostr, and a call without any query', async () => {
    const { path, query } = signed(door, 'x')
    for (const url of [`${path}?${queryString(query)}`, path]) {
      const at = callbacks()
      await expectRefused(at, await at.routes.request(url), 400, 'query')
    }
  })

  test.each([
    ['', 'body'],
    ['hello', 'body'],
    ['<xml></xml>', 'body'],
    ['{}', 'body'],
    ['{"encrypt":1}', 'body'],
    ['<xml><Encrypt></Encrypt></xml>', 'body'],
    ['<xml><Encrypt>QUJD</Encrypt><Encrypt>QUJD</Encrypt></xml>', 'body'],
  ])('the body %j', async (body, reason) => {
    const at = callbacks()
    await expectRefused(at, await post(at, { ...signed(door, message), body }), 400, reason)
  })

  test('signed with another token', async () => {
    const at = callbacks()
    await expectRefused(
      at,
      await post(at, signed(door, message, { signature: '0'.repeat(40) })),
      403,
      'signature',
    )
    const echo = callbacks()
    await expectRefused(
      echo,
      await get(echo, signed(door, '1', { signature: '0'.repeat(40) })),
      403,
      'signature',
    )
  })

  test('meant for another receiver', async () => {
    for (const call of [post, get]) {
      const at = callbacks()
      await expectRefused(
        at,
        await call(at, signed(door, message, { receiveId: 'wwother' })),
        403,
        'receiver',
      )
    }
  })

  test.each([
    [-600, true],
    [-601, false],
    [600, true],
    [601, false],
  ])('signed %i seconds from now: good is %s', async (seconds, good) => {
    for (const call of [post, get]) {
      const at = callbacks()
      const response = await call(at, signed(door, message, { timestamp: String(NOW / 1000 + seconds) }))
      if (good) expect(response.status).toBe(200)
      else await expectRefused(at, response, 403, 'stale')
    }
  })

  test('a time that is no number is never fresh', async () => {
    const at = callbacks()
    await expectRefused(at, await post(at, signed(door, message, { timestamp: 'now' })), 403, 'stale')
  })

  test('the inside is looked at only after the signature', async () => {
    const at = callbacks()
    const wrong = signed(door, 'not a message at all', { signature: '0'.repeat(40) })
    await expectRefused(at, await post(at, wrong), 403, 'signature')
    const right = callbacks()
    await expectRefused(right, await post(right, signed(door, 'not a message at all')), 400, 'content')
  })

  test('a ciphertext of no whole blocks, though signed', async () => {
    const { token } = door === 'app' ? CONFIG : CONFIG.bot!
    const { getSignature } = await import('@wecom/crypto')
    const signature = getSignature(token, String(NOW / 1000), 'nonce1', 'QUJD')
    const at = callbacks()
    await expectRefused(
      at,
      await post(at, signed(door, message, { encrypted: 'QUJD', signature })),
      400,
      'cipher',
    )
  })

  test('one megabyte is read, one byte more is not', async () => {
    const request = signed(door, message)
    for (const length of [CALLBACK_BYTES, CALLBACK_BYTES + 1]) {
      for (const headers of [
        {},
        { 'content-length': String(length) },
        { 'content-length': '10' },
        { 'content-length': 'x' },
      ]) {
        const at = callbacks()
        const response = await post(at, { ...request, body: request.body.padEnd(length) }, { headers })
        const readable = length === CALLBACK_BYTES && Object.values(headers)[0] !== 'x'
        if (readable) expect(response.status).toBe(200)
        else await expectRefused(at, response, 413, 'too_large')
      }
    }
  })

  test('a body without end is read no further than the limit', async () => {
    let pulled = 0
    const body = new ReadableStream({
      pull(controller) {
        pulled += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const at = callbacks()
    const request = { ...signed(door, message), body: body as unknown as string }
    await expectRefused(at, await post(at, request, { duplex: 'half' } as RequestInit), 413, 'too_large')
    expect(pulled).toBeLessThan(CALLBACK_BYTES + 4 * 65_536)
  })

  test('a turn that fails is a 500, so that the platform sends it again; its words are not logged', async () => {
    const at = callbacks({ accept: () => Promise.reject(new Error('INSERT … 上午去章贡中学查食堂')) })
    const response = await post(at, signed(door, message))
    expect(response.status).toBe(500)
    expect(at.log).toEqual([
      ['error', 'callback_failed', expect.objectContaining({ path: `/wecom/${door}` })],
    ])
    expect(JSON.stringify(at.log)).not.toContain('食堂')
    expect(at.refused).toEqual([])
  })

  test('the same call again is answered with the same bytes', async () => {
    const at = callbacks({ accept: () => Promise.resolve({ text: '已记录。', at: NOW }) })
    const [first, second] = await Promise.all([
      post(at, signed(door, message)),
      post(at, signed(door, message)),
    ])
    expect(await first.text()).toBe(await second.text())
  })
})

describe('only /wecom/app', () => {
  const tap = read('app/card_button.xml')

  test('the AgentID inside must be ours', async () => {
    const at = callbacks()
    await expectRefused(at, await post(at, signed('app', tap.replace('1000002', '1000003'))), 403, 'agent')
  })

  test('a directory event names no app', async () => {
    const at = callbacks()
    expect((await post(at, signed('app', read('app/create_user.xml')))).status).toBe(200)
    expect(at.accepted).toHaveLength(1)
  })

  test('the ciphertext may stand bare and in any place', async () => {
    const { path, query, encrypted } = signed('app', tap)
    const body = `<xml>\n<AgentID>1000002</AgentID>\n<Encrypt>${encrypted}</Encrypt>\n</xml>`
    expect((await post(callbacks(), { path, query, encrypted, body })).status).toBe(200)
  })

  test('answers with a sealed text', async () => {
    const at = callbacks({ accept: () => Promise.resolve({ text: '好的 ]]> <a href="x">', at: NOW }) })
    const xml = await (await post(at, signed('app', MESSAGES.app))).text()
    const of = (name: string) => new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([^\\]<]*)`).exec(xml)?.[1] ?? ''
    APP_ENVELOPE.verify(of('MsgSignature'), of('TimeStamp'), of('Nonce'), of('Encrypt'))
    expect(of('TimeStamp')).toBe('1795420800')
    expect(APP_ENVELOPE.decrypt(of('Encrypt'))).toBe(
      '<xml><ToUserName><![CDATA[ZhangSan]]></ToUserName><FromUserName><![CDATA[ww6a112864f8022910]]></FromUserName>' +
        '<CreateTime>1795420800</CreateTime><MsgType><![CDATA[text]]></MsgType>' +
        '<Content><![CDATA[好的 ]]]]><![CDATA[> ＜a href="x">]]></Content></xml>',
    )
  })
})

describe('only /wecom/bot', () => {
  const answered = async (fixture: string) => {
    const at = callbacks({ accept: () => Promise.resolve({ text: '**好** [点我](http://x)', at: NOW }) })
    const response = await post(at, signed('bot', read(`bot/${fixture}.json`), { nonce: 'url-nonce' }))
    const body = JSON.parse(await response.text())
    BOT_ENVELOPE.verify(body.msgsignature, String(body.timestamp), body.nonce, body.encrypt)
    expect(body).toMatchObject({ nonce: 'url-nonce', timestamp: 1_795_420_800 })
    return JSON.parse(BOT_ENVELOPE.decrypt(body.encrypt))
  }
  const content = '＊＊好＊＊ ［点我］(http://x)'

  test('a message is answered with a stream that is finished', async () => {
    expect(await answered('text')).toEqual({
      msgtype: 'stream',
      stream: { id: 'CAIQ16HMjQYY', finish: true, content },
    })
  })
  test('a stream that the platform asks for again is finished under its own id', async () => {
    expect(await answered('stream')).toEqual({
      msgtype: 'stream',
      stream: { id: 'S1', finish: true, content },
    })
  })
  test('who enters is welcomed with a text', async () => {
    expect(await answered('enter_chat')).toEqual({ msgtype: 'text', text: { content } })
  })

  test('an encrypted userid is made plain before anyone sees it', async () => {
    const at = callbacks({ plainUserId: (given) => Promise.resolve(given === 'ZhangSan' ? 'LiSi' : '') })
    await post(at, signed('bot', MESSAGES.bot))
    expect(at.accepted).toMatchObject([{ from: 'lisi' }])
  })

  test('without a bot there is no such address', async () => {
    const { bot: _, ...config } = CONFIG
    const at = callbacks({ config })
    expect((await post(at, signed('bot', MESSAGES.bot))).status).toBe(404)
  })
})

test('keys that cannot be right stop the start', () => {
  expect(() => callbacks({ config: { ...CONFIG, encodingAesKey: 'short' } })).toThrow('EncodingAESKey')
  expect(() => createEnvelope({ ...CONFIG, receiveId: '' })).not.toThrow()
})
