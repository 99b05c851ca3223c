import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

// What is open at a school when its inspector comes again: joined, looked at, never opened twice.

const { world, people } = stage()
const [li, chen] = people('Li_Min', 'chen_yuan')

/** Z-00001 食堂留样记录不全, due on Friday 21 November. */
const openCase = async () => {
  await li.says('昨天下午去了文清，食堂留样记录不全，这周五前改完')
  await li.taps('确认')
}

test.each([
  '今天上午去了文清，留样记录还是不全',
  '文清的留样给他们整改通知',
  '今天上午文清食堂 留样没有记全',
])('%s: offered to be joined, and joined unless he says otherwise', async (words) => {
  await openCase()
  await li.says(words)
  li.sees(/像是同一件事，默认并入；是另一件请点「新开」[^]*并入 Z-00001，不重复开/)
  await li.taps('确认')
  li.sees('Z-00001 已在整改，没有重复开')
  await li.says('文清最近什么情况')
  li.sees('在办问题 1 项')
})

test('新开 by a press: another thing of the same kind', async () => {
  await openCase()
  await li.says('今天上午去了文清，留样柜的留样没标签')
  await li.taps('新开')
  li.sees(/1\. 留样柜的留样没标签（食品卫生）/)
  await li.taps('确认')
  li.sees('整改通知 章督整〔2025〕2号')
})

test('新开 and 并入 in words', async () => {
  await openCase()
  await li.says('今天上午去了文清，门卫没登记，留样记录还是不全')
  li.sees('2. 留样记录还是不全（食品卫生，并入 Z-00001')
  await li.says('第二条新开')
  li.sees(/2\. 留样记录还是不全（食品卫生）/)
  await li.says('第二条还是并入')
  li.sees('2. 留样记录还是不全（食品卫生，并入 Z-00001')
})

test('another thing of the same matter is not offered', async () => {
  await li.says('昨天下午去了文清，灭火器过期3具')
  await li.taps('确认')
  await li.says('今天上午去了文清，消防通道堆了桌椅')
  expect(li.card().text).not.toMatch(/并入|新开/)
})

test('findings keep their order, joined or not; two that are like one case are not both lost in it', async () => {
  await openCase()
  await li.says('今天上午去了文清，门卫没登记，留样记录还是不全，留样没有专人管，灭火器过期')
  li.sees(
    /1\. 门卫没登记[^]*2\. 留样记录还是不全（食品卫生，并入[^]*3\. 留样没有专人管（食品卫生）[^]*4\. 灭火器过期/,
  )
})

test('the due date of the open case stays, and the card says how to put it off', async () => {
  await openCase()
  await li.says('文清的留样给他们整改通知，月底前')
  li.sees('Z-00001 期限仍是11月21日（周五）；要延期请学校在到期前申请')
  await world.moveTo('2025-11-24T09:00:00+08:00')
  await li.says('今天上午去了文清，留样记录还是不全，月底前改')
  li.sees('Z-00001 已逾期3天，期限不变；要延期须由学校申请、督导办批准')
})

test('closed between the card and 确认: opened anew; opened by a colleague meanwhile: not joined unseen', async () => {
  const wang = world.person('wang_qiang')
  await li.says('今天上午去了文清，留样记录还是不全')
  await wang.says('昨天下午去了文清，食堂留样记录不全')
  await wang.taps('确认')
  await li.taps('确认')
  li.sees('整改通知 章督整〔2025〕2号')
})

test('the card of the next visit lists what is open; the rest goes before it in full', async () => {
  const troubles = ['灭火器过期', '监控坏了', '围墙开裂', '电线裸露', '井盖松动', '护栏松动', '应急灯不亮']
  await li.says(`昨天下午去了文清，${troubles.join('，')}，这周五前改完`)
  await li.taps('确认')
  await li.says('今天上午去了文清，一切正常')
  li.sees(
    /该校在办 7 项：\n· Z-00001 灭火器过期（待签收，11月21日（周五）前）[^]*……还有 2 项，见上一条消息/,
    /该校在办的其余问题：\n· Z-00006 护栏松动[^]*Z-00007 应急灯不亮/,
  )
})

test('回看 by ticking, kept with the record', async () => {
  await li.says('昨天下午去了文清，食堂留样记录不全，灭火器过期，这周五前改完')
  await li.taps('确认')
  await li.says('今天上午去了文清，一切正常')
  await li.taps('回看')
  await li.ticks('灭火器过期')
  li.sees(
    /Z-00001 食堂留样记录不全（[^）]*）前，回看：没变化）\n· Z-00002 灭火器过期（[^）]*）前，回看：有好转）/,
  )
  await li.taps('确认')
  li.sees('已记录')
})

test('回看 in words is no verdict', async () => {
  await openCase()
  await li.says('今天上午去了文清，一切正常')
  await li.says('留样那个还没改')
  li.sees('回看：没变化')
  await li.says('Z-001 已经改好了')
  li.sees('回看：有好转')
  await li.says('Z-1 没变化')
  li.sees('回看：没变化')
  await li.says('宿舍那个还没改')
  li.sees('该校在办的问题里没有找到您说的')
  await li.taps('确认')
  await li.says('文清最近什么情况')
  li.sees(/Z-00001 食堂留样记录不全（待签收/)
})

test('where the report waits the card says so, and the words are a verdict', async () => {
  await openCase()
  await chen.says('留样已经补齐了')
  await chen.taps('确认上报')
  await li.says('今天上午去了文清，一切正常')
  li.sees(/Z-00001 食堂留样记录不全（待复查[^）]*）前，可直接复查）/)
  await li.says('留样合格')
  li.sees('Z-00001 已销号')
})
