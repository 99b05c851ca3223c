import { describe, expect, test } from 'vitest'
import { APP, BOT, JPEG, PNG, sendText, setUp, token, type World } from './fake-bot.ts'

const API = '/wecom/cgi-bin'
const tokenPath = (secret = APP.secret, corp = APP.corpId) =>
  `${API}/gettoken?corpid=${corp}&corpsecret=${secret}`
const json = async (world: World, path: string) =>
  (await (await world.get(path)).json()) as Record<string, unknown>

describe('access tokens', () => {
  test('the same one again, with what is left of two hours', async () => {
    const world = setUp()
    const first = await json(world, tokenPath())
    expect(first).toMatchObject({ errcode: 0, expires_in: 7200 })
    world.clock.now += 60_000
    expect(await json(world, tokenPath())).toEqual({ ...first, expires_in: 7140 })
    world.clock.now += 7140_000
    expect((await json(world, tokenPath())).access_token).not.toBe(first.access_token)
  })

  test.each([
    ['no corpid', `${API}/gettoken?corpsecret=x`, 41002],
    ['no secret', `${API}/gettoken?corpid=${APP.corpId}`, 41004],
    ['another corp', tokenPath(APP.secret, 'wwother'), 40013],
    ['a wrong secret', tokenPath('wrong'), 40001],
  ])('%s', async (_, path, errcode) => {
    expect(await json(setUp(), path)).toMatchObject({ errcode })
  })

  test('five wrong secrets ban the caller for an hour, even with the right one', async () => {
    const world = setUp()
    for (let n = 0; n < 4; n += 1) await json(world, tokenPath('wrong'))
    expect(await json(world, tokenPath())).toMatchObject({ errcode: 0 })
    for (let n = 0; n < 5; n += 1) await json(world, tokenPath('wrong'))
    world.clock.now += 3600_000 - 1
    expect(await json(world, tokenPath())).toMatchObject({ errcode: 45009 })
    world.clock.now += 1
    expect(await json(world, tokenPath())).toMatchObject({ errcode: 0 })
  })

  test.each([
    ['missing', () => '', 41001],
    ['made up', () => 'x', 40014],
    ['run out', async (world: World) => ((world.clock.now += 7200_000), undefined), 42001],
    ['expired early', async (world: World) => world.simulator.expireTokens(), 42001],
    ['revoked', async (world: World) => world.simulator.revokeTokens(), 40014],
  ] as [string, (world: World) => unknown, number][])('a token that is %s', async (_, spoil, errcode) => {
    const world = setUp()
    const good = await token(world.simulator)
    const used = (await spoil(world)) ?? good
    const path = `${API}/getcallbackip?access_token=${String(used)}`
    expect(await json(world, path)).toMatchObject({ errcode })
  })
})

describe('paths and methods', () => {
  test.each([`${API}/message/sendx`, `${API}/constructor`, '/wecom/other'])(
    '%s is not found',
    async (path) => {
      expect((await setUp().get(path)).status).toBe(404)
    },
  )

  test('a GET where a POST is due', async () => {
    const world = setUp()
    const path = `${API}/message/send?access_token=${await token(world.simulator)}`
    expect(await json(world, path)).toMatchObject({ errcode: 40058 })
  })

  test('a POST where a GET is due', async () => {
    expect(await setUp().call('gettoken', {})).toMatchObject({ errcode: 40058 })
  })

  test('addresses of callbacks', async () => {
    const world = setUp()
    const path = `${API}/getcallbackip?access_token=${await token(world.simulator)}`
    expect(await json(world, path)).toMatchObject({ errcode: 0, ip_list: ['127.0.0.1'] })
  })
})

describe('media', () => {
  const upload = (world: World, content: Uint8Array<ArrayBuffer>, type = 'image') => {
    const form = new FormData()
    form.set('media', new File([content], '照片.png'))
    return world.call('media/upload', form, { type })
  }
  const padded = (size: number) => {
    const content = new Uint8Array(size)
    content.set(JPEG)
    return content
  }

  test.each([
    ['PNG', PNG],
    ['JPG', JPEG],
  ])('%s is kept for three days', async (_, content) => {
    const world = setUp()
    const { media_id, type } = await upload(world, content)
    expect(type).toBe('image')
    const path = async () =>
      `${API}/media/get?access_token=${await token(world.simulator)}&media_id=${String(media_id)}`
    world.clock.now += 3 * 24 * 3600_000 - 1
    const file = await world.get(await path())
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(content)
    expect(file.headers.get('content-disposition')).toContain('filename')
    world.clock.now += 1
    expect(await json(world, await path())).toMatchObject({ errcode: 40007 })
  })

  test.each([
    ['another type', JPEG, 'voice', 40005],
    ['neither JPG nor PNG', new TextEncoder().encode('GIF89a......'), 'image', 40004],
    ['5 bytes', new Uint8Array(5), 'image', 40006],
    ['more than 10 MB', padded(10 * 1024 * 1024 + 1), 'image', 45001],
  ])('%s is refused', async (_, content, type, errcode) => {
    expect(await upload(setUp(), content, type)).toMatchObject({ errcode })
  })

  test('10 MB are the most', async () => {
    expect(await upload(setUp(), padded(10 * 1024 * 1024))).toMatchObject({ errcode: 0 })
  })

  test('no file at all', async () => {
    expect(await setUp().call('media/upload', {}, { type: 'image' })).toMatchObject({ errcode: 44001 })
  })

  test.each([
    ['no id', '', 41006],
    ['an unknown id', '&media_id=x', 40007],
  ])('asked with %s', async (_, query, errcode) => {
    const world = setUp()
    const path = `${API}/media/get?access_token=${await token(world.simulator)}${query}`
    expect(await json(world, path)).toMatchObject({ errcode })
  })
})

test('encrypted ids are resolved, plain ones come back as invalid', async () => {
  const world = setUp(undefined, { bot: { ...BOT, encryptsIds: true } })
  await world.simulator.sayToBot('LiMing', '你好')
  const { from } = JSON.parse(world.received[0]!.message) as { from: { userid: string } }
  expect(from.userid).not.toBe('LiMing')
  const body = { open_userid_list: [from.userid, 'wangfang'] }
  expect(await world.call('batch/openuserid_to_userid', body)).toMatchObject({
    userid_list: [{ open_userid: from.userid, userid: 'LiMing' }],
    invalid_open_userid_list: ['wangfang'],
  })
})

describe('faults', () => {
  const body = sendText('LiMing|wangfang', '提醒')
  const attempt = async (world: World) => {
    const path = `http://127.0.0.1:3000/simulator${API}/message/send?access_token=${await token(world.simulator)}`
    return world.simulator.app.request(path, { method: 'POST', body: JSON.stringify(body) })
  }

  test.each([-1, 45009, 60111, 81013])('the code %i, as often as ordered', async (errcode) => {
    const world = setUp()
    world.simulator.fault('message/send', { kind: 'code', errcode }, 2)
    const codes = [
      await world.call('message/send', body),
      await world.call('message/send', body),
      await world.call('message/send', body),
    ]
    expect(codes.map((one) => one.errcode)).toEqual([errcode, errcode, 0])
    expect(world.simulator.inbox('LiMing')).toHaveLength(1)
  })

  test.each([false, true])('a broken gateway, delivered: %s', async (delivered) => {
    const world = setUp()
    world.simulator.fault('message/send', { kind: 'status', status: 502, delivered })
    const response = await attempt(world)
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining('<html>')])
    expect(world.simulator.inbox('LiMing')).toHaveLength(delivered ? 1 : 0)
  })

  test.each([false, true])('half an answer, delivered: %s', async (delivered) => {
    const world = setUp()
    world.simulator.fault('message/send', { kind: 'truncated', delivered })
    await expect((await attempt(world)).json()).rejects.toThrow('JSON')
    expect(world.simulator.inbox('LiMing')).toHaveLength(delivered ? 1 : 0)
  })

  test.each([false, true])('a cut connection, delivered: %s', async (delivered) => {
    const world = setUp()
    world.simulator.fault('message/send', { kind: 'cut', delivered })
    await expect((await attempt(world)).text()).rejects.toThrow('cut')
    expect(world.simulator.inbox('LiMing')).toHaveLength(delivered ? 1 : 0)
  })

  test.each([false, true])('no answer until the simulator closes, delivered: %s', async (delivered) => {
    const world = setUp()
    world.simulator.fault('message/send', { kind: 'hang', delivered })
    let answered = false
    const waiting = attempt(world).then(() => (answered = true))
    await new Promise(setImmediate)
    expect([answered, world.simulator.inbox('LiMing').length]).toEqual([false, delivered ? 1 : 0])
    world.simulator.close()
    await waiting
    expect(answered).toBe(true)
  })

  test('some receivers are gone', async () => {
    const world = setUp()
    world.simulator.fault('message/send', { kind: 'unreachable', userids: ['LiMing'] })
    expect(await world.call('message/send', body)).toMatchObject({ errcode: 0, invaliduser: 'liming' })
    expect(world.simulator.inbox('wangfang')).toHaveLength(1)
  })

  test('the token runs out in the middle of a batch', async () => {
    const world = setUp()
    world.simulator.fault('message/send', { kind: 'expired_token' })
    expect(await world.call('message/send', body)).toMatchObject({ errcode: 42001 })
    expect(await world.call('message/send', body)).toMatchObject({ errcode: 0 })
  })

  test('a fault for every API', async () => {
    const world = setUp()
    world.simulator.fault('*', { kind: 'code', errcode: -1 })
    expect(await json(world, tokenPath())).toMatchObject({ errcode: -1 })
    expect(await json(world, tokenPath())).toMatchObject({ errcode: 0 })
  })
})
