import { afterEach, describe, expect, test } from 'vitest'
import type { NodeStore } from '#db/node.ts'
import { createApp } from '#src/app.ts'
import type { Files } from '#src/domain/ports.ts'
import { createLog } from '#src/watch/log-line.ts'
import { watchStorage } from '#src/watch/storage.ts'
import { photo } from '#test/photo.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
afterEach(() => world.close())

/** The world as `main.ts` puts it together: commits are watched, and `/readyz` says what they met. */
async function openWatched() {
  const lines: string[] = []
  const log = createLog(
    (line) => lines.push(line),
    () => world.clock.at,
  )
  const watched: { trouble?: () => string | null } = {}
  world = await openWorld({
    wrapStore(store) {
      const { store: seen, trouble } = watchStorage(store, { log })
      watched.trouble = trouble
      return seen
    },
  })
  const { store } = world
  const clock = { now: () => world.clock.at }
  const app = createApp({
    store,
    machine: clock,
    clock,
    routes: [],
    metricsToken: null,
    isLocal: () => true,
    trouble: () => watched.trouble?.() ?? null,
  })
  const ready = async () => {
    const answer = await app.request('/readyz')
    return [answer.status, await answer.text()] as const
  }
  return { lines, ready }
}

/** A message with the same id each time: what the platform sends again. */
const message = (id: number) => ({
  FromUserName: 'Li_Min',
  MsgType: 'text',
  Content: '昨天下午去了文清路小学，食堂留样记录不全',
  MsgId: String(id),
})
const count = (table: string) => world.store.client.prepare(`select count(*) from ${table}`).pluck().get()

const CASES: [
  what: string,
  breaks: (store: NodeStore) => void,
  mends: (store: NodeStore) => void,
  mend: string,
][] = [
  [
    'a full disk',
    ({ client }) => client.pragma(`max_page_count = ${client.pragma('page_count', { simple: true })}`),
    ({ client }) => client.pragma('max_page_count = 1073741823'),
    'the disk is full: free space',
  ],
  [
    'a read-only database',
    ({ client }) => client.pragma('query_only = 1'),
    ({ client }) => client.pragma('query_only = 0'),
    'nothing can be written: let the user',
  ],
]

describe.each(CASES)('%s', (_, breaks, mends, mend) => {
  test('is said plainly, once a minute; nothing acknowledged is lost, and what comes again is handled', async () => {
    const { lines, ready } = await openWatched()
    expect((await world.posts(message(1))).status).toBe(200)
    expect(await ready()).toEqual([200, 'ok'])
    breaks(world.store)
    // Some pages may still be half empty: so many messages fill any.
    const refused: number[] = []
    for (let id = 100; id < 160; id++) if ((await world.posts(message(id))).status === 500) refused.push(id)
    expect(refused.length).toBeGreaterThan(40)
    expect(await ready()).toEqual([503, expect.stringContaining(mend)])
    const said = lines.filter((line) => line.includes('storage_trouble'))
    expect(said[0]).toContain(mend)
    // Sixty messages, seven seconds apart.
    expect(said.length).toBeLessThanOrEqual(10)

    mends(world.store)
    const before = count('inbox') as number
    for (const id of refused) expect((await world.posts(message(id))).status).toBe(200)
    expect(count('inbox')).toBe(before + refused.length)
    expect(await ready()).toEqual([200, 'ok'])
    expect(world.store.client.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})

test('a full disk for pictures: they wait, nobody is told to send them again, and they are kept when there is room', async () => {
  let full = true
  const failing = (files: Files): Files => ({
    ...files,
    keepImage: (content) =>
      full
        ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
        : files.keepImage(content),
  })
  world = await openWorld({ wrapFiles: failing })
  const li = world.person('Li_Min')
  await li.sends(await photo('red'))
  for (const minute of ['35', '40', '45', '50']) await world.moveTo(`2025-11-18T10:${minute}:00+08:00`)
  expect(count("photos where state = 'waiting'")).toBe(1)
  expect(world.logged).toContainEqual(expect.objectContaining({ level: 'error', event: 'photos_not_kept' }))
  full = false
  await world.moveTo('2025-11-18T10:55:00+08:00')
  expect(count("photos where state = 'kept'")).toBe(1)
  expect(li.everything()).not.toContain('没有保存')
})
