import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

// What happens to a record around and after its 确认: colleagues, leave to go, withdrawal.

const { world, people } = stage()
const [li, wang, chen, zhou] = people('Li_Min', 'wang_qiang', 'chen_yuan', 'zhou_wen')

const NOTHING_FOUND = '今天上午去了文清，一切正常'

test('the responsible inspector is told who stood in for him', async () => {
  await li.says('昨天下午去了四中，门卫没登记')
  await li.taps('确认')
  wang.sees('李敏代您督导了第四中学：11月17日（周一）下午，发现问题 1 项，记录编号 章贡-25-0001。')
})

test('two inspectors, one school, one day: 并为同行', async () => {
  await li.says(NOTHING_FOUND)
  await li.taps('确认')
  await wang.says('今天下午去了文清，一切正常')
  wang.sees(/李敏当天已记录 章贡-25-0001（上午）。一起去的点「并为同行」/)
  expect(wang.buttons()).toEqual(['另记一次', '修改', '不记', '并为同行'])
  await wang.taps('并为同行')
  wang.sees('已并为同行：章贡-25-0001（文清路小学 11月18日（周二）上午），不再另记。')
  li.sees('王强已并为您的同行：章贡-25-0001')
  await wang.says('我今天记了什么')
  wang.sees(/章贡-25-0001 文清路小学[^]*与李敏同行/)
  await li.says('我今天记了什么')
  li.sees(/章贡-25-0001 文清路小学[^]*与王强同行/)
})

test('two inspectors, one school, one day: 另记一次', async () => {
  await li.says(NOTHING_FOUND)
  await li.taps('确认')
  await wang.says('今天下午去了文清，门卫没登记')
  wang.sees('您发现的问题另记一次')
  expect(wang.buttons()).toEqual(['另记一次', '修改', '不记'])
  await wang.taps('另记一次')
  wang.sees('已记录，编号 章贡-25-0002')
})

test('leave to visit the school that one serves at', async () => {
  await li.says('昨天下午三中食堂没公示菜单，月底前改')
  li.sees('您在第三中学任职，需回避（教育督导条例第十条）')
  expect(li.buttons()).toEqual(['报督导办', '不记'])
  await li.says('对')
  li.sees('不能记录')
  await li.taps('报督导办')
  await li.says('该校责任督学请假，临时安排我去')
  zhou.sees(/回避豁免（待审批）[^]*李敏在第三中学任职，申请免予回避[^]*原因：该校责任督学请假/)
  await zhou.taps('同意')
  li.sees('周文已同意', /督导记录和整改通知（待确认）[^]*督导办已同意前往（原需回避）：该校责任督学请假/)
  await li.taps('确认')
  li.sees('已记录，编号 章贡-25-0001：第三中学')
})

test('leave refused, and words that meant another school', async () => {
  await li.says('昨天下午三中食堂没公示菜单，月底前改')
  await li.taps('报督导办')
  await li.says('不是三中是四中')
  li.sees(/学校：第四中学/)
})

test('刚发的作废: the record of today, where no notice came of it', async () => {
  await li.says(NOTHING_FOUND)
  await li.taps('确认')
  await li.says('刚发的作废')
  li.sees(/撤回督导记录（待确认）[^]*章贡-25-0001 文清路小学 11月18日（周二）上午，未发现问题/)
  await li.taps('撤回')
  li.sees('已撤回督导记录 章贡-25-0001')
  chen.sees('督导记录 章贡-25-0001 文清路小学 11月18日（周二）上午已由李敏撤回')
  await li.says('我今天记了什么')
  li.sees('今天没有提交督导记录')
  await li.says('我这个月还差几所没去')
  li.sees('文清路小学')
  await li.says('文清最近什么情况')
  li.sees('本学期还没有督导记录')
})

test('two that fit are both shown, and one is withdrawn', async () => {
  await wang.says('今天上午去了阳明，一切正常')
  await wang.taps('确认')
  await wang.says('今天上午去了阳明，图书角有点乱，小问题')
  await wang.taps('确认')
  await wang.taps('另记一次')
  await wang.says('把阳明上午那条删了吧，记重了')
  wang.sees(/要撤回哪一条督导记录？[^]*章贡-25-0002[^]*章贡-25-0001/)
  expect(wang.buttons()).toEqual(['撤回第1条', '撤回第2条', '都不撤回'])
  await wang.taps('撤回第2条')
  wang.sees('已撤回督导记录 章贡-25-0001')
  await wang.says('我今天记了什么')
  wang.sees(/今天提交 1 条[^]*章贡-25-0002/)
})

test('a day later it is the office’s decision', async () => {
  await li.says(NOTHING_FOUND)
  await li.taps('确认')
  await world.moveTo('2025-11-19T00:00:00+08:00')
  await li.says('章贡250001作废')
  li.sees('为什么要撤回 章贡-25-0001')
  await li.says('学校记错了')
  zhou.sees(/撤回督导记录（待审批）[^]*撤回督导记录 章贡-25-0001 文清路小学[^]*原因：学校记错了/)
  await zhou.taps('同意')
  li.sees('周文已同意：撤回督导记录 章贡-25-0001')
  await li.says('文清最近什么情况')
  li.sees('本学期还没有督导记录')
})

test('the last minute of its day is still its inspector’s', async () => {
  await li.says(NOTHING_FOUND)
  await li.taps('确认')
  await world.moveTo('2025-11-18T23:59:00+08:00')
  await li.says('刚才那条撤回')
  const card = li.card()
  await world.moveTo('2025-11-19T00:01:00+08:00')
  await li.presses(card, '撤回')
  li.sees('为什么要撤回')
})

test('the office withdraws somebody’s record with a reason, and he is told', async () => {
  await li.says(NOTHING_FOUND)
  await li.taps('确认')
  await zhou.says('章贡-25-0001 作废，记重了')
  await zhou.taps('撤回')
  li.sees('督导记录 章贡-25-0001 文清路小学 11月18日（周二）上午已由周文撤回。原因：记重了。')
})

test('once a notice has gone out the record stays', async () => {
  await li.says('今天上午去了文清，门卫没登记')
  await li.taps('确认')
  await li.says('刚发的作废')
  li.sees('整改通知 章督整〔2025〕1号 已经发给学校，撤回由督导办决定。原因是什么？')
  await li.says('门卫其实登记了')
  zhou.sees(/撤回整改通知（待审批）[^]*原因：门卫其实登记了/)
  await zhou.taps('同意')
  li.sees('整改通知 章督整〔2025〕1号 已撤回。原因：门卫其实登记了')
  await li.says('我今天记了什么')
  li.sees('章贡-25-0001 文清路小学')
})

test('what waited for the office goes with the record', async () => {
  await li.says('今天上午去了文清，教学楼有面墙开裂，严重')
  await li.taps('确认')
  await li.says('刚发的作废')
  await li.taps('撤回')
  zhou.sees('已由李敏撤回')
  expect(zhou.card()).toMatchObject({ state: 'dead', outcome: '已撤回' })
  await zhou.says('文清最近什么情况')
  zhou.sees('没有在办的问题')
})
