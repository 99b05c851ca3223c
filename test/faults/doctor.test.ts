import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { copyDatabase } from '#db/file.ts'
import { markTick } from '#db/last-tick.ts'
import { openNode, type NodeStore } from '#db/node.ts'
import { outbox } from '#db/schema/machine.ts'
import { insert } from '#db/store.ts'
import { text } from '#handlers/plan.ts'
import { queuedPost } from '#src/bot/queue.ts'
import { examine } from '#src/cli/doctor.ts'
import { dudao } from '#src/cli/dudao.ts'
import { DAY_MS, plusMs } from '#src/domain/day.ts'
import { userId } from '#src/domain/words.ts'
import { ids, machine } from '#src/machine.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let folder: string
let healthy: Record<string, string>

beforeAll(async () => {
  site = await openSite()
  folder = mkdtempSync(join(tmpdir(), 'dudao-doctor-'))
  healthy = { ...site.settings, PUBLIC_URL: await site.address(), DATABASE_PATH: await databaseWith() }
}, 60_000)
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

/** A copy of the assistant's database in which something has happened since its last minute. */
async function databaseWith(happens: (store: NodeStore) => Promise<unknown> = async () => {}) {
  const path = join(mkdtempSync(join(folder, 'database-')), 'dudao.db')
  await copyDatabase(site.databasePath, path)
  const store = await openNode(path, { kind: 'live' })
  await store.commit([markTick(machine.now())])
  await happens(store)
  await store.close()
  return path
}

/** What the command says and how it ends, and the names of the checks that it marks ✗. */
async function diagnose(settings: Record<string, string>) {
  for (const [name, value] of Object.entries({ ...healthy, ...settings })) vi.stubEnv(name, value)
  let said = ''
  const say = (line: string) => void (said += `${line}\n`)
  const code = await dudao(['doctor'], { out: say, err: say })
  vi.unstubAllEnvs()
  return { code, said, wrong: [...said.matchAll(/^✗ (.+?)：/gm)].map(([, name]) => name) }
}

async function expectWrong(settings: Record<string, string>, name: string, ...words: string[]) {
  const { code, said, wrong } = await diagnose(settings)
  expect({ code, wrong: [...new Set(wrong)] }, said).toEqual({ code: 1, wrong: [name] })
  for (const each of words) expect(said).toContain(each)
  for (const secret of ['WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_ENCODING_AES_KEY', 'WECOM_BOT_TOKEN'])
    expect(said).not.toContain(site.settings[secret as keyof typeof site.settings])
}

test('all is well', async () => {
  const { code, said } = await diagnose({})
  expect(code, said).toBe(0)
  expect([...said.matchAll(/^✓ (.+?)：/gm)].map(([, name]) => name)).toEqual([
    '配置',
    '磁盘',
    '数据库',
    '工作日',
    '词表',
    '待发消息',
    '未送达',
    '定时任务',
    '回调',
    '回调',
    '时钟',
    '令牌',
  ])
  expect(said).toContain('一切正常。')
})

test('settings: every fault at once, each with the page that shows the value', () =>
  expectWrong(
    { WECOM_SECRET: '', WECOM_TOKEN: 'not-a-token', PORT: 'http', PUBLIC_URL: 'http://example.com' },
    '配置',
    'WECOM_SECRET（「应用管理」→ 自建应用 → Secret）',
    'WECOM_TOKEN 不对',
    'PORT 不对',
    'PUBLIC_URL 应以 https:// 开头',
  ))

test('settings: none of WeCom', async () => {
  const none = Object.fromEntries(Object.keys(healthy).map((name) => [name, '']))
  await expectWrong(none, '配置', '没有填企业微信的五项')
})

test('disk: little room, and where', async () => {
  const findings = await examine(healthy, async () => 5 * 1024 ** 2)
  expect(findings.filter(({ mend }) => mend).map(({ name, found }) => [name, found])).toEqual([
    ['磁盘', expect.stringContaining('还有 0.0 GB')],
  ])
})

test('database: damaged', async () => {
  const path = await databaseWith()
  writeFileSync(path, 'no database')
  await expectWrong({ DATABASE_PATH: path }, '数据库', '不能读取', 'restore')
})

test('database: of the sample city', async () => {
  const path = join(mkdtempSync(join(folder, 'sample-')), 'sample.db')
  await (await openNode(path, { kind: 'sample' })).close()
  await expectWrong({ DATABASE_PATH: path }, '数据库', '是示例数据库')
})

test('database: another path', () =>
  expectWrong({ DATABASE_PATH: join(folder, 'none.db') }, '数据库', '请核对 DATABASE_PATH'))

test('calendar: this year is not loaded', async () => {
  const path = await databaseWith(async ({ client }) => client.exec('delete from working_days'))
  await expectWrong({ DATABASE_PATH: path }, '工作日', '没有载入', '请升级督导助手')
})

const message = async (store: NodeStore, to: string) => {
  const now = plusMs(machine.now(), -DAY_MS)
  const queue = { db: store.db, ids, now, machineNow: now }
  return (await queuedPost(queue, text(userId(to), 'doctor', '您好'))).values as typeof outbox.$inferInsert
}

test('outbox: something waits for a day', async () => {
  const path = await databaseWith(async (store) =>
    store.commit([insert(outbox, await message(store, 'chen_yuan'))]),
  )
  await expectWrong({ DATABASE_PATH: path }, '待发消息', '1 条消息在等待，最早的已等 1440 分钟')
})

test('outbox: somebody whom WeCom does not serve is named', async () => {
  const path = await databaseWith(async (store) => {
    const failed = { state: 'failed' as const, sentAt: machine.now(), why: '接收人没有许可' }
    await store.commit([insert(outbox, { ...(await message(store, 'chen_yuan')), ...failed })])
  })
  await expectWrong({ DATABASE_PATH: path }, '未送达', '陈源 chen_yuan', '接收人没有许可', '接口许可')
})

test('the minute: has not come for an hour', async () => {
  const path = await databaseWith((store) => store.commit([markTick(plusMs(machine.now(), -3_600_000))]))
  await expectWrong({ DATABASE_PATH: path }, '定时任务', '上次运行在 60 分钟前')
})

test('callback: the assistant runs with another token', () =>
  expectWrong({ WECOM_TOKEN: 'AnotherToken' }, '回调', '/wecom/app', '重新启动助手'))

test('callback: the bot with another key', () =>
  expectWrong({ WECOM_BOT_ENCODING_AES_KEY: 'x'.repeat(43) }, '回调', '/wecom/bot'))

test('callback: nobody answers at that address', () =>
  expectWrong({ PUBLIC_URL: 'http://127.0.0.1:1' }, '回调', '没有应答', '反向代理'))

test('callback: a proxy that sends a page of its own', () =>
  throughProxy(
    () => Promise.resolve(new Response('<html>请登录</html>')),
    (address) => expectWrong({ PUBLIC_URL: address }, '回调', '内容被改动', '反向代理没有原样转发'),
  ))

test('token: a wrong secret', () => expectWrong({ WECOM_SECRET: 'wrong' }, '令牌', '40001', '“应用管理”'))

test('token: an address that WeCom does not trust', () => {
  site.simulator.fault('getcallbackip', { kind: 'code', errcode: 60020 })
  return expectWrong({}, '令牌', '企业可信IP')
})

test('WeCom cannot be reached', () =>
  expectWrong({ WECOM_API_BASE: 'http://127.0.0.1:1' }, '企业微信接口', '连不上', 'WECOM_API_BASE'))

test('clock: it is ten minutes slow', () =>
  throughProxy(
    async (request) => {
      const { pathname, search } = new URL(request.url)
      const answer = await fetch(new URL(site.settings.WECOM_API_BASE).origin + pathname + search)
      const date = new Date(machine.now() + 600_000).toUTCString()
      return new Response(await answer.text(), { headers: { date, 'content-type': 'application/json' } })
    },
    (address) => expectWrong({ WECOM_API_BASE: `${address}/simulator/wecom` }, '时钟', '相差', '自动对时'),
  ))

async function throughProxy(
  answer: (request: Request) => Promise<Response>,
  doing: (address: string) => Promise<void>,
): Promise<void> {
  const proxy = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => proxy.once('listening', resolve))
  const { port } = proxy.address() as { port: number }
  await doing(`http://127.0.0.1:${port}`).finally(() => proxy.close())
}
