import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCity, type City } from './city.ts'

let city: City
beforeEach(async () => {
  city = await openCity()
})
afterEach(() => city.close())

test('from a spoken visit to a closed rectification', async () => {
  const li = city.person('Li_Min')
  const chen = city.person('chen_yuan')
  const liu = city.person('liu_fang')
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，消防通道堆了桌椅，月底前改完')
  li.sees(/食堂留样记录不全[^]*消防通道堆了桌椅[^]*11月17日（周一）[^]*11月30日（周日）前/)
  await li.taps('确认')
  li.sees('已记录，编号 章贡-25-0001', '整改通知 章督整〔2025〕1号')
  liu.sees('整改通知 章督整〔2025〕1号')
  await chen.taps('签收')
  li.sees('陈源')
  await liu.says('留样柜已补齐记录，通道清空了')
  liu.sees('请陈源确认后上报')
  await chen.taps('确认上报')
  li.sees(/待复查/)
  await li.taps('全部合格')
  li.sees('已销号')
  chen.sees('复查合格')
  expect(city.simulator.complaints()).toEqual([])
  expect(city.logged.filter((line) => line.level !== 'info')).toEqual([])
  expect(JSON.stringify(city.logged)).not.toMatch(/留样|陈源|chen_yuan/)
  expect(city.simulator.calls().filter((call) => call.api === 'gettoken')).toHaveLength(1)
})
