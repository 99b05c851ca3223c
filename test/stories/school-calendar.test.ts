import { describe, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { settings } from '#db/schema/roster.ts'
import { insert } from '#db/store.ts'
import { day } from '#src/domain/day.ts'
import { userId } from '#src/domain/words.ts'
import { stage } from '#test/stage.ts'

// A place's school calendar is heard and counted by.

const { world } = stage()

const places = `name,level,government
赣州市,city,
章贡区,county,
`
const calendar = (county: string) => `place,semester,teaching_from,teaching_to,school_days
city,2025-2026-1,2025-09-01,2026-01-23,
${county}`

test('期末前 is its last day of teaching, and nothing is asked', async () => {
  const li = world.person('Li_Min')
  await fileRecords(world, {
    places,
    teaching_calendar: calendar('章贡区,2025-2026-1,2025-09-01,2026-01-16,\n'),
  })
  await li.says('今天上午去了文清，门卫没登记，期末前改完')
  li.sees('1月16日（周五）')
})

test('without a calendar the answer says so, and with one it does not', async () => {
  const li = world.person('Li_Min')
  await li.says('我这个月还差几所没去')
  li.sees('校历未载入')
  await fileRecords(world, { places, teaching_calendar: calendar('') })
  await li.says('我这个月还差几所没去')
  li.sees('11月您应去 5 所')
  expect(li.reads().join()).not.toContain('校历')
})

test('a month with hardly any lessons asks for nothing', async () => {
  const li = world.person('Li_Min')
  await fileRecords(world, {
    places,
    teaching_calendar: calendar('章贡区,2025-2026-1,2025-09-01,2026-01-16,2025-11:9\n'),
  })
  await li.says('我这个月还差几所没去')
  li.sees('本月不是教学月，不作要求')
})

test('what a place has settled is what is asked of it', async () => {
  const li = world.person('Li_Min')
  const [name, value, fromOn] = ['monthly_visits' as never, 2 as never, day('2025-09-01')]
  const settled = { name, place: '章贡区', fromOn, value, setBy: userId('zhou_wen'), setAt: world.clock.at }
  await world.store.commit([insert(settings, settled)])
  await li.says('今天上午去了文清，没发现问题')
  await li.taps('确认')
  await li.says('我这个月还差几所没去')
  li.sees('还差 5 所')
})

describe('the 20th and the 25th', () => {
  const missing = /11月还没去的学校（5项）/

  test('of a month of teaching by the calendar of the place, whatever month it is', async () => {
    const li = world.person('Li_Min')
    await fileRecords(world, {
      places,
      teaching_calendar: calendar('章贡区,2025-2026-2,2026-03-02,2026-07-25,\n'),
    })
    await world.tickAt('2025-11-20T08:09:00+08:00')
    li.sees(missing)
    await world.tickAt('2026-07-19T10:00:00+08:00')
    li.looksUp()
    await world.tickAt('2026-07-20T08:09:00+08:00')
    li.sees('7月还没去的学校（5项）')
  })

  test('are silent where the calendar counts hardly a day of lessons', async () => {
    const li = world.person('Li_Min')
    await fileRecords(world, {
      places,
      teaching_calendar: calendar('章贡区,2025-2026-1,2025-09-01,2026-01-16,2025-11:9\n'),
    })
    await world.tickAt('2025-11-20T08:09:00+08:00')
    await world.tickAt('2025-11-25T08:09:00+08:00')
    expect(li.everything()).not.toContain('还没去')
  })

  test('are other days where the place has settled them so, of as many visits as it asks for', async () => {
    const li = world.person('Li_Min')
    const fromOn = day('2025-09-01')
    const own = { place: '章贡区', fromOn, setBy: userId('zhou_wen'), setAt: world.clock.at }
    await fileRecords(world, { places, teaching_calendar: calendar('') })
    await world.store.commit([
      insert(settings, { ...own, name: 'monthly_notice' as never, value: 19 as never }),
      insert(settings, { ...own, name: 'monthly_visits' as never, value: 2 as never }),
    ])
    await li.says('今天上午去了文清，没发现问题')
    await li.taps('确认')
    await world.tickAt('2025-11-19T08:09:00+08:00')
    li.sees(/11月还没去够 2 次的学校（5项）\n1. 文清路小学/)
    li.looksUp()
    await world.tickAt('2025-11-20T08:09:00+08:00')
    li.seesNothing()
  })
})
