import { afterEach, beforeEach, expect, test } from 'vitest'
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
