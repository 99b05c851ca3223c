import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world } = stage()

test('a principal names a deputy through the office: within the dates he gets the cards and acts for him', async () => {
  const [li, chen] = [world.person('Li_Min'), world.person('chen_yuan')]
  const [liu, zhou] = [world.person('liu_fang'), world.person('zhou_wen')]
  await chen.says('我明天到周五出差，刘芳代我确认')
  chen.sees('已报督导办', '同意之前不变')
  await zhou.taps('同意')
  expect(liu.everything()).toContain('请您代办')
  await li.says('昨天下午去了文清，门卫没登记')
  await li.taps('确认')
  await liu.says('门卫登记已经补齐')
  expect(liu.everything()).not.toContain('确认上报')
  await world.moveTo('2025-11-19T09:00:00+08:00')
  await liu.says('门卫登记已经补齐，照片随后')
  await liu.taps('确认上报')
  liu.sees('代陈源办理。')
  const event = world.store.client
    .prepare("select actor, role from events where kind = 'report.confirm'")
    .get()
  expect(event).toEqual({ actor: 'liu_fang', role: 'principal' })
})

test('it ends by itself', async () => {
  const [chen, liu] = [world.person('chen_yuan'), world.person('liu_fang')]
  await chen.says('我今天到周三出差，刘芳代我确认')
  await world.person('zhou_wen').taps('同意')
  await world.moveTo('2025-11-20T09:00:00+08:00')
  const li = world.person('Li_Min')
  await li.says('昨天下午去了文清，门卫没登记')
  await li.taps('确认')
  await liu.says('门卫登记已经补齐')
  expect(liu.everything()).not.toContain('确认上报')
})

test('within one office a 确认 is enough; the week is spelt out', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('我下周出差，孙立代我审批')
  zhou.sees(/11月24日（周一）至11月30日（周日），孙立（县督导办/)
  await zhou.taps('确认')
  zhou.sees('已登记，孙立会收到通知')
  expect(world.person('sun_li').everything()).toContain('请您代办')
})

test('an office person names somebody from outside through the city', async () => {
  const [nan, shi] = [world.person('nan_ban'), world.person('shi_ban')]
  await nan.says('我下周出差，廖楠代我审批')
  nan.sees('已报督导办 施办 审批')
  await shi.taps('同意')
  await world.moveTo('2025-11-24T09:00:00+08:00')
  const liao = world.person('liao_nan')
  await liao.says('今天上午去了潭口中学，教学楼有面墙开裂，严重')
  await liao.taps('确认')
  await liao.taps('同意下发')
  liao.sees('代南办办理。')
})

test('without dates, or without such a person, it is asked', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('孙立代我审批')
  zhou.sees('从哪天到哪天')
  await zhou.says('我下周出差，廖楠代我审批')
  zhou.sees('没有找到可以代办的「廖楠」')
})

test('「校长出差了我替他确认行不」: the rule and the way', async () => {
  const liu = world.person('liu_fang')
  await liu.says('校长出差了我替他确认行不')
  liu.sees('整改报告只能由校长确认')
})
