import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('from a spoken visit to a closed rectification', async () => {
  const li = world.person('Li_Min')
  const chen = world.person('chen_yuan')
  const liu = world.person('liu_fang')
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，消防通道堆了桌椅，月底前改完')
  li.sees(/食堂留样记录不全[^]*消防通道堆了桌椅[^]*文清路小学[^]*11月17日（周一）[^]*下午[^]*11月30日（周日）前/)
  expect(li.buttons()).toEqual(['确认', '修改', '不记'])
  await li.taps('确认')
  li.sees('章贡-25-0001', '章督整〔2025〕1号')
  chen.sees(/整改通知 章督整〔2025〕1号/)
  liu.sees(/整改通知 章督整〔2025〕1号/)
  await chen.taps('签收')
  chen.sees('已签收')
  li.sees('陈源')
  await liu.says('留样和通道都改好了')
  liu.sees('请陈源确认')
  await chen.taps('确认上报')
  li.sees(/待复查/)
  await li.taps('全部合格')
  li.sees('已销号')
  chen.sees('复查合格')
  console.log(chen.everything())
})
