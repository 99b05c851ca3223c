import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeAction } from '#cards/action.ts'
import type { Event } from '#db/events.ts'
import { events } from '#db/schema/loop.ts'
import { ROLE_NAMES } from '#src/domain/words.ts'
import { expectHistoriesToFold } from '#test/fold.ts'
import { START } from '#test/world.ts'
import { EVERYBODY, openCast } from './cast.ts'
import { playAll, playTheRest } from './everything.ts'
import type { SceneName } from './scenes.ts'

let opened: Awaited<ReturnType<typeof openCast>>
const seen: [scene: SceneName | 'the rest', event: Event][] = []

const history = () =>
  opened.world.store.db.select().from(events).orderBy(asc(events.aggregate), asc(events.seq))

beforeAll(async () => {
  opened = await openCast()
  const look = async (scene: SceneName | 'the rest') => {
    await expectHistoriesToFold(opened.world.store.db)
    for (const event of await history()) seen.push([scene, event])
  }
  await playAll(opened, look)
  await playTheRest(opened)
  await look('the rest')
}, 60_000)
afterAll(() => opened.world.close())

test('every scene leaves a history', () => {
  expect(new Set(seen.map(([scene]) => scene)).size).toBeGreaterThan(25)
})

test('every event says who, in which role, by which channel and when', () => {
  for (const [scene, event] of seen) {
    const { actor, role, channel, at } = event
    if (actor === 'assistant') expect([role, channel]).toEqual(['assistant', 'clock'])
    else if (channel === 'import') expect(role).toBe('operator')
    else {
      expect(EVERYBODY, `${scene}: ${event.kind}`).toContain(actor)
      expect(Object.keys(ROLE_NAMES)).toContain(role)
      expect(channel).toMatch(/^wecom_/)
    }
    expect(at).toBeGreaterThan(START)
    expect(at).toBeLessThanOrEqual(opened.world.clock.at)
  }
})

test('what an event calls before is what the events until then left', () => {
  let state: Record<string, unknown> = {}
  for (const [scene, event] of seen) {
    if (event.seq === 1) state = {}
    for (const [name, value] of Object.entries(event.before))
      expect(value, `${scene}: ${event.kind} ${name}`).toEqual(state[name] ?? null)
    state = { ...state, ...event.after }
  }
})

test('what was said stands with what came of it, word for word', () => {
  const drafted = seen.find(([scene, event]) => scene === 'issued' && event.kind === 'visit.draft')
  expect(drafted?.[1].words).toBe('昨天下午去了文清路小学，楼梯扶手松动，月底前改')
  const pressed = seen.find(([scene, event]) => scene === 'issued' && event.kind === 'visit.submit')
  expect(pressed?.[1].words).toBeNull()
})

test('of two who press at once one event is left', async () => {
  const { world, cast } = opened
  await cast.issuer.says('今天下午去了文清路小学，消防栓没水，月底前改')
  await cast.issuer.taps('确认')
  const notice = world.store.client.prepare('select id, seq from notices order by rowid desc').get()
  const key = encodeAction({ act: 'notice_sign', ...(notice as { id: string; seq: number }) })
  const before = (await history()).length
  await Promise.all([world.pressAs('principal', 'one', key), world.pressAs('contact', 'other', key)])
  const kinds = (await history()).length - before
  // The notice's and its case's, once each.
  expect(kinds).toBe(2)
  await expectHistoriesToFold(world.store.db)
})
