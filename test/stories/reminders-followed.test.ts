import { beforeEach, expect, test } from 'vitest'
import { followedOfKinds } from '#db/followed.ts'
import { day } from '#src/domain/day.ts'
import { createWatch } from '#src/watch/node-watch.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, wang, chen, gao] = people('Li_Min', 'wang_qiang', 'chen_yuan', 'gao_qi')
beforeEach(() => world.tickAt('2025-11-18T10:30:00+08:00'))

const counted = () => followedOfKinds(world.store.db, day('2025-11-01'))

/** Every minute that counts one kind of a day. */
async function nightOf(date: string): Promise<void> {
  for (let minute = 1; minute < 6; minute++) await world.tickAt(`${date}T00:0${minute}:00+08:00`)
}

/** A finding at each of three schools, all due on Thursday, 27 November; the reminder of Monday asks for each. */
async function threeIssued(): Promise<void> {
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，11月27号前改完')
  await li.taps('确认')
  await li.says('昨天上午去了第七中学，楼梯扶手松动，11月27号前改完')
  await li.taps('确认', /第七中学/)
  await wang.says('昨天上午去了第四中学，灭火器过期，11月27号前改完')
  await wang.taps('确认')
}

test('followed in the last minute of the second working day, a minute too late, and never', async () => {
  await threeIssued()
  await world.tickAt('2025-11-24T08:09:00+08:00')
  // Two working days after Monday are over with Wednesday.
  await world.moveTo('2025-11-26T23:58:00+08:00')
  await chen.says('留样已经补齐了')
  await chen.taps('确认上报')
  await world.moveTo('2025-11-27T00:00:30+08:00')
  await gao.says('扶手已经换好了')
  await gao.taps('确认上报')
  expect(await counted()).toEqual([])
  await nightOf('2025-11-27')
  expect(await counted()).toContainEqual({ kind: 'due_3', told: 3, followed: 1 })
  await nightOf('2025-11-28')
  expect(await counted()).toContainEqual({ kind: 'due_3', told: 3, followed: 1 })
})

test('a visit that was asked for on the 20th, by when it was recorded', async () => {
  await world.tickAt('2025-11-20T08:09:00+08:00')
  await world.moveTo('2025-11-24T23:50:00+08:00')
  await wang.says('今天上午去了第四中学，没发现问题')
  await wang.taps('确认')
  await world.moveTo('2025-11-25T00:00:30+08:00')
  await wang.says('昨天下午去了阳明小学，没发现问题')
  await wang.taps('确认', /阳明/)
  await nightOf('2025-11-25')
  const [unvisited] = (await counted()).filter(({ kind }) => kind === 'unvisited_20')
  expect(unvisited?.followed).toBe(1)
})

test('what the clock has ended was not done by anybody', async () => {
  await li.says('今天上午去了文清路小学，楼梯扶手松动，月底前改')
  await world.tickAt('2025-11-18T17:30:00+08:00')
  await world.tickAt('2025-11-19T08:09:00+08:00')
  await world.tickAt('2025-11-21T17:30:00+08:00')
  await nightOf('2025-11-22')
  expect(await counted()).toContainEqual({ kind: 'draft_today', told: 1, followed: 0 })
  expect(await counted()).toContainEqual({ kind: 'draft_morning', told: 1, followed: 0 })
})

test('two machines that count in the same minute count once', async () => {
  await threeIssued()
  await world.tickAt('2025-11-24T08:09:00+08:00')
  world.clock.at = (world.clock.at + 3 * 86_400_000 - 8 * 3_600_000) as typeof world.clock.at
  await Promise.all([world.assistant.tick(world.clock.at), world.assistant.tick(world.clock.at)])
  expect(await counted()).toContainEqual({ kind: 'due_3', told: 3, followed: 0 })
})

test('/metrics shows both numbers of each kind', async () => {
  const { exposition } = createWatch(
    () => {},
    () => 0,
  )
  const outbox = { outboxWaiting: 0, outboxOldestSeconds: 0, outboxFailed: 0 }
  const text = await exposition({ ...outbox, reminders: [{ kind: 'due_3', told: 3, followed: 1 }] })
  expect(text).toContain('dudao_reminders_told{kind="due_3"} 3')
  expect(text).toContain('dudao_reminders_followed{kind="due_3"} 1')
})
