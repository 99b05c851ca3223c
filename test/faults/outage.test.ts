import { afterEach, beforeEach, expect, test } from 'vitest'
import { outbox } from '#db/schema/machine.ts'
import type { Write } from '#db/store.ts'
import { text, type Post } from '#handlers/plan.ts'
import { queuedPost } from '#src/bot/queue.ts'
import { plusMs, DAY_MS, instant, type Instant } from '#src/domain/day.ts'
import { userId } from '#src/domain/words.ts'
import { openWorld, type World } from '#test/world.ts'

const MESSAGES = 5_000
const PEOPLE = 300
const SUBJECTS = 4
/** One in so many is urgent, and one in so many means nothing any more after the day. */
const URGENT = 50
const SHORT_LIVED = 10
const MINUTE_MS = 60_000

const peopleCsv = [
  'userid,name,role,county,school_code,assigned_school_codes,unit',
  ...Array.from({ length: PEOPLE }, (_, i) => `inspector_${i},督学${i},inspector_part,章贡区,,,`),
].join('\n')

let world: World
beforeEach(async () => {
  world = await openWorld({ people: peopleCsv })
})
afterEach(() => world.close())

/** The first person has a hundred of them, as an office has; the rest is spread. */
const receiver = (n: number): string => `inspector_${n % 50 === 0 ? 0 : n % PEOPLE}`
const isUrgent = (n: number) => n % URGENT === 7
const isShortLived = (n: number) => n % SHORT_LIVED === 3

const post = (n: number, now: Instant): Post => ({
  ...text(userId(receiver(n)), `subject:${n % SUBJECTS}`, `第${n}条 ${isUrgent(n) ? '紧急' : '普通'}`),
  urgent: isUrgent(n),
  ...(isShortLived(n) ? { until: plusMs(now, DAY_MS / 2) } : {}),
})

/** All that waits, as one day brought it. */
async function fill(): Promise<void> {
  const writes: Write[] = []
  let nth = 0
  const ids = { fresh: () => `waiting${++nth}`, chance: () => 0.5 }
  for (let n = 0; n < MESSAGES; n++) {
    const queue = { db: world.store.db, ids, now: world.clock.at, machineNow: world.clock.at }
    writes.push(await queuedPost(queue, post(n, world.clock.at)))
  }
  await world.store.commit(writes)
}

async function passes(ms: number, stepMs: number): Promise<void> {
  for (const end = world.clock.at + ms; world.clock.at < end;) {
    world.clock.at = instant(Math.min(world.clock.at + stepMs, end))
    await world.settle()
  }
}

const waiting = () =>
  world.store.client.prepare("select count(*) from outbox where state = 'waiting'").pluck().get() as number

type Shown = { n: number; at: number }
const shownTo = (i: number): Shown[] =>
  world.simulator
    .inbox(`inspector_${i}`)
    .flatMap(({ text, at }) =>
      /^(?:（补发）)?第\d+条/.test(text) ? [{ n: Number(/\d+/.exec(text)?.[0]), at }] : [],
    )

test(
  'the platform is down for a day and 5,000 messages wait: after it each is shown once, in order, in time',
  { timeout: 180_000 },
  async () => {
    await fill()
    world.simulator.fault('*', { kind: 'status', status: 503 }, Infinity)
    await passes(DAY_MS, MINUTE_MS)
    const tries = world.simulator.calls().length
    expect(waiting()).toBeGreaterThan(0)
    // One at a time asks whether it is back, about once a minute; not each of five thousand.
    expect(tries).toBeLessThanOrEqual(2 * 24 * 60)

    world.simulator.clearFaults()
    const back = world.clock.at
    for (let minute = 0; waiting() > 0; minute++) {
      expect(minute, 'minutes until nothing waits').toBeLessThan(30)
      await passes(MINUTE_MS, 5_000)
    }
    const all = Array.from({ length: PEOPLE }, (_, i) => shownTo(i))
    const expected = Array.from({ length: MESSAGES }, (_, n) => n).filter((n) => !isShortLived(n))
    expect(
      all
        .flat()
        .map(({ n }) => n)
        .toSorted((a, b) => a - b),
    ).toEqual(expected)
    for (const shown of all) expectInOrder(shown)
    expect(world.simulator.dropped()).toBe(0)
    for (const shown of all) expectWithinLimit(shown)
    expectUrgentFirst(all.flat(), back)
    const rows = await world.store.db.select({ state: outbox.state, why: outbox.why }).from(outbox)
    const failed = rows.filter(({ state }) => state === 'failed')
    expect(new Set(failed.map(({ why }) => why))).toEqual(new Set(['没有及时送达，已过期']))
    expect(failed).toHaveLength(MESSAGES / SHORT_LIVED)
  },
)

/** Within one subject the order is that of writing. */
function expectInOrder(shown: readonly Shown[]): void {
  for (let subject = 0; subject < SUBJECTS; subject++) {
    const about = shown.filter(({ n }) => n % SUBJECTS === subject).map(({ n }) => n)
    expect(about).toEqual(about.toSorted((a, b) => a - b))
  }
}

function expectWithinLimit(shown: readonly Shown[]): void {
  for (const { at } of shown)
    expect(shown.filter((each) => each.at >= at && each.at < at + MINUTE_MS).length).toBeLessThanOrEqual(30)
}

/** What is urgent and held up by nothing before it is through within two minutes. */
function expectUrgentFirst(shown: readonly Shown[], back: Instant): void {
  const free = shown.filter(({ n }) => isUrgent(n) && isFirstOfItsSubject(n))
  expect(free.length).toBeGreaterThan(0)
  for (const { at } of free) expect(at - back).toBeLessThanOrEqual(2 * MINUTE_MS)
}

const isFirstOfItsSubject = (n: number): boolean => {
  for (let before = 0; before < n; before++)
    if (receiver(before) === receiver(n) && before % SUBJECTS === n % SUBJECTS && !isShortLived(before))
      return false
  return true
}
