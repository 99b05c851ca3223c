import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const NOTE = '按法定节假日推算，调休未公布'

// The stories' calendar knows the arrangements up to 2026.
const { world } = stage()

test('a date in a year whose arrangement is not loaded says so, on the card and on the paper', async () => {
  await world.moveTo('2026-12-28T10:00:00+08:00')
  const [li, chen] = [world.person('Li_Min'), world.person('chen_yuan')]
  await li.says('今天上午去了文清，门卫没登记，1月15日前改')
  li.sees(NOTE)
  await li.taps('确认')
  await chen.taps('详情')
  chen.sees(NOTE)
})

test('in a year that is loaded nothing is said', async () => {
  const li = world.person('Li_Min')
  await li.says('昨天下午去了文清，门卫没登记，1月15日前改')
  expect(li.everything()).not.toContain(NOTE)
})

test('on the first working day of December the city office is asked for next year, once', async () => {
  await world.tickAt('2026-11-30T18:00:00+08:00')
  for (const moment of ['12-01T08:12', '12-01T08:13', '12-01T16:00', '12-02T08:12', '12-03T08:12'])
    await world.tickAt(`2026-${moment}:00+08:00`)
  const shi = world.person('shi_ban')
  expect(shi.everything().match(/2027年的放假调休安排还没有导入/g)).toHaveLength(1)
  expect(world.person('zhou_wen').everything()).not.toContain('放假调休安排')
})

test('a December whose next year is loaded asks nothing', async () => {
  await world.tickAt('2025-11-28T18:00:00+08:00')
  await world.tickAt('2025-12-01T08:12:00+08:00')
  expect(world.person('shi_ban').everything()).not.toContain('放假调休安排')
})
