import { afterEach, beforeEach, expect, test } from 'vitest'
import { photo } from '#test/photo.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const count = (table: string) =>
  world.store.client.prepare(`select count(*) from ${table}`).pluck().get() as number
const passes = async (iso: string) => {
  await world.moveTo(iso)
  await world.assistant.tick(world.clock.at)
}

test('thirty days on, what was said, answered and sent is gone, shown or not; the records stay', async () => {
  const [li, liu] = [world.person('Li_Min'), world.person('liu_fang')]
  await li.opens()
  await li.says('昨天下午去了文清，门卫没登记')
  // The principal is never reached: his card fails, and with it the outcome that it would have shown.
  world.simulator.fault('message/send', { kind: 'unreachable', userids: ['chen_yuan'] }, 3)
  await li.taps('确认')
  await liu.taps('签收')
  expect(count("outbox where state = 'failed'")).toBe(1)
  const [visits, events] = [count('visits'), count('events')]

  await passes('2025-12-18T07:00:00+08:00')
  expect([count('inbox'), count('outbox')]).not.toContain(0)
  await passes('2025-12-19T07:00:00+08:00')
  expect([count('inbox'), count('outbox')]).toEqual([0, 0])
  expect([count('visits'), count('events')]).toEqual([visits, events])
})

test('thirty days on, a picture that nobody claimed is gone with its file; one that a record names stays', async () => {
  const li = world.person('Li_Min')
  const shared = await photo('red')
  await li.sends(shared)
  await li.sends(await photo('blue'))
  await li.says('昨天下午去了文清，门卫没登记')
  await li.taps('确认')
  world.store.client.prepare('update photos set subject = null where rowid = 2').run()
  await li.sends(shared)
  world.store.client.prepare('update photos set subject = null where rowid = 3').run()
  expect([count('photos'), world.storedPhotos().length]).toEqual([3, 2])

  await passes('2025-12-18T07:00:00+08:00')
  expect([count('photos'), world.storedPhotos().length]).toEqual([3, 2])
  await passes('2025-12-19T07:00:00+08:00')
  // The red one was sent twice: once for the visit, once for nothing.
  expect([count('photos'), world.storedPhotos().length]).toEqual([1, 1])
})
