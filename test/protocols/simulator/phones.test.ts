import { describe, expect, test } from 'vitest'
import { APP, buttonCard, element, sendCard, setUp, textReply, voteCard, type World } from './fake-bot.ts'

const UPDATE = 'message/update_template_card'
const update = (code: unknown, more: object) => ({ agentid: APP.agentId, response_code: code, ...more })

async function withCard(world: World, card: object = buttonCard('t1'), to = 'LiMing|wangfang') {
  const { response_code } = await world.call('message/send', sendCard(to, card))
  return response_code as string
}

describe('a press', () => {
  test('says who, what and on which card, with a fresh code each time', async () => {
    const world = setUp()
    const first = await withCard(world)
    expect(await world.simulator.press('LiMing', 't1', 'ack')).toMatchObject({ status: 200, attempts: 1 })
    await world.simulator.press('LiMing', 't1', 'object')
    const [ack, object] = world.received.map((one) => one.message)
    expect(
      ['Event', 'EventKey', 'TaskId', 'CardType', 'FromUserName'].map((name) => element(ack!, name)),
    ).toEqual(['template_card_event', 'ack', 't1', 'button_interaction', 'LiMing'])
    expect(element(ack!, 'SelectedItems')).toBeUndefined()
    const codes = [first, element(ack!, 'ResponseCode'), element(object!, 'ResponseCode')]
    expect(new Set(codes).size).toBe(3)
  })

  test('takes no passive reply', async () => {
    const world = setUp(() => textReply('LiMing', '好的'))
    await withCard(world)
    expect((await world.simulator.press('LiMing', 't1', 'ack')).reply.kind).toBe('refused')
  })

  test.each([
    ['another card', 't2', 'ack', 't2'],
    ['another button', 't1', 'nothing', 'nothing'],
  ])('on %s is impossible', async (_, card, key, named) => {
    const world = setUp()
    await withCard(world)
    await expect(world.simulator.press('LiMing', card, key)).rejects.toThrow(named)
    await expect(world.simulator.press('zhaolei', 't1', 'ack')).rejects.toThrow('t1')
    expect(world.received).toEqual([])
  })
})

describe('a vote', () => {
  test('hands in what is ticked', async () => {
    const world = setUp()
    await withCard(world, voteCard('t1'))
    await world.simulator.submit('LiMing', 't1', ['a', 'b'])
    const { message } = world.received[0]!
    expect(element(message, 'EventKey')).toBe('done')
    expect(message.replaceAll(/<!\[CDATA\[|\]\]>/g, '')).toContain(
      '<SelectedItems><SelectedItem><QuestionKey>q1</QuestionKey><OptionIds><OptionId>a</OptionId><OptionId>b</OptionId></OptionIds></SelectedItem></SelectedItems>',
    )
  })

  const single = voteCard('t1', {
    checkbox: {
      question_key: 'q1',
      mode: 0,
      option_list: [
        { id: 'a', text: '甲' },
        { id: 'b', text: '乙' },
      ],
    },
  })
  test.each([
    ['an unknown option', voteCard('t1'), ['c']],
    ['two where one is allowed', single, ['a', 'b']],
    ['options on a card with buttons', buttonCard('t1'), ['a']],
  ])('%s is impossible', async (_, card, ticked) => {
    const world = setUp()
    await withCard(world, card)
    await expect(world.simulator.submit('LiMing', 't1', ticked)).rejects.toThrow()
  })
})

describe('selectors', () => {
  const selector = (key: string) => ({
    question_key: key,
    option_list: [
      { id: 'pass', text: '到位' },
      { id: 'fail', text: '不到位' },
    ],
  })
  const answers = (message: string) =>
    [...message.matchAll(/<QuestionKey>.*?\[(\w+)\].*?<OptionId>.*?\[(\w+)\]/gs)].map(([, key, id]) => [
      key,
      id,
    ])

  test('beside buttons: what was chosen, or else what stands there', async () => {
    const world = setUp()
    await withCard(world, buttonCard('t1', { button_selection: selector('q1') }))
    await world.simulator.press('LiMing', 't1', 'ack')
    await world.simulator.press('LiMing', 't1', 'ack', { ticked: { q1: ['fail'] } })
    expect(world.received.map((one) => answers(one.message))).toEqual([[['q1', 'pass']], [['q1', 'fail']]])
  })

  test('on a form: an answer to every question by its key', async () => {
    const world = setUp()
    const form = {
      card_type: 'multiple_interaction',
      task_id: 't1',
      main_title: { title: '复查结论' },
      select_list: [selector('q1'), selector('q2')],
      submit_button: { text: '提交', key: 'done' },
    }
    await withCard(world, form)
    await world.simulator.submit('LiMing', 't1', { q1: ['pass'], q2: ['fail'] })
    expect(answers(world.received[0]!.message)).toEqual([
      ['q1', 'pass'],
      ['q2', 'fail'],
    ])
    await expect(world.simulator.submit('LiMing', 't1', ['pass'])).rejects.toThrow('几个问题')
    await expect(world.simulator.submit('LiMing', 't1', { q3: ['pass'] })).rejects.toThrow('q3')
  })
})

describe('an update', () => {
  test('turns the buttons into its text for those it names', async () => {
    const world = setUp()
    const code = await withCard(world)
    const answer = await world.call(
      UPDATE,
      update(code, { userids: ['LIMING'], button: { replace_name: '已签收' } }),
    )
    expect(answer).toMatchObject({ errcode: 0, invaliduser: [] })
    expect(world.simulator.inbox('LiMing')).toMatchObject([{ state: 'dead', outcome: '已签收' }])
    expect(world.simulator.inbox('wangfang')).toMatchObject([{ state: 'pressable' }])
  })

  test('a dead card cannot be pressed, but a second device may still have it', async () => {
    const world = setUp()
    const code = await withCard(world)
    await world.call(UPDATE, update(code, { atall: 1, button: { replace_name: '已签收' } }))
    await expect(world.simulator.press('wangfang', 't1', 'ack')).rejects.toThrow('已处理')
    expect(world.received).toEqual([])
    expect(await world.simulator.press('wangfang', 't1', 'ack', { force: true })).toMatchObject({
      status: 200,
    })
  })

  test('puts another card in its place, alive or dead', async () => {
    const world = setUp()
    const code = await withCard(world)
    const fresh = buttonCard('t1', { task_id: undefined, main_title: { title: '已过期' } })
    await world.call(UPDATE, update(code, { userids: ['LiMing'], template_card: fresh }))
    expect(world.simulator.inbox('LiMing')).toMatchObject([
      { id: 't1', state: 'pressable', text: expect.stringContaining('已过期') },
    ])
    await world.simulator.press('LiMing', 't1', 'ack')
    const next = element(world.received[0]!.message, 'ResponseCode')
    await world.call(
      UPDATE,
      update(next, { userids: ['LiMing'], template_card: { ...fresh, replace_text: '已签收' } }),
    )
    expect(world.simulator.inbox('LiMing')).toMatchObject([{ state: 'dead', outcome: '已签收' }])
  })

  test('a code is used once', async () => {
    const world = setUp()
    const code = await withCard(world)
    const body = update(code, { userids: ['LiMing'], button: { replace_name: '已签收' } })
    await world.call(UPDATE, body)
    expect(await world.call(UPDATE, body)).toMatchObject({
      errcode: 40058,
      errmsg: expect.stringContaining('used'),
    })
  })

  test('a code lives 72 hours', async () => {
    const world = setUp()
    const [early, late] = [await withCard(world), await withCard(world, buttonCard('t2'))]
    const form = { userids: ['LiMing'], button: { replace_name: '已签收' } }
    world.clock.now += 72 * 3600_000 - 1
    expect(await world.call(UPDATE, update(early, form))).toMatchObject({ errcode: 0 })
    world.clock.now += 1
    expect(await world.call(UPDATE, update(late, form))).toMatchObject({ errcode: 40058 })
  })

  test('who never had the card comes back', async () => {
    const world = setUp()
    const code = await withCard(world)
    const form = { userids: ['LiMing', 'ZhaoLei'], button: { replace_name: '已签收' } }
    expect(await world.call(UPDATE, update(code, form))).toMatchObject({
      errcode: 0,
      invaliduser: ['zhaolei'],
    })
  })

  test.each([
    [
      'an unknown code',
      (code: string) => update(`${code}0`, { atall: 1, button: { replace_name: '好' } }),
      40058,
    ],
    ['no receivers', (code: string) => update(code, { button: { replace_name: '好' } }), 81012],
    [
      '1001 receivers',
      (code: string) => update(code, { userids: Array(1001).fill('LiMing'), button: { replace_name: '好' } }),
      40032,
    ],
    ['neither text nor card', (code: string) => update(code, { atall: 1 }), 40058],
    [
      'both',
      (code: string) =>
        update(code, { atall: 1, button: { replace_name: '好' }, template_card: buttonCard('t1') }),
      40058,
    ],
    [
      'a card that is not in order',
      (code: string) => update(code, { atall: 1, template_card: { card_type: 'x' } }),
      40058,
    ],
    [
      'another app',
      (code: string) => ({ ...update(code, { atall: 1, button: { replace_name: '好' } }), agentid: 1 }),
      301002,
    ],
    ['no code', () => ({ agentid: APP.agentId, atall: 1, button: { replace_name: '好' } }), 40035],
  ])('%s: refused, and the code stays good', async (_, body, errcode) => {
    const world = setUp()
    const code = await withCard(world)
    expect(await world.call(UPDATE, body(code))).toMatchObject({ errcode })
    expect(
      await world.call(UPDATE, update(code, { atall: 1, button: { replace_name: '好' } })),
    ).toMatchObject({ errcode: 0 })
  })
})
