import { describe, expect, test } from 'vitest'
import { instant, instantOf, momentText } from '#src/domain/day.ts'
import {
  JPEG,
  buttonCard,
  saying,
  sendCard,
  sendText,
  setUp,
  silent,
  textReply,
  voteCard,
  type World,
} from './fake-bot.ts'

const HERE = 'http://127.0.0.1:3000'
const ask = (world: World, path: string, init?: RequestInit) =>
  world.simulator.app.request(`${HERE}/simulator${path}`, init)
const act = (world: World, body: object) =>
  ask(world, '/api/act', { method: 'POST', body: JSON.stringify(body) })

describe('who may come in', () => {
  test.each(['127.0.0.1:3000', 'localhost', 'localhost:80', '[::1]:3000'])('%s', async (host) => {
    expect((await ask(setUp(), '', { headers: { host } })).status).toBe(200)
  })

  test.each<[string, Record<string, string>]>([
    ['another host', { host: 'dudao.example.com' }],
    ['a host that only begins like ours', { host: '127.0.0.1.example.com' }],
    ['a host that only ends like ours', { host: 'x.localhost' }],
    ['an address in the network', { host: '192.168.1.5:3000' }],
    ['Forwarded', { forwarded: 'for=1.2.3.4' }],
    ['X-Forwarded-For', { 'x-forwarded-for': '1.2.3.4' }],
    ['X-Forwarded-Host', { 'x-forwarded-host': 'dudao.example.com' }],
    ['X-Real-IP', { 'x-real-ip': '1.2.3.4' }],
    ['Via', { via: '1.1 proxy' }],
    ['the page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
  ])('not with %s', async (_, headers) => {
    for (const path of ['', '/', '/page/main.js', '/api/state', '/wecom/cgi-bin/gettoken', '/nowhere'])
      expect(
        (await ask(setUp(), path, { headers: { host: '127.0.0.1:3000', ...headers } })).status,
        path,
      ).toBe(403)
  })

  test('our own page', async () => {
    const headers = { host: '127.0.0.1:3000', origin: HERE, 'sec-fetch-site': 'same-origin' }
    expect((await ask(setUp(), '/api/state', { headers })).status).toBe(200)
  })
})

describe('the page', () => {
  test('is served with a strict policy', async () => {
    const response = await ask(setUp(), '')
    expect(response.headers.get('content-type')).toContain('text/html')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  test('with a slash too much it is found all the same', async () => {
    expect((await ask(setUp(), '/')).headers.get('location')).toBe('/simulator')
  })

  test('every file that it names is served, and nothing is fetched from elsewhere', async () => {
    const world = setUp()
    const seen = new Set<string>()
    const follow = async (path: string): Promise<void> => {
      if (seen.has(path)) return
      seen.add(path)
      const response = await ask(world, path.replace('/simulator', ''))
      expect(response.status, path).toBe(200)
      const text = await response.text()
      expect(text, path).not.toMatch(/(src|href)="https?:\/\/\w|url\(|@import|innerHTML|insertAdjacentHTML/)
      for (const [, name] of text.matchAll(/(?:src|href)="(\/simulator\/page\/[^"]+)"/g)) await follow(name!)
      for (const [, name] of text.matchAll(/from '\.\/([^']+)'/g)) await follow(`/simulator/page/${name}`)
    }
    await follow('/simulator')
    expect(seen.size).toBeGreaterThan(5)
  })

  test.each(['/page/..%2fsimulator.ts', '/page/constructor', '/page/index.ts', '/media/x'])(
    '%s is not found',
    async (path) => {
      expect((await ask(setUp(), path)).status).toBe(404)
    },
  )
})

describe('what the page draws', () => {
  const state = async (world: World, query = '') =>
    (await (await ask(world, `/api/state${query}`)).json()) as any

  test('three phones of typical people first, and the group', async () => {
    const { phones, group, clock } = await state(setUp())
    expect(phones.map((one: { name: string }) => one.name)).toEqual(['李明', '王芳', '赵磊'])
    expect(group).toMatchObject({ name: '督学工作群', mention: '督导助手', messages: [] })
    expect(clock).toEqual({ text: '11月23日（周一）10:30', movable: false })
  })

  test('the phones that are asked for, with examples and times', async () => {
    const world = setUp(silent, { examples: (userid) => [`我是${userid}`, '二', '三', '四'] })
    await world.call('message/send', sendText('wangfang', '请签收'))
    const { phones } = await state(world, '?phones=wangfang')
    expect(phones).toMatchObject([
      { name: '王芳', examples: ['我是wangfang', '二', '三'], messages: [{ text: '请签收', time: '10:30' }] },
    ])
  })

  test('nothing when nothing changed', async () => {
    const world = setUp()
    const { tag } = await state(world)
    expect((await ask(world, `/api/state?since=${encodeURIComponent(tag)}`)).status).toBe(204)
    await world.call('message/send', sendText('wangfang', '请签收'))
    expect((await ask(world, `/api/state?since=${encodeURIComponent(tag)}`)).status).toBe(200)
  })

  test('without a bot there is no group', async () => {
    expect((await state(setUp(silent, { bot: undefined as never }))).group).toBeNull()
  })

  test.each([
    ['王', ['王芳']],
    ['第一小学 校', ['王芳']],
    ['LIMING', ['李明']],
    ['', ['李明', '王芳', '赵磊', '无证']],
    ['没有这个人', []],
  ])('people found by "%s"', async (query, names) => {
    const response = await ask(setUp(), `/api/people?q=${encodeURIComponent(query)}`)
    expect(((await response.json()) as { name: string }[]).map((one) => one.name)).toEqual(names)
  })
})

describe('what the page does', () => {
  test('says, presses, submits and enters', async () => {
    const world = setUp()
    await act(world, { act: 'say', place: 'app', userid: 'LiMing', text: ' 你好 ' })
    await world.call('message/send', sendCard('LiMing', buttonCard('t1')))
    await world.call('message/send', sendCard('LiMing', voteCard('t2')))
    await act(world, { act: 'press', place: 'app', userid: 'LiMing', card: 't1', key: 'ack', ticked: {} })
    await act(world, { act: 'submit', place: 'app', userid: 'LiMing', card: 't2', ticked: { q1: ['a'] } })
    await act(world, { act: 'enter', userid: 'LiMing' })
    expect(world.received.map((one) => /<(?:Content|EventKey)>(.*?)</.exec(one.message)?.[1])).toHaveLength(4)
    expect(world.received[0]?.message).toContain('<![CDATA[你好]]>')
  })

  test('speaks in the group', async () => {
    const world = setUp(saying('已私信您。'))
    await act(world, { act: 'say', place: 'group', userid: 'LiMing', text: '你好' })
    expect(world.simulator.groupInbox().map((one) => one.text)).toEqual(['@督导助手 你好', '已私信您。'])
  })

  test.each([
    ['app', 'image'],
    ['group', 'image'],
  ])('sends a photo (%s)', async (place, kind) => {
    const world = setUp()
    await ask(world, `/api/photo?userid=LiMing&place=${place}&text=照片`, { method: 'POST', body: JPEG })
    const shown = place === 'app' ? world.simulator.inbox('LiMing') : world.simulator.groupInbox()
    expect(shown.at(-1)).toMatchObject({ kind })
    const media = await ask(world, `/media/${shown.at(-1)?.mediaId}`)
    expect(media.headers.get('content-type')).toBe('image/jpeg')
  })

  test('a file that is no photo is refused with a reason', async () => {
    const response = await ask(setUp(), '/api/photo?userid=LiMing&place=app', {
      method: 'POST',
      body: 'GIF89a',
    })
    expect([response.status, await response.json()]).toEqual([409, { error: '只能发送 JPG 或 PNG 图片。' }])
  })

  test('what cannot be pressed is refused with a reason', async () => {
    const response = await act(setUp(), {
      act: 'press',
      place: 'app',
      userid: 'LiMing',
      card: 't1',
      key: 'ack',
      ticked: {},
    })
    expect([response.status, await response.json()]).toEqual([409, { error: '这个会话里没有卡片 t1。' }])
  })

  test.each([
    { act: 'fly' },
    { act: 'say', place: 'app', userid: 'LiMing', text: '  ' },
    { act: 'clock', step: 'year' },
  ])('%o is refused', async (body) => {
    expect((await act(setUp(), body)).status).toBe(400)
  })

  test.each([
    ['hour', '11月23日（周一）11:30'],
    ['day', '11月24日（周二）10:30'],
    ['monday', '11月30日（周一）08:40'],
  ])('moves the clock by one %s', async (step, expected) => {
    let business = 0
    const clock = { now: () => business, moveTo: async (ms: number) => void (business = ms) }
    const world = setUp(silent, { clock })
    business = world.clock.now
    expect((await act(world, { act: 'clock', step })).status).toBe(200)
    const { clock: shown } = (await (await ask(world, '/api/state')).json()) as { clock: object }
    expect(shown).toEqual({ text: expected, movable: true })
  })

  test('stops on the way wherever something may fall due; a second move waits for the first', async () => {
    const stops: string[] = []
    let business: number = instantOf('2026-11-27T15:10:00+08:00')
    const moveTo = async (ms: number) => {
      business = ms
      stops.push(momentText(instant(ms)))
    }
    const world = setUp(silent, { clock: { now: () => business, moveTo } })
    const [monday] = await Promise.all([
      act(world, { act: 'clock', step: 'monday' }),
      act(world, { act: 'clock', step: 'hour' }),
    ])
    expect(await monday!.json()).toEqual({ reached: '11月30日（周一）08:40' })
    const turns = Array.from({ length: 10 }, (_, minute) => `08:0${minute}`)
    for (const at of [...turns, '08:30', '08:40', '09:00', '09:40'])
      expect(stops.filter((stop) => stop === `11月30日（周一）${at}`)).not.toEqual([])
    expect(stops).toEqual(expect.arrayContaining(['11月27日（周五）16:00', '11月27日（周五）17:30']))
    expect(stops[0]).toBe('11月27日（周五）15:10')
    expect(stops.at(-1)).toBe('11月30日（周一）09:40')
  })
})

test('the chats outlive a restart', async () => {
  let stored: string | null = null
  const storage = { load: () => stored, save: (json: string) => void (stored = json) }
  const before = setUp(() => textReply('LiMing', '已记录。'), { storage })
  await before.simulator.say('LiMing', '你好')
  const { response_code } = await before.call('message/send', sendCard('LiMing', buttonCard('t1')))
  before.simulator.close()

  const after = setUp(silent, { storage })
  expect(after.simulator.inbox('LiMing').map((one) => one.text)).toEqual([
    '你好',
    '已记录。',
    expect.stringContaining('整改通知'),
  ])
  expect(await after.call('message/send', sendCard('LiMing', buttonCard('t1')))).toMatchObject({
    errcode: 40058,
  })
  const update = { agentid: 1000002, atall: 1, response_code, button: { replace_name: '已签收' } }
  await after.call('message/update_template_card', update)
  expect(after.simulator.inbox('LiMing').at(-1)).toMatchObject({ state: 'dead', outcome: '已签收' })
})

test('what was on its way when it stopped did not arrive', async () => {
  let stored: string | null = null
  const storage = { load: () => stored, save: (json: string) => void (stored = json) }
  const before = setUp(() => new Promise<Response>(() => {}), { storage })
  const saying = before.simulator.say('LiMing', '你好')
  before.simulator.close()
  expect(setUp(silent, { storage }).simulator.inbox('LiMing')).toMatchObject([
    { text: '你好', state: 'failed' },
  ])
  await saying
})

test('a storage that cannot be read any more starts empty', () => {
  expect(
    setUp(silent, { storage: { load: () => '{"chats":1}', save: () => {} } }).simulator.inbox('LiMing'),
  ).toEqual([])
})
