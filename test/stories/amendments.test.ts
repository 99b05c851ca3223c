import { test } from 'vitest'
import { stage } from '#test/stage.ts'

// A submitted record is put right: old and new are shown, the reason is kept, whoever read the old one reads the new one.

const { world, people } = stage()
const [li, wang, chen, zhou] = people('Li_Min', 'wang_qiang', 'chen_yuan', 'zhou_wen')

const recorded = async (words = '昨天下午去了文清，一切正常') => {
  await li.says(words)
  await li.taps('确认')
  for (const each of [li, wang, chen, zhou]) each.looksUp()
}

test('刚才那条时间写错了: the last of today, with the reason that was said', async () => {
  await recorded()
  await li.says('刚才那条时间写错了 是前天不是昨天')
  li.sees(
    /更正督导记录（待确认）[^]*日期：原 11月17日（周一），改为 11月16日（周日）[^]*编号：章贡-25-0001\n学校：文清路小学\n原因：时间写错了/,
  )
  await li.says('我今天记了什么')
  li.sees('文清路小学 11月17日（周一）下午')
  await li.taps('确认')
  li.sees('已更正督导记录 章贡-25-0001，编号不变。')
  chen.sees(
    /督导记录 章贡-25-0001 文清路小学 11月17日（周一）下午已由李敏更正：\n日期：原 11月17日（周一），改为 11月16日（周日）\n原因：时间写错了/,
    /督导记录 章贡-25-0001[^]*日期：11月16日（周日）下午/,
  )
  await li.says('我今天记了什么')
  li.sees('章贡-25-0001 文清路小学 11月16日（周日）下午')
})

test.each(['章贡-25-0001 改成上午', '章贡250001改成上午', '文清那条改成上午', '昨天那条改成上午'])(
  '%s: asks for the reason that was not said',
  async (words) => {
    await recorded()
    await li.says(words)
    li.sees(/时段：原 下午，改为 上午\n为什么改？/)
    await li.says('时间记错了')
    li.sees(/更正督导记录（待确认）[^]*原因：时间记错了/)
    await li.taps('确认')
    li.sees('已更正')
  },
)

test('what is to be put right is asked for, too', async () => {
  await recorded()
  await li.says('刚才那条写错了')
  li.sees('要改 章贡-25-0001 文清路小学 11月17日（周一）下午 的什么？')
  await li.says('前天')
  li.sees('日期：原 11月17日（周一），改为 11月16日（周日）')
  await li.says('记错了')
  li.sees('更正督导记录（待确认）')
  await li.taps('不改')
  li.sees('好的，记录没有变。')
})

test('one correction after another on one card', async () => {
  await recorded()
  await li.says('刚才那条改成上午，时间记错了')
  await li.says('章贡-25-0001 听课改成3节')
  li.sees(/时段：原 下午，改为 上午\n方式：原 校园巡视，改为 随机听课，听课3节/)
  await li.taps('确认')
  li.sees('已更正')
})

test('the wrong school, before any notice: its cases move with it', async () => {
  await recorded('昨天下午去了文清，教学楼有面墙开裂，严重')
  await li.says('文清那条学校写错了，是实验小学')
  li.sees(/学校：原 文清路小学，改为 实验小学/)
  await li.taps('确认')
  li.sees('严重问题已报督导办')
  zhou.sees('已由李敏更正', /严重问题整改通知（待审批）[^]*实验小学/)
  await li.says('文清最近什么情况')
  li.sees('本学期还没有督导记录', '没有在办的问题')
  await li.says('实验小学最近什么情况')
  li.sees(/章贡-25-0001[^]*教学楼有面墙开裂/)
})

test('a finding made graver, one forgotten', async () => {
  await recorded('昨天下午去了文清，图书角有点乱，小问题')
  await li.says('刚才那条第一条改成一般，程度写错了')
  li.sees(/问题：原 图书角有点乱（小问题），改为 图书角有点乱（一般，12月3日（周三）前）/)
  await li.taps('确认')
  chen.sees('整改通知 章督整〔2025〕1号')
  await li.says('章贡-25-0001 再加一条 门卫没登记，因为漏记了')
  await li.taps('确认')
  chen.sees(/整改通知 章督整〔2025〕2号[^]*门卫没登记/)
})

test('after a notice has gone out: the day may be put right, and the school reads it; another school is the office’s', async () => {
  await recorded('昨天下午去了文清，门卫没登记')
  await li.says('刚才那条改成前天，时间记错了')
  await li.taps('确认')
  chen.sees('日期：原 11月17日（周一），改为 11月16日（周日）')
  await li.says('刚才那条学校写错了，是实验小学')
  li.sees(
    '已报督导办 孙立、周文 审批：撤回文清路小学的整改通知 章督整〔2025〕1号，改发实验小学。同意之前不变',
  )
  await zhou.taps('同意')
  chen.sees('整改通知 章督整〔2025〕1号 已撤回')
  await li.says('我今天记了什么')
  li.sees('章贡-25-0001 实验小学 11月16日（周日）')
})

test('the half-day stays unique', async () => {
  await recorded('昨天上午去了文清，一切正常')
  await recorded('昨天下午去了文清，一切正常')
  await li.says('章贡-25-0002 改成上午，记错了')
  li.sees('这个时段已经有一条记录 章贡-25-0001')
})

test('the seventh day is his, the eighth the office’s', async () => {
  await recorded()
  await world.moveTo('2025-11-25T23:50:00+08:00')
  await li.says('章贡-25-0001 改成上午，记错了')
  li.sees('更正督导记录（待确认）')
  const card = li.card()
  await world.moveTo('2025-11-26T00:10:00+08:00')
  await li.presses(card, '确认')
  zhou.sees(
    /修改督导记录（待审批）[^]*更正督导记录 章贡-25-0001 文清路小学 11月17日（周一）下午：时段由下午改为上午。[^]*原因：记错了/,
  )
  await zhou.taps('同意')
  li.sees('周文已同意：更正督导记录 章贡-25-0001')
  await li.says('文清最近什么情况')
  await li.says('章贡-25-0001 改成上午，记错了')
  li.sees('和原来一样，没有要改的')
})

test('another inspector proposes, the office puts it right itself, the author is told', async () => {
  await recorded()
  await wang.says('章贡-25-0001 改成上午，我也在场')
  wang.sees('为什么改？')
  await wang.says('我在场，是上午去的')
  zhou.sees('修改督导记录（待审批）')
  await zhou.says('章贡-25-0001 改成上午，因为与签到不符')
  await zhou.taps('确认')
  li.sees(/章贡-25-0001[^]*已由周文更正：\n时段：原 下午，改为 上午\n原因：与签到不符/)
})

test('what others do to the record meanwhile stops neither the signature nor the correction', async () => {
  await recorded('今天上午去了文清，一切正常')
  const toSign = chen.card()
  await wang.says('今天下午去了文清，一切正常')
  await wang.taps('并为同行')
  await li.says('刚才那条改成下午，记错了')
  await chen.presses(toSign, '签认')
  chen.sees('已签认督导记录 章贡-25-0001')
  await li.taps('确认')
  li.sees('已更正督导记录 章贡-25-0001')
  chen.sees(/督导记录 章贡-25-0001[^]*下午[^]*签认/)
  wang.sees('时段：原 上午，改为 下午')
})

test('a serious finding that the office sent back is put right and goes out', async () => {
  await recorded('今天上午去了文清，教学楼有面墙开裂，严重')
  await zhou.taps('退回')
  await li.says('刚才那条第一条改成一般，程度写错了')
  await li.taps('确认')
  chen.sees(/整改通知 章督整〔2025〕1号[^]*教学楼有面墙开裂/)
  await li.says('文清最近什么情况')
  li.sees('在办问题 1 项')
})
