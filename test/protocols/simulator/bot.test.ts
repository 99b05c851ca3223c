import { createDecipheriv } from 'node:crypto'
import { decrypt } from '@wecom/crypto'
import { describe, expect, test } from 'vitest'
import {
  BOT,
  JPEG,
  botReply,
  buttonCard,
  saying,
  setUp,
  silent,
  type Answering,
  type Received,
} from './fake-bot.ts'

const parsed = (received: Received | undefined) => JSON.parse(received?.message ?? '') as Record<string, any>

describe('what the AI bot receives', () => {
  test('in a group: the chat, the sender and the mention inside the text', async () => {
    const { simulator, received } = setUp(saying('已私信您。'), { group: { chatId: 'wrG1', name: '工作群' } })
    expect(await simulator.sayInGroup('LiMing', '本月还差哪些学校')).toMatchObject({
      status: 200,
      attempts: 1,
    })
    expect(parsed(received[0])).toMatchObject({
      aibotid: 'aib1',
      chattype: 'group',
      chatid: 'wrG1',
      from: { userid: 'LiMing' },
      msgtype: 'text',
      text: { content: '@督导助手 本月还差哪些学校' },
      response_url: expect.stringContaining('/simulator/wecom/cgi-bin/aibot/response?response_code='),
    })
    expect(simulator.groupInbox()).toMatchObject([
      { from: 'LiMing', text: '@督导助手 本月还差哪些学校' },
      { from: null, text: '已私信您。' },
    ])
    expect(simulator.inbox('LiMing')).toEqual([])
  })

  test('alone: no chat and no mention', async () => {
    const { simulator, received } = setUp(saying('您好'))
    await simulator.sayToBot('LiMing', '你好')
    const message = parsed(received[0])
    expect(message).toMatchObject({ chattype: 'single', text: { content: '你好' } })
    expect(message).not.toHaveProperty('chatid')
    expect(simulator.botInbox('LiMing').at(-1)?.text).toBe('您好')
  })

  test('a picture by a link that lives five minutes, encrypted', async () => {
    const world = setUp()
    await world.simulator.sendMixedInGroup('LiMing', '食堂照片', [JPEG])
    const { mixed } = parsed(world.received[0])
    expect(mixed.msg_item[0]).toEqual({ msgtype: 'text', text: { content: '@督导助手 食堂照片' } })
    const path = new URL(mixed.msg_item[1].image.url as string).pathname.replace('/simulator', '')
    world.clock.now += 5 * 60_000 - 1
    const secret = Buffer.from(await (await world.get(path)).arrayBuffer())
    const key = Buffer.from(`${BOT.encodingAesKey}=`, 'base64')
    const aes = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    expect(new Uint8Array(aes.update(secret).subarray(0, JPEG.length))).toEqual(JPEG)
    world.clock.now += 1
    expect((await world.get(path)).status).toBe(403)
  })

  test('a picture alone, and a voice as its transcript', async () => {
    const { simulator, received } = setUp()
    await simulator.sendImageToBot('LiMing', JPEG)
    await simulator.sendVoiceToBot('LiMing', '今天去了一小')
    expect(parsed(received[0])).toMatchObject({ msgtype: 'image', image: { url: expect.any(String) } })
    expect(parsed(received[1])).toMatchObject({ msgtype: 'voice', voice: { content: '今天去了一小' } })
  })
})

describe('what the AI bot may answer', () => {
  test('20480 bytes are the most', async () => {
    const most = '好'.repeat(6826) + 'ab'
    expect((await setUp(saying(most)).simulator.sayToBot('LiMing', '?')).reply.kind).toBe('stream')
    expect((await setUp(saying(`${most}c`)).simulator.sayToBot('LiMing', '?')).reply.kind).toBe('refused')
  })

  const stream = { msgtype: 'stream', stream: { id: 's1', finish: true, content: '好' } }
  test.each<[string, Answering, string]>([
    ['another nonce', (one) => botReply(one, stream, 'other'), 'nonce'],
    ['plain text', (one) => botReply(one, { msgtype: 'text', text: { content: '好' } }), 'message'],
    [
      'a card out of order',
      (one) => botReply(one, { msgtype: 'template_card', template_card: { card_type: 'x' } }),
      'card_type',
    ],
    [
      'the lengths of the app',
      (one) =>
        botReply(one, {
          msgtype: 'template_card',
          template_card: buttonCard('t1', { main_title: { title: '好'.repeat(27) } }),
        }),
      'title',
    ],
    ['no envelope', () => Response.json({ ok: true }), 'encrypt'],
    [
      'a string for the timestamp',
      async (one) => {
        const envelope = (await botReply(one, stream).json()) as object
        return Response.json({ ...envelope, timestamp: '1700000000' })
      },
      'timestamp',
    ],
  ])('%s is refused', async (_, answer, why) => {
    const { simulator } = setUp(answer)
    expect((await simulator.sayToBot('LiMing', '?')).reply.kind).toBe('refused')
    expect(simulator.complaints()[0]).toContain(why)
  })

  test('a welcome is text or a card, never a stream', async () => {
    const welcome: Answering = (one) => botReply(one, { msgtype: 'text', text: { content: '您好' } })
    expect((await setUp(welcome).simulator.enterBot('LiMing')).reply).toEqual({ kind: 'text', text: '您好' })
    expect((await setUp(saying('您好')).simulator.enterBot('LiMing')).reply.kind).toBe('refused')
  })

  test('a stream is asked for until it is finished; each piece replaces the last', async () => {
    const { simulator, received } = setUp((one, nth) =>
      botReply(one, {
        msgtype: 'stream',
        stream: { id: 's1', finish: nth === 2, content: '一二三'.slice(0, nth + 1) },
      }),
    )
    await simulator.sayToBot('LiMing', '数到三')
    expect(received.map((one) => parsed(one).msgtype)).toEqual(['text', 'stream', 'stream'])
    expect(parsed(received[1])).toMatchObject({ stream: { id: 's1' } })
    expect(parsed(received[1])).not.toHaveProperty('response_url')
    expect(simulator.botInbox('LiMing').map((one) => one.text)).toEqual(['数到三', '一二三'])
  })
})

describe('cards of the AI bot', () => {
  const card: Answering = (one) => {
    const { event } = parsed(one)
    if (event === undefined)
      return botReply(one, { msgtype: 'template_card', template_card: buttonCard('b1') })
    const template_card = buttonCard('b1', { replace_text: '已登记' })
    return botReply(one, { response_type: 'update_template_card', template_card })
  }

  test('a press names the card, and the answer changes it for everybody', async () => {
    const { simulator, received } = setUp(card)
    await simulator.sayInGroup('LiMing', '登记本群')
    expect(simulator.groupInbox().at(-1)).toMatchObject({ id: 'b1', state: 'pressable' })
    await simulator.pressInGroup('zhaolei', 'b1', 'ack')
    expect(parsed(received[1])).toMatchObject({
      from: { userid: 'zhaolei' },
      event: { eventtype: 'template_card_event', template_card_event: { event_key: 'ack', task_id: 'b1' } },
    })
    expect(simulator.groupInbox().at(-1)).toMatchObject({ state: 'dead', outcome: '已登记' })
    await expect(simulator.pressInGroup('zhaolei', 'b1', 'ack')).rejects.toThrow('已处理')
    expect(simulator.complaints()).toEqual([])
  })

  test('a press is sent once only', async () => {
    const { simulator, received } = setUp((one, nth) =>
      nth === 0 ? card(one, 0) : new Response('', { status: 500 }),
    )
    await simulator.sayInGroup('LiMing', '登记本群')
    expect(await simulator.pressInGroup('LiMing', 'b1', 'ack')).toMatchObject({ status: 500, attempts: 1 })
    expect(received).toHaveLength(2)
  })

  test('a message is sent three times', async () => {
    const { simulator } = setUp(() => new Response('', { status: 500 }))
    expect(await simulator.sayInGroup('LiMing', '你好')).toMatchObject({ attempts: 3 })
    expect(simulator.groupInbox()).toMatchObject([{ state: 'failed' }])
  })

  test('a task_id is used once, and an update must repeat it', async () => {
    const { simulator } = setUp(card)
    await simulator.sayInGroup('LiMing', '登记本群')
    expect((await simulator.sayInGroup('LiMing', '登记本群')).reply).toMatchObject({
      why: 'task_id was used before',
    })
    const other = setUp((one, nth) =>
      nth === 0
        ? card(one, 0)
        : botReply(one, { response_type: 'update_template_card', template_card: buttonCard('b2') }),
    )
    await other.simulator.sayInGroup('LiMing', '登记本群')
    const { reply } = await other.simulator.pressInGroup('LiMing', 'b1', 'ack')
    expect(reply).toMatchObject({ why: 'task_id is not the clicked one' })
  })
})

describe('a response_url', () => {
  const say = { msgtype: 'markdown', markdown: { content: '晚到的回答' } }
  const later = async () => {
    const world = setUp()
    await world.simulator.sayInGroup('LiMing', '你好')
    const url = parsed(world.received[0]).response_url as string
    const post = async (body: object) => {
      const response = await world.simulator.app.request(url, { method: 'POST', body: JSON.stringify(body) })
      return (await response.json()) as { errcode: number }
    }
    return { ...world, post }
  }

  test('takes one answer', async () => {
    const { post, simulator } = await later()
    expect(await post(say)).toMatchObject({ errcode: 0 })
    expect(await post(say)).toMatchObject({ errcode: 40058 })
    expect(simulator.groupInbox().map((one) => one.text)).toEqual(['@督导助手 你好', '晚到的回答'])
  })

  test('lives an hour', async () => {
    const { post, clock } = await later()
    clock.now += 3600_000
    expect(await post(say)).toMatchObject({ errcode: 40058 })
  })

  test.each([
    [
      'an update of a card',
      { response_type: 'update_template_card', template_card: buttonCard('b1') },
      40008,
    ],
    ['too many bytes', { msgtype: 'markdown', markdown: { content: 'a'.repeat(20481) } }, 45002],
    ['a card out of order', { msgtype: 'template_card', template_card: {} }, 40058],
  ])('refuses %s and stays good', async (_, body, errcode) => {
    const { post } = await later()
    expect(await post(body)).toMatchObject({ errcode })
    expect(await post(say)).toMatchObject({ errcode: 0 })
  })
})

test('without a bot there is no group', async () => {
  const { simulator } = setUp(silent, { bot: undefined as never })
  await expect(simulator.sayInGroup('LiMing', '你好')).rejects.toThrow('智能机器人')
})

test.each([
  ['the bare echo', (echo: string) => echo, true],
  ['anything else', (echo: string) => `"${echo}"`, false],
])('the check of the callback address: %s', async (_, wrap, expected) => {
  const fetch = async (url: string) => {
    const echo = new URL(url).searchParams.get('echostr') ?? ''
    return new Response(wrap(decrypt(BOT.encodingAesKey, echo).message))
  }
  expect(await setUp(silent, { fetch }).simulator.verifyBotUrl()).toBe(expected)
})
