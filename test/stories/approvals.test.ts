import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, chen, zhou, sun, nan] = people('Li_Min', 'chen_yuan', 'zhou_wen', 'sun_li', 'nan_ban')

test.each([
  // 60 days from Tuesday, 18 November.
  ['1月17号', false],
  ['1月18号', true],
])('a due date of %s: to the office %s', async (due, waits) => {
  await li.says(`今天上午去了文清路小学，操场跑道破损，${due}前改`)
  await li.taps('确认')
  if (!waits) return chen.sees('整改通知 章督整〔2025〕1号')
  chen.seesNothing()
  li.sees('期限超过60天已报督导办 孙立、周文 审批，同意后下发')
  zhou.sees(/^整改通知（待审批）\n期限超过60天，同意后以督导办名义下发学校/)
  await zhou.taps('同意下发')
  chen.sees(/整改通知 章督整〔2025〕1号[^]*2026年1月18日（周日）前/)
})

test('any of the office approves; the others’ cards name who did', async () => {
  await li.says('今天上午去了文清路小学，教学楼有面墙开裂，严重')
  await li.taps('确认')
  const card = zhou.card()
  await sun.taps('同意下发')
  expect(zhou.card()).toMatchObject({ state: 'dead', outcome: '孙立已同意下发' })
  await zhou.presses(card, '退回')
  zhou.sees('此件已由孙立于11月18日（周二）10:30处理（同意下发）')
  chen.sees('整改通知 章督整〔2025〕1号')
})

test('of two who decide at once one has decided', async () => {
  await li.says('今天上午去了文清路小学，教学楼有面墙开裂，严重')
  await li.taps('确认')
  const [a, b] = [zhou.card(), sun.card()]
  await Promise.all([zhou.presses(a, '同意下发'), sun.presses(b, '退回')])
  const late = /此件已由(周文|孙立)于/
  expect([zhou, sun].filter((each) => late.test(each.everything()))).toHaveLength(1)
})

test('a card pressed by somebody to whom it was not sent does nothing', async () => {
  await li.says('今天上午去了文清路小学，教学楼有面墙开裂，严重')
  await li.taps('确认')
  const card = zhou.card()
  const key = (card.card as { button_list: { key: string }[] }).button_list[0]?.key as string
  for (const each of [li, chen, nan]) {
    await world.pressAs(each.userid, card.id, key)
    each.sees('您的账号不能办理这一步')
  }
})

test('a card pressed a month later answers as things are now', async () => {
  await li.says('昨天下午去了文清路小学，门卫没登记')
  await li.taps('确认')
  const card = chen.card()
  await chen.taps('签收')
  await world.moveTo('2025-12-20T09:00:00+08:00')
  await chen.presses(card, '签收')
  chen.sees('此件已由陈源于11月18日（周二）10:30处理（签收）')
})

test('an office settles that general findings wait for it as well, for its own county', async () => {
  await zhou.says('一般问题也要审批')
  zhou.sees(
    /一般问题审批设置（待确认）[^]*一般问题也要督导办审批后下发[^]*范围：章贡区\n生效：11月18日（周二）/,
  )
  await zhou.taps('确认')
  zhou.sees('今天起生效')
  sun.sees('周文已设定：一般问题也要督导办审批后下发')
  await zhou.says('一般问题也要审批')
  zhou.sees('现在就是')

  await li.says('昨天下午去了文清路小学，门卫没登记')
  li.sees('一般问题经督导办同意后下发')
  await li.taps('确认')
  chen.seesNothing()
  sun.sees(/整改通知（待审批）\n一般问题，同意后/)
  await world.person('liao_nan').says('今天上午去了潭口中学，门卫没登记')
  await world.person('liao_nan').taps('确认')
  expect(nan.everything()).not.toContain('待审批')

  await zhou.says('一般问题不用审批了')
  await zhou.taps('确认')
  await li.says('今天上午去了文清路小学，灭火器过期')
  await li.taps('确认')
  chen.sees('整改通知 章督整〔2025〕1号')
})

test('nobody but an office settles it', async () => {
  await li.says('一般问题也要审批')
  expect(li.everything()).not.toContain('设置（待确认）')
  await world.person('shi_ban').says('一般问题也要审批')
  await world.person('shi_ban').taps('确认')
  await li.says('昨天下午去了文清路小学，门卫没登记')
  li.sees('一般问题经督导办同意后下发')
})
