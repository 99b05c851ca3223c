import { describe, expect, test } from 'vitest'
import { JPEG, buttonCard, send, sendCard, sendText, setUp } from './fake-bot.ts'

const SEND = 'message/send'

describe('to whom', () => {
  test('a text arrives, whatever the case of the userid', async () => {
    const { simulator, call } = setUp()
    expect(await call(SEND, sendText('liming', '收到'))).toMatchObject({ errcode: 0, errmsg: 'ok' })
    expect(simulator.inbox('LiMing')).toMatchObject([
      { from: null, kind: 'text', text: '收到', state: 'sent' },
    ])
  })

  test('unknown ids come back in lower case, and the rest is sent', async () => {
    const { simulator, call } = setUp()
    const answer = await call(SEND, sendText('LiMing|NoBody|nolicence', '收到'))
    expect(answer).toMatchObject({ errcode: 0, invaliduser: 'nobody', unlicenseduser: 'nolicence' })
    expect(simulator.inbox('LiMing')).toHaveLength(1)
    expect(simulator.inbox('nolicence')).toHaveLength(0)
  })

  test('@all reaches everybody who has a licence', async () => {
    const { simulator, call } = setUp()
    await call(SEND, sendText('@all', '收到'))
    expect(['liming', 'wangfang', 'zhaolei'].map((one) => simulator.inbox(one).length)).toEqual([1, 1, 1])
  })

  test.each([
    ['all are unknown', sendText('NoBody', '收到'), 81013],
    ['all lack a licence', sendText('nolicence', '收到'), 81013],
    ['nobody is named', sendText('', '收到'), 81012],
    ['1001 are named', sendText(Array.from({ length: 1001 }, (_, n) => `u${n}`).join('|'), '收到'), 40032],
    ['no agentid', { ...sendText('LiMing', '收到'), agentid: undefined }, 41011],
    ['an agentid that is no number', { ...sendText('LiMing', '收到'), agentid: 'x' }, 40056],
    ['the agentid of another app', { ...sendText('LiMing', '收到'), agentid: 1000003 }, 301002],
    ['an unknown msgtype', send('LiMing', { msgtype: 'poem' }), 40008],
    ['no text', sendText('LiMing', ''), 44004],
    ['an unknown image', send('LiMing', { msgtype: 'image', image: { media_id: 'x' } }), 40007],
    ['no JSON', 'hello', 40035],
  ])('%s: refused', async (_, body, errcode) => {
    const { simulator, call } = setUp()
    expect(await call(SEND, body)).toMatchObject({ errcode })
    expect(simulator.inbox('LiMing')).toEqual([])
  })

  test('1000 receivers are the most', async () => {
    const users = ['LiMing', ...Array.from({ length: 999 }, (_, n) => `u${n}`)].join('|')
    expect(await setUp().call(SEND, sendText(users, '收到'))).toMatchObject({ errcode: 0 })
  })
})

describe('text', () => {
  test('2048 bytes are the most', async () => {
    const { call } = setUp()
    const most = '好'.repeat(682) + 'ab'
    expect(await call(SEND, sendText('LiMing', most))).toMatchObject({ errcode: 0 })
    expect(await call(SEND, sendText('LiMing', `${most}c`))).toMatchObject({ errcode: 45002 })
  })

  test('the lenient simulator cuts between characters, as WeCom does', async () => {
    const { simulator, call } = setUp(undefined, { strict: false })
    expect(await call(SEND, sendText('LiMing', '好'.repeat(683)))).toMatchObject({ errcode: 0 })
    expect(simulator.inbox('LiMing')[0]?.text).toBe('好'.repeat(682))
  })

  test('a literal \\uxxxx is refused, an escaped line end is not', async () => {
    const { call } = setUp()
    const body = JSON.stringify(sendText('LiMing', '收到\u0001'))
    expect(await call(SEND, body)).toMatchObject({ errcode: 0 })
    expect(await call(SEND, body.replace('收', '\\u6536'))).toMatchObject({ errcode: 40033 })
  })
})

describe('the same message twice', () => {
  const body = sendText('LiMing', '提醒', { enable_duplicate_check: 1, duplicate_check_interval: 60 })

  test('inside the interval: accepted, shown once', async () => {
    const { simulator, call, clock } = setUp()
    await call(SEND, body)
    clock.now += 59_999
    expect(await call(SEND, body)).toMatchObject({ errcode: 0 })
    expect(simulator.inbox('LiMing')).toHaveLength(1)
  })

  test('after the interval, without the check or with another byte: shown again', async () => {
    const { simulator, call, clock } = setUp()
    await call(SEND, body)
    clock.now += 60_000
    await call(SEND, body)
    await call(SEND, { ...body, enable_duplicate_check: 0 })
    await call(SEND, { ...body, duplicate_check_interval: 61 })
    expect(simulator.inbox('LiMing')).toHaveLength(4)
  })

  test('a card sent again with the check is no reuse of its task_id', async () => {
    const { simulator, call } = setUp()
    const card = sendCard('LiMing', buttonCard('t1'), { enable_duplicate_check: 1 })
    expect(await call(SEND, card)).toHaveProperty('response_code')
    const again = await call(SEND, card)
    expect(again).toMatchObject({ errcode: 0 })
    expect(again).not.toHaveProperty('response_code')
    expect(simulator.inbox('LiMing')).toHaveLength(1)
  })
})

describe('frequency limits of one member', () => {
  test('the 31st in a minute is dropped in silence', async () => {
    const { simulator, call, clock } = setUp()
    for (let n = 0; n < 31; n += 1)
      expect(await call(SEND, sendText('LiMing', `第${n}条`))).toMatchObject({ errcode: 0 })
    expect(simulator.inbox('LiMing')).toHaveLength(30)
    expect([simulator.dropped('LiMing'), simulator.dropped('wangfang'), simulator.dropped()]).toEqual([
      1, 0, 1,
    ])
    clock.now += 60_000
    await call(SEND, sendText('LiMing', '下一分钟'))
    expect(simulator.inbox('LiMing')).toHaveLength(31)
  })

  test('the 1001st in an hour is dropped', async () => {
    const { simulator, call, clock } = setUp()
    for (let n = 0; n < 1001; n += 1) {
      clock.now += 2100
      await call(SEND, sendText('LiMing', `第${n}条`))
    }
    expect(simulator.dropped('LiMing')).toBe(1)
  })
})

describe('cards', () => {
  test('a card with buttons brings a code and waits', async () => {
    const { simulator, call } = setUp()
    expect(await call(SEND, sendCard('LiMing', buttonCard('t1')))).toMatchObject({
      errcode: 0,
      response_code: expect.stringMatching(/^[0-9a-f]+$/),
    })
    const [card] = simulator.inbox('LiMing')
    expect(card).toMatchObject({ id: 't1', kind: 'card', state: 'pressable', card: { task_id: 't1' } })
    expect(card?.text).toBe('整改通知\n章督整〔2026〕12号\n学校：示例县第一小学\n签收\n有异议')
  })

  test('a task_id is used once for ever', async () => {
    const { call, clock } = setUp()
    await call(SEND, sendCard('LiMing', buttonCard('t1')))
    clock.now += 400 * 24 * 3600_000
    expect(await call(SEND, sendCard('wangfang', buttonCard('t1')))).toMatchObject({ errcode: 40058 })
  })

  test('what is wrong is named with its place', async () => {
    const { call } = setUp()
    const answer = await call(SEND, sendCard('LiMing', buttonCard('t:1')))
    expect(answer).toMatchObject({ errcode: 40058, errmsg: expect.stringContaining('template_card.task_id') })
  })

  test('a notice brings no code', async () => {
    const { simulator, call } = setUp()
    const card = {
      card_type: 'text_notice',
      main_title: { title: '通知' },
      card_action: { type: 1, url: 'https://example.com/' },
    }
    expect(await call(SEND, sendCard('LiMing', card))).not.toHaveProperty('response_code')
    expect(simulator.inbox('LiMing')).toMatchObject([{ kind: 'card', state: 'sent' }])
  })
})

test('an uploaded image can be sent', async () => {
  const { simulator, call } = setUp()
  const form = new FormData()
  form.set('media', new File([JPEG], '照片.jpg'))
  const { media_id } = await call('media/upload', form, { type: 'image' })
  expect(await call(SEND, send('LiMing', { msgtype: 'image', image: { media_id } }))).toMatchObject({
    errcode: 0,
  })
  expect(simulator.inbox('LiMing')).toMatchObject([{ kind: 'image', mediaId: media_id }])
})

test('calls are noted with their codes', async () => {
  const { simulator, call } = setUp()
  await call(SEND, sendText('NoBody', '收到'))
  expect(simulator.calls().map(({ api, errcode }) => [api, errcode])).toEqual([
    ['gettoken', 0],
    [SEND, 81013],
  ])
})
