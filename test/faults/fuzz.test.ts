import { randomInt } from 'node:crypto'
import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { serve, type ServerType } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '#src/app.ts'
import { chance } from '#src/intake/sample/chance.ts'
import { APP, BOT, openWorld, type World } from '#test/world.ts'
import { appCallback, botCallback } from '#test/callback.ts'
import { hostilities, huge, type Callback, type Door } from './hostile.ts'

/** In all, half of them at each entrance. */
const CALLBACKS = Number(process.env['FUZZ'] ?? 100_000)
const HUGE = 40
const AT_ONCE = 8
/** On one connection, before the next is opened. */
const BATCH = 100
/** What this many callbacks may leave behind at most, once the garbage is collected: what a leak of 100 bytes each would. */
const GROWTH_BYTES = 10_000_000

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31))
const DOORS: Door[] = [
  { ...APP, path: '/wecom/app', kind: 'xml', receiveId: APP.corpId },
  { ...BOT, path: '/wecom/bot', kind: 'json', receiveId: '' },
]

let world: World
let server: ServerType
let port: number

beforeAll(async () => {
  world = await openWorld()
  const clock = { now: () => world.clock.at }
  const app = createApp({
    store: world.store,
    machine: clock,
    clock,
    routes: [world.assistant.routes],
    metricsToken: null,
    isLocal: () => true,
  })
  server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as { port: number }).port
})
afterAll(async () => {
  server.close()
  await world.close()
})

const rawRequest = ({ path, method, body }: Callback): Buffer =>
  Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: ${body.length}\r\n\r\n`),
    body,
  ])

/** One after the other without waiting for the answers; those that come before the server closes the connection. */
const pipeline = (callbacks: readonly Callback[]) =>
  new Promise<number[]>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    const answers: number[] = []
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      said += chunk
      let end = 0
      for (const { index, 0: line, 1: status } of said.matchAll(/HTTP\/1\.1 (\d{3}) /g)) {
        answers.push(Number(status))
        end = index + line.length
      }
      said = said.slice(end)
      if (answers.length === callbacks.length) socket.end()
    })
    // Cut off in the middle of what is too large to be read.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!['ECONNRESET', 'EPIPE'].includes(error.code ?? '')) reject(error)
    })
    socket.on('close', () => resolve(answers))
    socket.write(Buffer.concat(callbacks.map(rawRequest)))
  })

/** All of them, on so many connections at a time; how often each status was the answer. */
async function sendAll(callbacks: Iterator<Callback>): Promise<Record<number, number>> {
  const counts: Record<number, number> = {}
  const hand = async () => {
    for (let batch = take(callbacks, BATCH); batch.length > 0;) {
      const statuses = await pipeline(batch)
      expect(statuses.length, 'an answer before the connection is closed').toBeGreaterThan(0)
      for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1
      const unanswered = batch.slice(statuses.length)
      batch = [...unanswered, ...take(callbacks, BATCH - unanswered.length)]
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
  return counts
}

function take<T>(from: Iterator<T>, most: number): T[] {
  const taken: T[] = []
  for (let next; taken.length < most && !(next = from.next()).done;) taken.push(next.value)
  return taken
}

const send = async (callback: Callback): Promise<number> => (await pipeline([callback]))[0] ?? 0

function* hostile(seed: number, count: number, replays: Callback[]): Generator<Callback> {
  const luck = chance(seed)
  const seconds = Math.floor(world.clock.at / 1000)
  const ways = DOORS.map((door) => Object.values(hostilities(door, seconds, luck)))
  for (let n = 0; n < count; n++) {
    const door = n % DOORS.length
    yield luck.between(0, 20) === 0
      ? (replays[door] as Callback)
      : luck.pick(ways[door] as (() => Callback)[])()
  }
}

const rows = () =>
  Object.fromEntries(
    world.store.client
      .prepare("select name from sqlite_master where type = 'table'")
      .pluck()
      .all()
      .map((name) => [name, world.store.client.prepare(`select count(*) from "${name}"`).pluck().get()]),
  )

function heap(): number {
  // What was logged is kept by the test alone.
  world.logged.length = 0
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}

const connections = () =>
  new Promise<number>((resolve) => {
    if ('getConnections' in server) server.getConnections((_, count) => resolve(count))
  })

const asCallback = ({ path, body }: { path: string; body: string }): Callback => ({
  path,
  method: 'POST',
  body: Buffer.from(body),
})

test(`${CALLBACKS} hostile callbacks at both entrances (SEED=${seed})`, { timeout: 300_000 }, async () => {
  console.log(`Fuzz: the same callbacks again with SEED=${seed}`)
  const greeting = { MsgType: 'text', Content: '你好', FromUserName: 'stranger_x', MsgId: '77' }
  const asked = {
    msgid: '78',
    chattype: 'single',
    from: { userid: 'stranger_x' },
    msgtype: 'text',
    text: { content: '你好' },
  }
  const replays = [
    asCallback(appCallback(APP, greeting, world.clock.at)),
    asCallback(botCallback(BOT, asked, world.clock.at)),
  ]
  // The first copy of a rightful message is handled; and what is made ready once is made ready.
  for (const first of replays) expect(await send(first)).toBe(200)
  await sendAll(hostile(seed - 1, CALLBACKS / 10, replays))
  const before = { rows: rows(), heap: heap() }
  const statuses = await sendAll(hostile(seed, CALLBACKS, replays))
  const luck = chance(seed)
  const tooLarge = Array.from({ length: HUGE }, (_, i) => huge(DOORS[i % 2] as Door, luck))
  const refused = new Set<number>()
  for (const each of tooLarge) refused.add(await send(each))
  console.log('Fuzz: answers', statuses)

  expect(Object.keys(statuses).filter((status) => Number(status) >= 500)).toEqual([])
  // 0: it was hung up on while it still wrote.
  expect([...refused].filter((status) => status !== 413 && status !== 0)).toEqual([])
  expect(rows()).toEqual(before.rows)
  expect(heap() - before.heap).toBeLessThan(GROWTH_BYTES)
  expect(await connections()).toBeLessThanOrEqual(AT_ONCE)
  // It still works.
  const li = world.person('Li_Min')
  await li.says('昨天下午去了文清路小学，食堂留样记录不全')
  expect(li.card().state).toBe('pressable')
})

test('every way to be hostile is refused, at each entrance', async () => {
  for (const door of DOORS) {
    const luck = chance(seed)
    for (const [way, make] of Object.entries(hostilities(door, Math.floor(world.clock.at / 1000), luck)))
      for (let n = 0; n < 20; n++) {
        const status = await send(make())
        expect(status, `${way} at ${door.path}, SEED=${seed}`).toBeGreaterThanOrEqual(400)
        expect(status, `${way} at ${door.path}, SEED=${seed}`).toBeLessThan(500)
      }
  }
})
