import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { outbox } from '#db/schema/machine.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const unsent = async () =>
  (await world.store.db.select().from(outbox)).filter((message) => message.state !== 'sent')

describe.each(['cut', 'truncated', 'status'] as const)(
  'WeCom did it, but its answer was lost (%s)',
  (kind) => {
    const lost = kind === 'status' ? { kind, status: 502, delivered: true } : { kind, delivered: true }

    test('a card is shown once', async () => {
      const li = world.person('Li_Min')
      world.simulator.fault('message/send', lost)
      await li.says('昨天下午去了文清路小学，食堂留样记录不全')
      expect(await unsent()).toHaveLength(1)
      await world.moveTo('2025-11-18T10:40:00+08:00')
      expect(await unsent()).toEqual([])
      expect(world.simulator.inbox('Li_Min').filter((each) => each.kind === 'card')).toHaveLength(1)
    })

    test('a card is turned into its outcome once, and that is no failure', async () => {
      const li = world.person('Li_Min')
      await li.says('昨天下午去了文清路小学，食堂留样记录不全')
      world.simulator.fault('message/update_template_card', lost)
      await li.taps('确认')
      expect(li.card()).toMatchObject({ state: 'dead', outcome: '已确认 章贡-25-0001' })
      expect(await unsent()).toMatchObject([{ kind: 'settle', state: 'waiting' }])
      await world.moveTo('2025-11-18T10:40:00+08:00')
      expect(await unsent()).toEqual([])
    })
  },
)
