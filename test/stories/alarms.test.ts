import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, chen, liu, zhou, sun, zong] = people(
  'Li_Min',
  'chen_yuan',
  'liu_fang',
  'zhou_wen',
  'sun_li',
  'zong_du',
)

const SICK = '文清有学生吃完午饭拉肚子，七八个，已经送医院'
const GAS = '急！文清路小学食堂燃气管道漏气'

test('serious harm: school, county office and the city’s chief read it at once, before anything is confirmed', async () => {
  await li.says(SICK)
  for (const each of [chen, liu, zhou, sun, zong])
    each.sees(
      /【重大隐患】文清路小学[^]*拉肚子，七八个，已经送医院[^]*报告：李敏\n时间：11月18日（周二）10:30/,
    )
  expect(chen.buttons()).toEqual(['收到'])
  expect(zhou.buttons()).toEqual(['收到', '误报'])
  li.sees('已向陈源、刘芳、孙立、周文、宗督报告', '如是误报，请回复「误报」', '督导记录和整改通知（待确认）')
})

test('who has it in hand is told to whoever raised it', async () => {
  await li.says(GAS)
  li.looksUp()
  zong.seesNothing()
  await chen.taps('收到')
  li.sees('文清路小学陈源已收到重大隐患报告')
  zhou.sees('文清路小学陈源已收到重大隐患报告')
  await zhou.says('已到现场处置，学生已撤离')
  li.sees('督导办周文已收到重大隐患报告「食堂燃气管道漏气」，回复：已到现场处置，学生已撤离')
  expect(sun.card()).toMatchObject({ state: 'dead', outcome: '周文已收到' })
  await sun.presses(sun.card(), '收到')
  sun.sees('此件已由周文于11月18日（周二）10:30处理（已收到）')
})

test('收到 in words answers the alarm before it signs a notice', async () => {
  await li.says('昨天下午去了文清路小学，门卫没登记')
  await li.taps('确认')
  await li.says(GAS)
  await chen.says('收到')
  li.sees('文清路小学陈源已收到重大隐患报告')
  await chen.says('收到')
  li.sees('签收了整改通知 章督整〔2025〕1号')
})

test('a false alarm is corrected to exactly those who read it', async () => {
  await li.says(SICK)
  for (const each of [chen, liu, zhou, sun, zong]) each.looksUp()
  await li.says('刚才那个是误报')
  li.sees('已更正为误报，收到报告的 5 人会收到更正。督导记录还没有确认，不用记请点「不记」。')
  for (const each of [chen, liu, zhou, sun, zong]) {
    each.sees(/【更正】文清路小学：[^]*李敏于11月18日（周二）10:30更正为误报，请解除处置/)
    expect(each.card()).toMatchObject({ state: 'dead', outcome: '李敏：误报' })
  }
  expect(world.person('nan_ban').everything()).toBe('')
  await li.says('误报')
  li.sees('最近一天没有您可以更正的重大隐患报告')
})

test('the office calls it off as well; its sender and the school read it', async () => {
  await li.says(GAS)
  await zhou.taps('误报')
  for (const each of [li, chen, liu, sun]) each.sees('周文于11月18日（周二）10:30更正为误报')
  await chen.presses(chen.card(), '收到')
  chen.sees('此件已由周文于11月18日（周二）10:30处理（更正为误报）')
  await chen.says('误报')
  chen.sees('没听懂')
})

test('what the county has not answered in half an hour goes to the city’s chief, once', async () => {
  await li.says(GAS)
  await chen.taps('收到')
  await world.tickAt('2025-11-18T10:59:00+08:00')
  zong.seesNothing()
  await world.tickAt('2025-11-18T11:01:00+08:00')
  zong.sees('【重大隐患】文清路小学')
  zong.looksUp()
  await world.tickAt('2025-11-18T11:02:00+08:00')
  zong.seesNothing()
  await li.says('误报')
  zong.sees('李敏于11月18日（周二）11:02更正为误报')
})

test('what the county has answered, or nobody needs any more, does not go to the chief', async () => {
  await li.says(GAS)
  await zhou.taps('收到')
  await li.says('急！七中化学品泄漏')
  await li.says('误报')
  await world.tickAt('2025-11-18T11:30:00+08:00')
  zong.seesNothing()
})

test('the same hazard alarms once an hour, and again when it was called off', async () => {
  await li.says(GAS)
  await world.moveTo('2025-11-18T11:05:00+08:00')
  chen.looksUp()
  await li.says(GAS)
  li.sees('一小时内已报告过')
  chen.seesNothing()
  await li.says('误报')
  await li.says(GAS)
  chen.sees('【重大隐患】文清路小学')
  await world.moveTo('2025-11-18T12:10:00+08:00')
  chen.looksUp()
  await li.says(GAS)
  chen.sees('【重大隐患】文清路小学')
})

test('an alarm whose school is not clear reaches the office first, and the principal as soon as it is', async () => {
  await li.says('急！围墙要倒，学生就在旁边上体育课')
  zhou.sees('【重大隐患】学校待核实')
  const he = world.person('he_si')
  await li.says('是四中')
  he.sees('【重大隐患】第四中学')
  zhou.sees('【更正】重大隐患的学校是第四中学，不是学校待核实')
  await li.says('误报')
  he.sees('更正为误报')
})

test.each([
  '昨天去了文清路小学，没有重大隐患',
  '今天上午去了文清路小学，查看消防演练，模拟教学楼着火',
  '听说别的城市有学校围墙倒塌，提醒大家注意',
  '今天去了文清，烟感误报频繁',
])('no alarm: %s', async (words) => {
  await li.says(words)
  for (const each of [chen, liu, zhou, sun, zong]) each.seesNothing()
})
