import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { picture } from '#handlers/plan.ts'
import { queuedPost } from '#src/bot/queue.ts'
import { day } from '#src/domain/day.ts'
import type { Picture } from '#src/domain/picture.ts'
import type { UserId } from '#src/domain/words.ts'
import { openWorld, type World } from '#test/world.ts'

// What people would rather look at than read comes along with the words.

let world: World
afterEach(() => world.close())

const LI = 'li_min' as UserId
const HOURS: Picture = {
  kind: 'hours',
  title: '李敏 2025 年培训学时',
  day: day('2025-11-18'),
  source: '依据：《督学管理暂行办法》第十五条',
  need: 40,
  rows: [{ name: '李敏', verified: 26, pending: 8 }],
}

/** What a plan says with `send: [picture(…)]`, once it is committed. */
const comesAlong = (shown: Picture) =>
  world.act(async () => {
    const now = world.clock.at
    const ids = { fresh: () => `picture${now}`, chance: () => 0.5 }
    const row = await queuedPost(
      { db: world.store.db, ids, now, machineNow: now },
      picture(LI, 'hours:li_min', shown),
    )
    await world.store.commit([row])
  })

/** The newest picture on the phone, as the platform keeps it. */
async function onThePhone() {
  const { mediaId } = world.simulator.inbox('Li_Min').findLast((each) => each.kind === 'image')!
  const response = await world.simulator.app.request(`/simulator/media/${mediaId}`)
  return new Uint8Array(await response.arrayBuffer())
}

test('the picture reaches the phone as a PNG with its title on it, and nothing of it stays on the disk', async () => {
  world = await openWorld()
  await comesAlong(HOURS)
  expect(world.person('Li_Min').images()).toBe(1)
  const png = await onThePhone()
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 750 })
  const title = await sharp(png)
    .extract({ left: 36, top: 34, width: 76, height: 44 })
    .greyscale()
    .raw()
    .toBuffer()
  expect(title.filter((value) => value < 110).length).toBeGreaterThan(120)
  expect(world.storedPhotos()).toEqual([])
})

test('who asks again sees it again: the platform would swallow the very same picture', async () => {
  world = await openWorld()
  await comesAlong(HOURS)
  await comesAlong(HOURS)
  expect(world.person('Li_Min').images()).toBe(2)
})

test('where the host cannot draw, the words stand alone and nothing is left to send', async () => {
  world = await openWorld({ noPictures: true })
  await comesAlong(HOURS)
  expect(world.person('Li_Min').images()).toBe(0)
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
})

test('a picture that cannot be drawn is told to the operator and holds nothing up', async () => {
  world = await openWorld()
  await comesAlong({ ...HOURS, kind: 'nothing' } as unknown as Picture)
  expect(world.logged).toContainEqual(expect.objectContaining({ event: 'picture_not_drawn' }))
  await comesAlong(HOURS)
  expect(world.person('Li_Min').images()).toBe(1)
})
