import { describe, expect, test } from 'vitest'
import { createWecomApi } from '#src/channels/wecom/api.ts'
import { CONFIG } from './callback.ts'
import { platform } from './platform.ts'
import type { Reply } from './platform.ts'

const token = (access_token: string, expires_in = 7200) => ({
  errcode: 0,
  errmsg: 'ok',
  access_token,
  expires_in,
})
const ok = { errcode: 0, errmsg: 'ok', invaliduser: '' }
const code = (errcode: number) => ({ errcode, errmsg: `said ${errcode}` })
const send = (of: ReturnType<typeof platform>) =>
  of.api.post('message/send', '{"touser":"zhangsan"}', 'zhangsan')

describe('the token', () => {
  test('is asked for once by all who wait, and kept', async () => {
    const of = platform({ 'message/send': [ok] })
    await Promise.all(Array.from({ length: 20 }, () => send(of)))
    await send(of)
    expect(of.asked('gettoken')).toEqual([
      { path: 'gettoken', query: { corpid: CONFIG.corpId, corpsecret: CONFIG.secret }, body: undefined },
    ])
    expect(of.asked('message/send')).toHaveLength(21)
    expect(of.asked('message/send')[0]).toMatchObject({
      query: { access_token: 'T1' },
      body: '{"touser":"zhangsan"}',
    })
  })

  test('is renewed five minutes before its end', async () => {
    const of = platform({ 'message/send': [ok] })
    await send(of)
    of.time.now += 6900_000 - 1
    await send(of)
    expect(of.asked('gettoken')).toHaveLength(1)
    of.time.now += 1
    await send(of)
    expect(of.asked('gettoken')).toHaveLength(2)
  })

  test.each([40014, 42001, 40001])(
    'after %i a fresh one is fetched and the call made once more',
    async (refused) => {
      const of = platform({ gettoken: [token('T1'), token('T2')], 'message/send': [code(refused), ok] })
      expect(await send(of)).toEqual({ ok: true, value: {} })
      expect(of.asked('message/send').map(({ query }) => query['access_token'])).toEqual(['T1', 'T2'])
    },
  )

  test.each([40014, 42001, 40001])('after %i twice the message waits', async (refused) => {
    const of = platform({ gettoken: [token('T1'), token('T2')], 'message/send': [code(refused)] })
    const answer = await send(of)
    expect(answer).toMatchObject({
      ok: false,
      failure: { outcome: 'later', retryAfterMs: expect.any(Number) },
    })
    expect(answer).not.toHaveProperty('failure.unsure')
    expect(of.asked('message/send')).toHaveLength(2)
  })

  test('many calls refused at once fetch one fresh token', async () => {
    const expired = (): Response => Response.json(code(42001))
    const of = platform({
      gettoken: [token('T1'), token('T2'), token('T3')],
      'message/send': [...Array<Reply>(10).fill(expired), ok],
    })
    await Promise.all(Array.from({ length: 10 }, () => send(of)))
    expect(of.asked('gettoken')).toHaveLength(2)
  })

  test('a refusal that comes late does not cost the token that was fetched meanwhile', async () => {
    let release = () => {}
    const late = () =>
      new Promise<Response>((resolve) => (release = () => resolve(Response.json(code(42001)))))
    const of = platform({
      gettoken: [token('T1'), token('T2'), token('T3')],
      'message/send': [late, code(42001), ok],
    })
    const slow = send(of)
    expect(await send(of)).toMatchObject({ ok: true })
    release()
    expect(await slow).toMatchObject({ ok: true })
    expect(of.asked('gettoken')).toHaveLength(2)
  })

  test.each([40001, 40013, 40091])('a wrong secret (%i) is not asked for again and again', async (wrong) => {
    const of = platform({ gettoken: [code(wrong), token('T1')], 'message/send': [ok] })
    const answer = await send(of)
    expect(answer).toMatchObject({
      failure: { outcome: 'later', why: expect.stringContaining('Secret'), retryAfterMs: 600_000 },
    })
    expect(of.log).toEqual([['error', 'setting_to_mend', expect.objectContaining({ code: wrong })]])
    of.time.now += 599_999
    await Promise.all([send(of), send(of)])
    expect(of.asked('gettoken')).toHaveLength(1)
    of.time.now += 1
    expect(await send(of)).toMatchObject({ ok: true })
  })

  test.each([-1, 45009, 77777, 40058])(
    'any refusal (%i) rests for a minute, and blames no message',
    async (busy) => {
      const of = platform({ gettoken: [code(busy), token('T1')], 'message/send': [ok] })
      expect(await send(of)).toMatchObject({ failure: { outcome: 'later', retryAfterMs: 60_000 } })
      of.time.now += 59_999
      await send(of)
      expect(of.asked('gettoken')).toHaveLength(1)
      of.time.now += 1
      expect(await send(of)).toMatchObject({ ok: true })
    },
  )

  test.each([
    ['no line', () => Promise.reject(new TypeError('fetch failed'))],
    ['half an answer', () => new Response('{"errcode":0,')],
    ['no token in it', () => Response.json({ errcode: 0, errmsg: 'ok' })],
    ['a broken gateway', () => new Response('', { status: 502 })],
  ])('%s: nothing was sent, so nothing can have arrived', async (_, reply) => {
    const of = platform({ gettoken: [reply, token('T1')], 'message/send': [ok] })
    const answer = await send(of)
    expect(answer).toMatchObject({ ok: false, failure: { outcome: 'later' } })
    expect(answer).not.toHaveProperty('failure.unsure')
    expect(await send(of)).toMatchObject({ ok: true })
  })
})

describe('what an answer means', () => {
  const answer = (reply: Reply) => send(platform({ 'message/send': [reply] }))

  test('sent, with the code that updates a card', async () => {
    expect(await answer({ ...ok, response_code: 'RC' })).toEqual({ ok: true, value: { responseCode: 'RC' } })
    expect(await answer({ ...ok, response_code: '' })).toEqual({ ok: true, value: {} })
  })

  test.each([
    [{ ...ok, invaliduser: 'zhangsan' }, '可见范围'],
    [{ ...ok, invaliduser: 'lisi|ZHANGSAN' }, '可见范围'],
    [{ ...ok, invaliduser: ['zhangsan'] }, '可见范围'],
    [{ ...ok, unlicenseduser: 'zhangsan' }, '许可'],
  ])('%j: he was left out', async (reply, why) => {
    expect(await answer(reply)).toMatchObject({
      failure: { outcome: 'refused', why: expect.stringContaining(why) },
    })
  })

  test.each([
    { ...ok, invaliduser: 'zhang' },
    { errcode: 0, errmsg: 'ok' },
  ])('%j: he was not', async (reply) => {
    expect(await answer(reply)).toMatchObject({ ok: true })
  })

  test.each([
    40003, 60111, 46004, 40004, 40005, 40006, 40008, 40031, 40032, 40033, 40035, 40039, 40058, 40063, 41006,
    41009, 44001, 44004, 45001, 45002, 45007, 45008, 81012, 81013, 82001, 82002, 82003, 82004,
  ])('%i: nobody will ever see it', async (refused) => {
    expect(await answer(code(refused))).toMatchObject({
      failure: { outcome: 'refused', why: expect.stringContaining(String(refused)) },
    })
  })

  test.each([
    [-1, undefined],
    [45009, 60_000],
    [45033, 5_000],
    [40007, undefined],
    [99999, 60_000],
  ])('%i: later', async (busy, retryAfterMs) => {
    const { failure } = (await answer(code(busy))) as { failure: object }
    expect(failure).toEqual({
      outcome: 'later',
      why: expect.stringContaining(String(busy)),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    })
  })

  test.each([
    [60020, '企业可信IP'],
    [48002, '权限'],
    [50002, '可见范围'],
    [60011, '可见范围'],
    [301002, 'AgentID'],
    [40056, 'AgentID'],
    [41011, 'AgentID'],
    [50003, '停用'],
    [48006, '重新启用'],
    [301007, '联系'],
    [43012, '回调'],
    [41002, '企业 ID'],
    [41004, 'Secret'],
  ])('%i: later, and the log says where to mend it', async (broken, page) => {
    const of = platform({ 'message/send': [code(broken)] })
    expect(await send(of)).toMatchObject({ failure: { outcome: 'later', retryAfterMs: 600_000 } })
    expect(of.log).toEqual([
      [
        'error',
        'setting_to_mend',
        { path: 'message/send', code: broken, why: expect.stringContaining(page), said: `said ${broken}` },
      ],
    ])
  })

  test.each([
    ['500', () => new Response('', { status: 500 })],
    ['503 with a good body', () => Response.json(ok, { status: 503 })],
    ['a redirect', () => Response.redirect('http://127.0.0.1/')],
    ['a page of a proxy', () => new Response('<html>')],
    ['half an answer', () => new Response('{"errcode":0')],
    ['an answer of another shape', () => Response.json({ code: 0 })],
    ['a broken line', () => Promise.reject(new TypeError('fetch failed'))],
    ['too long a wait', () => Promise.reject(new DOMException('timed out', 'TimeoutError'))],
  ])('%s: later, and it may have arrived', async (_, reply) => {
    const { failure } = (await answer(reply)) as { failure: object }
    expect(failure).toEqual({ outcome: 'later', why: expect.any(String), unsure: true })
  })

  test('neither token, secret nor words are in what is said of a failure', async () => {
    const of = platform({ 'message/send': [code(60020)] })
    const said = JSON.stringify([await send(of), of.log])
    expect(said).not.toMatch(/T1|app-secret|zhangsan/)
  })
})

test('the base may have a port, a path and a slash at its end', async () => {
  const of = platform({}, { ...CONFIG, apiBase: 'http://10.0.0.5:8080/relay/' })
  await send(of)
  expect(of.calls[0]?.path).toBe('/relay/cgi-bin/gettoken')
})

test('every call has an end and follows no redirect', async () => {
  const inits: RequestInit[] = []
  const fetch = ((_: string, init: RequestInit) => {
    inits.push(init)
    return Promise.resolve(Response.json({ ...ok, ...token('T') }))
  }) as typeof globalThis.fetch
  const { clock } = platform({})
  const watch = { log: () => undefined }
  await createWecomApi({ config: CONFIG, fetch, clock, watch }).post('message/send', '{}', 'a')
  expect(inits).toHaveLength(2)
  for (const init of inits)
    expect(init).toMatchObject({ redirect: 'manual', signal: expect.any(AbortSignal) })
})

test('plain userids', async () => {
  const of = platform({
    'batch/openuserid_to_userid': [
      {
        ...ok,
        userid_list: [{ open_userid: 'woAJ2', userid: 'LiSi' }],
        invalid_open_userid_list: ['zhangsan'],
      },
    ],
  })
  const answer = await of.api.plainUserIds(['woAJ2', 'zhangsan'])
  expect(answer).toEqual({ ok: true, value: new Map([['woAJ2', 'LiSi']]) })
  expect(of.asked('batch/openuserid_to_userid')[0]?.body).toBe('{"open_userid_list":["woAJ2","zhangsan"]}')
})
