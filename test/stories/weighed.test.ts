import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { cases } from '#db/schema/loop.ts'
import { stage } from '#test/stage.ts'

/** A notice that the school has answered and that waits for the inspector's verdict. */
const { world, people } = stage()
const [li, chen] = people('Li_Min', 'chen_yuan')
beforeEach(async () => {
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，下周五前改完')
  await li.taps('确认')
  await chen.taps('签收')
  await chen.says('留样已经改好了')
  await chen.taps('确认上报')
})

const closed = () => world.store.db.$count(cases, eq(cases.state, 'closed'))

test('a verdict in plain words closes the case', async () => {
  await li.says('现场复查合格')
  expect(await closed()).toBe(1)
})

test('words that only weigh as one ask for the verdict and close nothing', async () => {
  await li.says('文清那边纸箱的事可以划掉啦，我见着了')
  li.sees('每一项的结论请说全')
  expect(await closed()).toBe(0)
})
