import { beforeEach, expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, chen, liu] = people('Li_Min', 'chen_yuan', 'liu_fang')
beforeEach(async () => {
  await world.tickAt('2025-11-18T10:30:00+08:00')
})

const tickAt = async (local: string) => {
  for (const each of [li, chen, liu]) each.looksUp()
  await world.tickAt(`2025-11-${local}:00+08:00`)
}

test('a draft is recalled on its evening and the next morning, and can be confirmed there', async () => {
  await li.says('今天上午去了文清路小学，食堂留样记录不全，月底前改')
  await tickAt('18T17:29')
  li.seesNothing()
  await tickAt('18T17:30')
  li.sees(/督导记录还没确认，满三天作废（1项）[^]*文清路小学 11月18日（周二）上午，问题1项：食堂留样记录不全/)
  expect(li.buttons()).toEqual(['确认', '修改', '不记'])
  await tickAt('19T08:09')
  li.sees('督导记录还没确认')
  await li.taps('确认')
  li.sees('已记录，编号 章贡-25-0001')
  await tickAt('19T17:30')
  li.seesNothing()
})

test('one without its school is asked for it', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('今天上午去了实验，一切正常')
  zhou.looksUp()
  await tickAt('18T17:30')
  zhou.sees('学校待定 11月18日（周二）上午，未发现问题（请先直接回复校名）')
  expect(zhou.buttons()).toEqual(['不记'])
})

test('after three days it lapses with a word, and its card is dead', async () => {
  await li.says('今天上午去了文清路小学，食堂留样记录不全，月底前改')
  const card = li.card()
  await tickAt('21T08:09')
  expect(li.everything()).not.toContain('已作废（1项）')
  await tickAt('21T17:30')
  li.sees(
    /督导记录三天没有确认，已作废（1项）\n· 文清路小学 11月18日（周二）上午，问题1项：食堂留样记录不全。要记请重新说一遍/,
  )
  await li.presses(card, '确认')
  li.sees('此件已由督导助手于11月21日（周五）17:30处理（超过三天没有确认，已作废）')
  await li.says('我今天记了什么')
  li.sees('今天没有提交督导记录')
})

test('two drafts at once: one message, a button for each', async () => {
  await li.says('今天上午去了文清路小学，食堂留样记录不全，月底前改')
  await li.says('今天下午去了第七中学，一切正常')
  await tickAt('18T17:30')
  li.sees(/（2项）\n1\. 文清路小学[^]*\n2\. 第七中学/)
  expect(li.buttons()).toEqual(['1 确认', '2 确认'])
  await li.taps('2 确认')
  li.sees('已记录，编号 章贡-25-0001：第七中学')
})

test('a draft of Friday evening waits for Monday, and is not spoken of on days off', async () => {
  await world.tickAt('2025-11-21T17:45:00+08:00')
  await li.says('今天下午去了文清路小学，一切正常')
  await tickAt('22T08:09')
  await tickAt('22T17:30')
  li.seesNothing()
  await tickAt('24T08:09')
  li.sees('督导记录还没确认')
})

test('a report waits for its principal', async () => {
  await li.says('今天上午去了文清路小学，食堂留样记录不全，12月20号前改')
  await li.taps('确认')
  await liu.says('留样已补齐')
  await tickAt('18T17:30')
  chen.sees(/整改报告等您确认上报（1项）\n· 章督整〔2025〕1号：留样已补齐/)
  expect(chen.buttons()).toEqual(['确认上报', '修改', '不报'])
  liu.seesNothing()
  await tickAt('19T08:09')
  await chen.taps('确认上报')
  chen.sees('已上报，等待督学复查')
  await tickAt('19T17:30')
  chen.seesNothing()
})
