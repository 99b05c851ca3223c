import { beforeEach, expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, chen, zhou, zong] = people('Li_Min', 'chen_yuan', 'zhou_wen', 'zong_du')
beforeEach(async () => {
  await world.tickAt('2025-11-18T10:30:00+08:00')
})

async function morning(day: string): Promise<void> {
  for (const each of [li, chen, zhou, zong]) each.looksUp()
  await world.tickAt(`${day}T08:09:00+08:00`)
}

const SERIOUS = '今天上午去了文清路小学，教学楼有面墙开裂，严重，12月20号前改'

test('an approval that waits a whole working day is asked again, after two the chief inspector hears of it', async () => {
  await li.says(SERIOUS)
  await li.taps('确认')
  await morning('2025-11-19')
  zhou.seesNothing()
  await morning('2025-11-20')
  zhou.sees(
    /等您办理已满1个工作日，点按钮或在原卡片上办（1项）\n· 文清路小学：教学楼有面墙开裂（严重问题整改通知待审批）/,
  )
  expect(zhou.buttons()).toEqual(['同意下发', '退回', '详情'])
  zong.seesNothing()
  await morning('2025-11-21')
  zong.sees('督导办满2个工作日没有办理，请督促或代办')
  zhou.seesNothing()
  await zong.taps('同意下发')
  chen.sees('整改通知 章督整〔2025〕1号')
  expect(zhou.card()).toMatchObject({ state: 'dead', outcome: '宗督已同意下发' })
})

test('several are counted, and each has its button', async () => {
  await li.says(SERIOUS)
  await li.taps('确认')
  await li.says('今天上午去了第七中学，校舍裂缝，复杂问题，要找基建科')
  await li.taps('确认')
  await morning('2025-11-20')
  zhou.sees(
    /（2项）\n1\. 文清路小学：教学楼有面墙开裂[^]*\n2\. Z-0000\d 第七中学：校舍裂缝（复杂问题，待转科室）/,
  )
  expect(zhou.buttons()).toEqual(['1 同意下发', '2 发出'])
})

test('what was answered before the morning is not asked again', async () => {
  await li.says(SERIOUS)
  await li.taps('确认')
  await world.moveTo('2025-11-19T16:00:00+08:00')
  await zhou.taps('退回')
  await morning('2025-11-20')
  for (const each of [zhou, zong]) each.seesNothing()
})

test('an extension asked of the inspector: he, and then the office, which may decide as well', async () => {
  await li.says('今天上午去了文清路小学，食堂留样记录不全，12月20号前改完')
  await li.taps('确认')
  await chen.says('能不能延到12月25号，供货没到')
  await chen.taps('提交')
  await morning('2025-11-20')
  li.sees(/文清路小学：延期申请（章督整〔2025〕1号，供货没到）/)
  zhou.seesNothing()
  await morning('2025-11-21')
  zhou.sees('督学满2个工作日没有办理，请督促或代办')
  zong.seesNothing()
  await zhou.taps('同意')
  chen.sees(/期限：12月25日（周四）前/)
})

test('a report that has waited more than ten working days stands in the inspector’s morning until he judges', async () => {
  await li.says('今天上午去了文清路小学，食堂留样记录不全，12月20号前改完')
  await li.taps('确认')
  await chen.says('留样已补齐')
  await chen.taps('确认上报')
  await morning('2025-12-02') // The tenth working day after the 18th.
  li.seesNothing()
  await morning('2025-12-03')
  li.sees(
    /整改报告等您复查，已超过10个工作日（1项）\n· 章督整〔2025〕1号 文清路小学：食堂留样记录不全（11月18日（周二）上报）/,
  )
  await morning('2025-12-04')
  li.sees('整改报告等您复查')
  await li.taps('合格')
  await morning('2025-12-05')
  li.seesNothing()
})

test('schools that nobody has been to, by name, on the 20th and on the 25th', async () => {
  await li.says('今天上午去了文清路小学，一切正常')
  await li.taps('确认')
  await morning('2025-11-20')
  li.sees(
    /^11月还没去的学校（校历未载入，按教学月计）（4项）\n1. 第七中学\n2. 实验小学\n3. 沙石中心小学\n4. 蓝天幼儿园\n/,
  )
  expect(li.buttons()).toEqual(['1 记一次', '2 记一次', '3 记一次', '4 记一次'])
  await li.says('今天上午去了第七中学，一切正常')
  await li.taps('确认')
  await morning('2025-11-25')
  li.sees(/（3项）\n1. 实验小学\n2. 沙石中心小学\n3. 蓝天幼儿园\n/)
})

test('in months that are no teaching months nobody is reminded', async () => {
  await world.tickAt('2026-02-14T18:00:00+08:00')
  await morning('2026-02-24')
  await morning('2026-02-25')
  li.seesNothing()
})
