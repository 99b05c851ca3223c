import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'
import { type Somebody } from '#test/world.ts'

// Whatever the assistant tells people to say, it understands when they say it.

const { world, people } = stage()
const [li, chen, zhou] = people('Li_Min', 'chen_yuan', 'zhou_wen')

/** The newest words on a phone that are the assistant's. */
const lastTo = (who: Somebody): string =>
  world.simulator
    .inbox(who.userid)
    .filter((each) => each.from === null)
    .at(-1)?.text ?? ''
/** What stands after 例如： in them. */
const exampleTo = (who: Somebody): string => /例如：(.+?)。?$/m.exec(lastTo(who))?.[1] ?? ''
const issued = async () => {
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，消防通道堆了桌椅，这周五前改完')
  await li.taps('确认')
}
const answered = async () => {
  await issued()
  await chen.says('都改好了')
  await chen.taps('确认上报')
}

test.each(['Li_Min', 'wang_qiang', 'chen_yuan', 'liu_fang', 'zhou_wen', 'shi_ban', 'zong_du'])(
  'every line of the help for %s',
  async (userid) => {
    await issued()
    const somebody = world.person(userid)
    await somebody.says('帮助')
    const lines = lastTo(somebody)
      .split('\n')
      .filter((line) => line.startsWith('· ') && !line.includes('在卡片上点'))
      .map((line) => line.replace(/^· (?:.*：)?/, '').replace(/××(?:小学)?/, '文清路小学'))
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) {
      await somebody.says(line)
      expect(lastTo(somebody), line).not.toMatch(/没听懂|办不了|请换|没有找到/)
    }
  },
)

test('how to correct a draft', async () => {
  await li.says('昨天去了文清路小学，门卫没登记，灭火器过期，月底前改')
  await li.taps('修改')
  const examples = exampleTo(li).split(' / ')
  expect(examples).toHaveLength(5)
  for (const example of examples.toReversed()) {
    await li.says(example.replace('三中', '文清'))
    li.sees('待确认')
  }
  li.sees(/第四中学/)
})

test('how to ask for time', async () => {
  await issued()
  await chen.taps('申请延期')
  await chen.says(exampleTo(chen))
  chen.sees(/延期申请（待提交）[^]*原因：供货没到[^]*延至：/)
})

test('how to report', async () => {
  await issued()
  await chen.taps('签收')
  await chen.taps('报整改')
  await chen.says(exampleTo(chen))
  chen.sees(/食堂留样记录不全：留样柜已补齐记录\n2\. 消防通道堆了桌椅：通道已清空/)
})

test('how to fail, how to send back', async () => {
  await answered()
  await li.taps('全部不合格')
  await li.says(exampleTo(li))
  li.sees(/复查不合格（待确认）[^]*原因：通道仍堆放桌椅/)
  await li.taps('修改')
  await li.says('通道仍堆放桌椅')
  await li.says(exampleTo(li))
  li.sees(/复查不合格（待确认）/)
})

test('how to send a report back', async () => {
  await answered()
  await li.taps('退回补充')
  await li.says(exampleTo(li))
  chen.sees('退回补充：缺留样柜现场照片')
})

test('how to judge more items than a list holds', async () => {
  await li.says(
    `昨天下午去了文清路小学，${Array.from({ length: 20 }, (_, i) => `${'一二三四五六七八九十'[i % 10]}号楼${i < 10 ? '灭火器' : '应急灯'}损坏`).join('，')}，食堂留样记录不全，月底前改完`,
  )
  await li.taps('确认')
  await chen.says('都改好了')
  await chen.taps('确认上报')
  await li.taps('逐项')
  li.sees('共 21 项，卡片上列不下')
  await li.says(exampleTo(li))
  li.sees('「食堂留样记录不全」不合格的原因是什么，新期限是哪天？', '已销号')
})

test('how to name a section', async () => {
  const wang = world.person('wang_qiang')
  await wang.says('今天上午去了阳明小学，校舍裂缝，复杂问题，学校解决不了')
  await wang.taps('确认')
  await zhou.taps('选科室')
  await zhou.says(exampleTo(zhou))
  zhou.sees('转 基建科')
})

test('a verdict by the numbers on the card', async () => {
  await answered()
  await li.says('第一项合格，第二项不合格')
  li.sees('Z-00001 已销号', '「消防通道堆了桌椅」不合格的原因是什么，新期限是哪天？')
})

test('how to put a record right, how to take it back', async () => {
  await li.says('昨天上午去了文清路小学，一切正常')
  await li.taps('确认')
  await li.says('刚才那条写错了')
  const examples = exampleTo(li).split(' / ')
  expect(examples).toHaveLength(4)
  for (const example of examples) {
    await li.says('刚才那条写错了')
    await li.says(example)
    li.sees('为什么改？')
    await li.says(exampleTo(li))
    li.sees('更正督导记录（待确认）')
    await li.taps('不改')
  }
  await li.says('算了')
  await li.says(exampleTo(li).replace('26-0012', '25-0001'))
  li.sees('撤回督导记录（待确认）')
})

test('how to ask for leave to visit one’s own school', async () => {
  await li.says('昨天下午去了三中，食堂没公示菜单')
  await li.taps('报督导办')
  await li.says(exampleTo(li))
  zhou.sees('回避豁免（待审批）')
})
