import { beforeEach, expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, chen, liu] = people('Li_Min', 'chen_yuan', 'liu_fang')
beforeEach(async () => {
  await world.tickAt('2025-11-18T10:30:00+08:00')
})

/** Two findings, due on Thursday, 27 November. */
async function issued(): Promise<void> {
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，消防通道堆了桌椅，11月27号前改完')
  await li.taps('确认')
  await chen.taps('签收')
  await world.tickAt('2025-11-21T17:30:00+08:00')
  liu.looksUp()
  chen.looksUp()
}

test('three working days before, one before and on the day: the contact, and at the last the principal too', async () => {
  await issued()
  await world.tickAt('2025-11-24T07:59:00+08:00')
  liu.seesNothing()
  await world.tickAt('2025-11-24T08:09:00+08:00')
  liu.sees(/整改11月27日（周四）到期（2项）[^]*· 食堂留样记录不全（章督整〔2025〕1号，Z-00001）/)
  expect(liu.buttons()).toEqual(['报整改'])
  chen.seesNothing()

  liu.looksUp()
  await world.tickAt('2025-11-25T08:09:00+08:00')
  liu.seesNothing()
  await world.tickAt('2025-11-26T08:09:00+08:00')
  liu.sees('整改11月27日（周四）到期')
  liu.looksUp()
  await world.tickAt('2025-11-27T08:09:00+08:00')
  liu.seesNothing()
  await world.tickAt('2025-11-27T16:00:00+08:00')
  liu.sees('整改今天截止')
  chen.sees('整改今天截止')
  await chen.taps('报整改')
  chen.sees('各项怎么改的')
})

test('a thing done stops its reminder, also one that waits to be sent', async () => {
  await issued()
  world.simulator.fault('message/send', { kind: 'code', errcode: 45009 })
  await world.tickAt('2025-11-24T08:09:00+08:00')
  await chen.says('留样和通道都改好了')
  await chen.taps('确认上报')
  await world.moveTo('2025-11-24T09:30:00+08:00')
  expect(liu.everything()).not.toContain('到期')
})
