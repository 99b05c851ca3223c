import { afterEach, beforeEach, expect, test } from 'vitest'
import { isNotNull } from 'drizzle-orm'
import { openD1 } from '#db/d1.ts'
import { kindOf } from '#db/kind.ts'
import { visits } from '#db/schema/loop.ts'
import { inbox } from '#db/schema/machine.ts'
import { workingDays } from '#db/schema/roster.ts'
import type { Store } from '#db/store.ts'
import { openCity, type City } from './city.ts'
import { asNewIsolate } from './database.ts'

let city: City
let store: Store
beforeEach(async () => {
  city = await openCity()
  store = openD1(city.env.DB)
})
afterEach(() => city.close())

const MONTH_MINUTES = 31 * 24 * 60
const anotherIsolate = () => ({ ...city.env, DB: asNewIsolate(city.env.DB) })
const sends = () =>
  city.simulator.calls().filter(({ api, errcode }) => api === 'message/send' && errcode === 0)

test('what could not be sent goes out with the next minute, once, though two machines are called', async () => {
  const li = city.person('Li_Min')
  const both = [city.env, anotherIsolate()]
  await li.opens()
  await city.minutesPass(1, ...both)
  city.simulator.fault('message/send', { kind: 'code', errcode: -1 })
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，月底前改完')
  li.seesNothing()
  await city.minutesPass(1, ...both)
  li.sees('文清路小学')
  expect(sends()).toHaveLength(1)
})

test('what was said is emptied after a month, and the record stays', async () => {
  const words = () => store.db.$count(inbox, isNotNull(inbox.words))
  await city.person('Li_Min').says('昨天下午去了文清路小学，食堂留样记录不全，月底前改完')
  await city.minutesPass(1)
  expect(await words()).toBe(1)
  await city.minutesPass(MONTH_MINUTES)
  expect(await words()).toBe(0)
  expect(await store.db.$count(visits)).toBe(1)
})

test('the first event of an isolate marks the database and brings the calendar, the next finds both', async () => {
  expect(await kindOf(store)).toBeNull()
  await city.minutesPass(1)
  expect(await kindOf(store)).toBe('live')
  const days = await store.db.$count(workingDays)
  expect(days).toBeGreaterThan(100)
  await city.minutesPass(1, anotherIsolate())
  expect(await store.db.$count(workingDays)).toBe(days)
})

test('what somebody wants of his reminders holds here too', async () => {
  const li = city.person('Li_Min')
  await li.says('每周一早上提醒我还没去的学校')
  await li.taps('确认')
  await li.says('我设了哪些提醒')
  await city.minutesPass(1)
  li.sees('1. 每周一 8:00 提醒：本月还没去的学校')
  // Wednesday, 26 November: Monday has gone by without a minute.
  await city.minutesPass(8 * 24 * 60)
  li.sees('11月还没去的学校')
})
