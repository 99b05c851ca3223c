import { decrypt } from '@wecom/crypto'
import { describe, expect, test } from 'vitest'
import { APP, JPEG, appReply, element, setUp, silent, textReply } from './fake-bot.ts'

const hanging = () => new Promise<Response>(() => {})

describe('what the app receives', () => {
  test('a text, with an id too long for a number', async () => {
    const { simulator, received } = setUp()
    expect(await simulator.say('LiMing', '今天去了一小 ]]> <好>')).toEqual({
      status: 200,
      attempts: 1,
      reply: { kind: 'none' },
    })
    const { message } = received[0]!
    expect(element(message, 'FromUserName')).toBe('LiMing')
    expect(element(message, 'ToUserName')).toBe(APP.corpId)
    expect(element(message, 'AgentID')).toBe('1000002')
    expect(element(message, 'Content')).toContain('今天去了一小')
    expect(BigInt(element(message, 'MsgId') ?? '0')).toBeGreaterThan(2n ** 53n)
  })

  test('an image, whose MediaId media/get serves', async () => {
    const world = setUp()
    await world.simulator.sendImage('LiMing', JPEG)
    const mediaId = element(world.received[0]!.message, 'MediaId') ?? ''
    const tokenAnswer = await world.get(
      `/wecom/cgi-bin/gettoken?corpid=${APP.corpId}&corpsecret=${APP.secret}`,
    )
    const { access_token } = (await tokenAnswer.json()) as { access_token: string }
    const file = await world.get(`/wecom/cgi-bin/media/get?access_token=${access_token}&media_id=${mediaId}`)
    expect(file.headers.get('content-type')).toBe('image/jpeg')
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(JPEG)
  })

  test('a voice message without a transcript', async () => {
    const { simulator, received } = setUp()
    await simulator.sendVoice('LiMing')
    expect(element(received[0]!.message, 'Format')).toBe('amr')
    expect(element(received[0]!.message, 'Recognition')).toBeUndefined()
  })

  test.each(['enter', 'subscribe', 'unsubscribe'] as const)('%s, an event without MsgId', async (act) => {
    const { simulator, received } = setUp()
    await simulator[act]('LiMing')
    const events = { enter: 'enter_agent', subscribe: 'subscribe', unsubscribe: 'unsubscribe' }
    expect(element(received[0]!.message, 'Event')).toBe(events[act])
    expect(element(received[0]!.message, 'MsgId')).toBeUndefined()
  })
})

describe('three attempts in all, the same bytes each time', () => {
  test.each([
    ['a status that is not 200', () => new Response('', { status: 500 }), 500],
    ['a status of 204', () => new Response(null, { status: 204 }), 204],
    ['no answer in time', hanging, null],
    ['a broken connection', () => Promise.reject(new Error('ECONNRESET')), null],
  ])('%s', async (_, answer, status) => {
    const received: string[] = []
    const fetch = async (url: string, init: RequestInit) => {
      received.push(url + String(init.body))
      return answer()
    }
    const { simulator } = setUp(silent, { fetch })
    expect(await simulator.say('LiMing', '你好')).toMatchObject({ status, attempts: 3 })
    expect(received).toHaveLength(3)
    expect(new Set(received).size).toBe(1)
    expect(simulator.inbox('LiMing')).toMatchObject([{ text: '你好', state: 'failed' }])
  })

  test('it stops as soon as one was taken', async () => {
    const { simulator, received } = setUp((_, nth) => new Response('', { status: nth === 1 ? 200 : 503 }))
    expect(await simulator.say('LiMing', '你好')).toMatchObject({ status: 200, attempts: 2 })
    expect(received).toHaveLength(2)
    expect(simulator.inbox('LiMing')).toMatchObject([{ state: 'sent' }])
  })
})

describe('passive replies', () => {
  test('a text is shown', async () => {
    const { simulator } = setUp(() => textReply('LiMing', '已记录。'))
    expect((await simulator.say('LiMing', '你好')).reply).toEqual({ kind: 'text', text: '已记录。' })
    expect(simulator.inbox('LiMing')).toMatchObject([
      { from: 'LiMing', text: '你好' },
      { from: null, text: '已记录。' },
    ])
    expect(simulator.complaints()).toEqual([])
  })

  test('2048 bytes are the most', async () => {
    const most = '好'.repeat(682) + 'ab'
    expect((await setUp(() => textReply('LiMing', most)).simulator.say('LiMing', '你好')).reply.kind).toBe(
      'text',
    )
    const { reply } = await setUp(() => textReply('LiMing', `${most}c`)).simulator.say('LiMing', '你好')
    expect(reply).toMatchObject({ kind: 'refused', why: expect.stringContaining('2049 bytes') })
  })

  const told = (type: string) =>
    `<ToUserName>LiMing</ToUserName><FromUserName>${APP.corpId}</FromUserName><CreateTime>1</CreateTime><MsgType>${type}</MsgType>`

  test.each([
    ['another token', () => appReply(told('text'), { secret: { ...APP, token: 'other' } }), 'signature'],
    ['another corp', () => appReply(told('text'), { secret: { ...APP, corpId: 'wwother' } }), 'wwother'],
    ['another receiver', () => textReply('wangfang', '你好'), 'ToUserName'],
    ['a kind that WeCom does not know', () => appReply(told('markdown')), 'markdown'],
    ['a card', () => appReply(told('template_card')), 'template_card'],
    ['an unknown image', () => appReply(`${told('image')}<Image><MediaId>x</MediaId></Image>`), 'MediaId'],
    ['no XML', () => new Response('{"ok":true}'), 'XML'],
    ['broken XML', () => new Response('<xml><Encrypt>'), 'XML'],
  ])('%s is refused', async (_, answer, why) => {
    const { simulator } = setUp(answer)
    const { status, reply } = await simulator.say('LiMing', '你好')
    expect({ status, reply }).toMatchObject({ status: 200, reply: { kind: 'refused' } })
    expect(simulator.complaints()[0]).toContain(why)
    expect(simulator.inbox('LiMing')).toHaveLength(1)
  })

  test('entering may be answered, leaving may not', async () => {
    const { simulator } = setUp(() => textReply('LiMing', '欢迎'))
    expect((await simulator.enter('LiMing')).reply.kind).toBe('text')
    expect((await simulator.unsubscribe('LiMing')).reply.kind).toBe('refused')
  })
})

describe('the check of the callback address', () => {
  test.each([
    ['the bare echo', (echo: string) => echo, true],
    ['an echo with a line end', (echo: string) => `${echo}\n`, false],
    ['an echo in JSON', (echo: string) => JSON.stringify({ echo }), false],
  ])('%s', async (_, wrap, expected) => {
    const fetch = async (url: string) => {
      const echo = new URL(url).searchParams.get('echostr') ?? ''
      return new Response(wrap(decrypt(APP.encodingAesKey, echo).message))
    }
    expect(await setUp(silent, { fetch }).simulator.verifyAppUrl()).toBe(expected)
  })
})
