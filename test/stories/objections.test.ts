import { beforeEach, expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

/** Tuesday, 18 November: due on Friday the 28th. */
const { world, people } = stage()
const [li, chen, liu, zhou, sun] = people('Li_Min', 'chen_yuan', 'liu_fang', 'zhou_wen', 'sun_li')
beforeEach(async () => {
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，消防通道堆了桌椅，下周五前改完')
  await li.taps('确认')
  await chen.taps('签收')
  await chen.says('这个问题不属实，留样记录当天就补了')
  await chen.taps('提交')
})

test('the office reads until when it is to answer: five working days', () => {
  zhou.sees(
    /异议（待答复）[^]*留样记录当天就补了[^]*原期限：11月28日（周五）[^]*答复期限：11月25日（周二）前/,
  )
  expect(zhou.buttons()).toEqual(['异议成立', '异议不成立', '暂停计时'])
})

test('the clock stands while the office looks into it, and goes on by the working days that it stood', async () => {
  await zhou.taps('暂停计时')
  for (const each of [chen, liu]) each.sees(/异议核实中，计时暂停[^]*期限：计时暂停/)
  li.sees('整改通知 章督整〔2025〕1号 的异议正在核实，督导办已暂停计时')
  sun.sees('原期限：11月28日（周五）（计时暂停）')
  expect(sun.buttons()).toEqual(['异议成立', '异议不成立'])

  await world.moveTo('2025-12-01T09:00:00+08:00')
  await li.says('逾期没整改的有哪些')
  li.sees('没有逾期未整改的问题')
  await chen.says('我们学校有哪些问题没改')
  chen.sees(/Z-00001 食堂留样记录不全（整改中，计时暂停）/)

  // From Tuesday the 18th to Monday, 1 December: nine working days.
  await sun.taps('异议不成立')
  await sun.says('现场照片显示留样柜没有记录')
  sun.sees('计时恢复，期限顺延至12月11日（周四）')
  chen.sees(
    '不成立：现场照片显示留样柜没有记录。计时恢复，期限顺延至12月11日（周四）',
    /期限：12月11日（周四）前/,
  )
})

test('a clock stopped and set going on one day moves nothing', async () => {
  await zhou.taps('暂停计时')
  await zhou.taps('异议不成立')
  await zhou.says('照片为证')
  chen.sees('期限顺延至11月28日（周五）')
  expect(sun.everything()).toContain('[周文：异议不成立]')
})

test('a school may report while the clock stands; the objection is answered all the same', async () => {
  await zhou.taps('暂停计时')
  await liu.says('留样和通道都改好了')
  await chen.taps('确认上报')
  await world.moveTo('2025-11-20T09:00:00+08:00')
  await zhou.taps('异议不成立')
  await zhou.says('照片为证')
  chen.sees('不成立：照片为证')
  await li.taps('退回补充')
  await li.says('缺照片')
  chen.sees(/期限：12月2日（周二）前/)
})

test('upheld: school and inspector read why the notice is gone', async () => {
  await zhou.taps('异议成立')
  for (const each of [chen, liu, li])
    each.sees('整改通知 章督整〔2025〕1号 已撤回。原因：异议成立（这个问题不属实，留样记录当天就补了）')
  await chen.says('改好了')
  chen.sees(/没有待整改的通知。$/)
})

test('asked why, but decided by a colleague meanwhile', async () => {
  await zhou.taps('异议不成立')
  await sun.taps('异议成立')
  await zhou.says('照片为证')
  zhou.sees('此件已由孙立于11月18日（周二）10:30处理（同意）')
  chen.looksUp()
  await chen.says('我们学校有哪些问题没改')
  chen.sees('没有在办的问题')
})
