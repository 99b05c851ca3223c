import { reset } from 'cloudflare:test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openD1 } from '#db/d1.ts'
import { meta } from '#db/schema/roster.ts'
import { upsert } from '#db/store.ts'
import { appCallback } from '#test/callback.ts'
import { parseConfig } from '#src/config.ts'
import { machine } from '#src/machine.ts'
import { openCity, ORIGIN, SETTINGS, type City } from './city.ts'
import type { Env } from '#src/worker.ts'

let city: City
beforeEach(async () => {
  city = await openCity()
})
afterEach(() => city.close())

const APP = '/wecom/app?msg_signature=made-up&timestamp=1763433000&nonce=n'
const BOT = '/wecom/bot?msg_signature=made-up&timestamp=1763433000&nonce=n'

async function ask(path: string, init?: RequestInit, as?: Env): Promise<[number, string]> {
  const response = await city.call(new Request(ORIGIN + path, init), as)
  return [response.status, await response.text()]
}

test.each([
  ['health', '/healthz', null, 200, 'ok'],
  ['readiness', '/readyz', null, 200, 'ok'],
  ['metrics, of which there are none', '/metrics', null, 404, 'not found'],
  ['the simulator, of which there is none', '/simulator', null, 404, 'not found'],
  ['an address without a query', '/wecom/app', null, 400, 'query'],
  ['an echo that WeCom did not sign', `${APP}&echostr=AAAA`, null, 403, 'signature'],
  ['a message that WeCom did not sign', APP, '<xml><Encrypt>AAAA</Encrypt></xml>', 403, 'signature'],
  ['a message without its inside', APP, '<xml></xml>', 400, 'body'],
  ["a bot's message that WeCom did not sign", BOT, '{"encrypt":"AAAA"}', 403, 'signature'],
  ["a bot's message without its inside", BOT, '{}', 400, 'body'],
])('%s', async (_, path, body, status, text) => {
  expect(await ask(path, body === null ? {} : { method: 'POST', body })).toEqual([status, text])
})

test('both addresses can be saved in the console of WeCom', async () => {
  expect(await city.simulator.verifyAppUrl()).toBe(true)
  expect(await city.simulator.verifyBotUrl()).toBe(true)
})

test('a callback that comes again gets the same bytes and counts once', async () => {
  const said = { FromUserName: 'Li_Min', MsgType: 'text', Content: '帮助', MsgId: '7001' }
  const { path, body } = appCallback(parseConfig(SETTINGS).wecom!, said, machine.now())
  const [first, again] = [
    await ask(path, { method: 'POST', body }),
    await ask(path, { method: 'POST', body }),
  ]
  expect(first[0]).toBe(200)
  expect(first[1]).toContain('Encrypt')
  expect(again).toEqual(first)
})

test('a group is answered in place, and the rest privately', async () => {
  const li = city.person('Li_Min')
  await li.saysInGroup('昨天下午去了文清路小学，食堂留样记录不全，月底前改完')
  expect(city.simulator.groupInbox().at(-1)?.text).toBe('已私信您。')
  li.sees('文清路小学')
})

test('a photo is not kept here, and its sender is told', async () => {
  const li = city.person('Li_Min')
  await li.sends(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]))
  li.sees('没有保存：这个部署不保存照片')
})

test.each([
  ['none of its settings', {}, '还没有企业微信的配置'],
  ['half of its settings', { ...SETTINGS, WECOM_SECRET: '' }, 'WECOM_SECRET'],
  ['a setting that cannot be', { ...SETTINGS, WECOM_ENCODING_AES_KEY: 'short' }, 'WECOM_ENCODING_AES_KEY'],
])('a Worker with %s says so at its doors, and lives', async (_, settings, text) => {
  const env = { ...settings, DB: city.env.DB }
  for (const path of [APP, BOT])
    expect(await ask(path, {}, env)).toEqual([503, expect.stringContaining(text)])
  expect(await ask('/healthz', {}, env)).toEqual([200, 'ok'])
  expect(await ask('/readyz', {}, env)).toEqual([200, 'ok'])
  await expect(city.minutesPass(1, env)).rejects.toThrow(text)
})

test('a database without tables is named, and the Worker lives', async () => {
  await reset()
  expect(await ask(APP)).toEqual([503, expect.stringContaining('wrangler d1 migrations apply DB')])
  expect((await ask('/readyz'))[0]).toBe(503)
  expect(await ask('/healthz')).toEqual([200, 'ok'])
})

test('a database with sample data is refused', async () => {
  await openD1(city.env.DB).commit([upsert(meta, { key: 'kind', value: 'sample' })])
  expect(await ask(APP)).toEqual([503, expect.stringContaining('示例数据库')])
})
