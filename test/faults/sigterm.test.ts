import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { outbox } from '#db/schema/machine.ts'
import { visits } from '#db/schema/loop.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeEach(async () => {
  site = await openSite()
  await site.address()
})
afterEach(() => site.close())

/** The call has arrived at the platform, which keeps the assistant waiting for its answer. */
async function hangs(api: string): Promise<void> {
  await vi.waitFor(() => expect(site.simulator.calls().map((call) => call.api)).toContain(api), {
    timeout: 20_000,
  })
}

/** No new callback is taken: the process has begun to stop. */
async function stopsListening(): Promise<void> {
  const address = await site.address()
  await vi.waitFor(() => expect(fetch(`${address}/healthz`)).rejects.toThrow(), { timeout: 20_000 })
}

async function asksOnAndOn(): Promise<never> {
  for (;;) await site.ask('/healthz')
}

test('it can be stopped from the moment that it says its address', async () => {
  expect(await site.main().stop()).toBe(0)
})

test('a callback in hand is answered before the process ends', async () => {
  // The group's bot asks for the plain userid within the turn; so the turn is in hand for as long as we like.
  site.simulator.fault('batch/openuserid_to_userid', { kind: 'hang', delivered: true })
  const asked = site.simulator.sayInGroup('Li_Min', '帮助')
  await hangs('batch/openuserid_to_userid')
  const ended = site.main().stop()
  await stopsListening()
  expect(site.inHand()).toBe(1)
  site.simulator.releaseHangs()
  expect(await asked).toMatchObject({ status: 200, attempts: 1 })
  await expect(asksOnAndOn(), 'the kept connection is closed').rejects.toThrow()
  expect(await ended).toBe(0)
})

test('a message in hand is marked as sent before the process ends, what is left waits for the next', async () => {
  site.simulator.fault('message/send', { kind: 'hang', delivered: true })
  await site.simulator.say('Li_Min', '昨天下午去了文清路小学，食堂留样记录不全')
  await hangs('message/send')
  await site.simulator.say('Li_Min', '前天下午去了实验小学，没有发现问题')
  const ended = site.main().stop()
  await stopsListening()
  site.simulator.releaseHangs()
  expect(await ended).toBe(0)
  await site.withStore(async ({ db }) => {
    expect((await db.select().from(visits)).length).toBe(2)
    const messages = await db.select().from(outbox).orderBy(outbox.id)
    expect(messages.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['card sent', 'card waiting'])
  })
})
