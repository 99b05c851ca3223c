import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '#test/world.ts'
import { instantOf } from '#src/domain/day.ts'
import type { NodeStore } from '#db/node.ts'
import type { Write } from '#db/store.ts'

let world: World
/** What a test makes of a commit before it is carried out. */
let before: (writes: readonly Write[]) => Promise<void>

beforeEach(async () => {
  before = async () => {}
  world = await openWorld({ wrapStore })
  await world.tickAt('2025-11-18T10:30:00+08:00')
  await world.person('Li_Min').says('昨天下午去了文清路小学，食堂留样记录不全，11月27号前改完')
  await world.person('Li_Min').taps('确认')
  await world.tickAt('2025-11-21T17:30:00+08:00')
})
afterEach(() => world.close())

function wrapStore(store: NodeStore): NodeStore {
  return {
    ...store,
    async commit(writes) {
      await before(writes)
      return store.commit(writes)
    },
  }
}

const EIGHT = instantOf('2025-11-24T08:09:00+08:00')
const reminders = () =>
  world.simulator.inbox('liu_fang').filter((each) => each.text.includes('到期（1项）')).length
const watermark = () =>
  world.store.client.prepare("select value from meta where key = 'reminded_until'").pluck().get()

test('a minute that comes twice says it once', async () => {
  await world.tickAt('2025-11-24T08:09:00+08:00')
  await world.tickAt('2025-11-24T08:09:00+08:00')
  expect(reminders()).toBe(1)
})

test('two machines at the same moment say it once', async () => {
  world.clock.at = EIGHT
  await Promise.all([world.assistant.tick(EIGHT), world.assistant.tick(EIGHT)])
  await world.settle()
  await world.tickAt('2025-11-24T08:10:00+08:00')
  expect(reminders()).toBe(1)
})

test('killed after what was said and before it was noted: the next minute says nothing again', async () => {
  const noted = watermark()
  before = async (writes) => {
    if (writes.some((each) => each.values['key'] === 'reminded_until')) throw new Error('killed')
  }
  await world.tickAt('2025-11-24T08:30:00+08:00')
  expect([reminders(), watermark()]).toEqual([1, noted])
  before = async () => {}
  // On a Monday everybody has been heard with the digest.
  await world.tickAt('2025-11-24T08:30:00+08:00')
  expect(reminders()).toBe(1)
  expect(watermark()).not.toBe(noted)
})

test('what one person’s commit fails on holds up nobody else, and is made up a minute later', async () => {
  before = async (writes) => {
    if (writes.some((each) => each.values['recipient'] === 'liu_fang')) throw new Error('disk full')
  }
  await world.tickAt('2025-11-24T08:09:00+08:00')
  expect(reminders()).toBe(0)
  before = async () => {}
  await world.tickAt('2025-11-24T08:10:00+08:00')
  expect(reminders()).toBe(1)
})

test('a clock that was set back goes on from where it stands', async () => {
  await world.tickAt('2026-03-01T10:00:00+08:00')
  await world.tickAt('2025-11-22T10:00:00+08:00')
  await world.tickAt('2025-11-24T08:09:00+08:00')
  expect(reminders()).toBe(1)
})
