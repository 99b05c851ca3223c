import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, chen] = people('Li_Min', 'chen_yuan')

test('对 within half an hour of the card saves it; later the card is shown again', async () => {
  await li.says('今天上午去了文清，门卫没登记')
  await world.moveTo('2025-11-18T11:15:00+08:00')
  await li.says('对')
  li.sees('请再看一遍', /督导记录和整改通知（待确认）[^]*门卫没登记/)
  await li.says('我今天记了什么')
  li.sees('还有 1 条待确认')
  await li.says('对')
  li.sees('已记录，编号 章贡-25-0001')
})

test('a correction makes a new card, which 对 answers', async () => {
  await li.says('今天上午去了文清，门卫没登记')
  await world.moveTo('2025-11-18T11:15:00+08:00')
  await li.says('期限改下周三')
  await li.says('对')
  li.sees('已记录')
})

test('two cards: neither 对 nor 两校都没问题 says which', async () => {
  await li.says('今早跑了文清和实小，文清操场有个井盖松了，实小没问题')
  await li.says('两校都没问题')
  li.sees(
    '您有 2 条待确认的记录：文清路小学（问题 1 项）、实验小学（未发现问题）。请在卡片上分别点「确认」。',
  )
  await li.says('对')
  li.sees('您有 2 条待确认的记录')
})

test('两校都没问题 after nothing asks which', async () => {
  await li.says('两校都没问题')
  li.sees('是哪所学校？')
})

test('第二个不要 其他对 shows the rest again, and 对 saves it', async () => {
  await li.says('今天上午去了七中 灭火器过期3具 教师办公室有人抽烟 厕所没洗手液')
  await li.says('第二个不要 其他对')
  li.sees(/1\. 灭火器过期3具[^]*2\. 厕所没洗手液/)
  await li.says('对')
  li.sees('已记录')
})

test('算了 drops the question first, then the draft', async () => {
  await li.says('今天上午去了文清，门卫没登记')
  await li.taps('确认')
  await chen.taps('申请延期')
  await chen.says('算了')
  chen.sees('好的，不办了')
  await chen.says('延到12月1日，供货没到')
  expect(chen.card().text).not.toContain('供货没到延期')
})

test('a draft of two minutes to midnight keeps its day', async () => {
  await world.moveTo('2025-11-18T23:58:00+08:00')
  await li.says('今天下午去了文清，门卫没登记')
  await world.moveTo('2025-11-19T00:05:00+08:00')
  await li.says('对')
  li.sees('已记录，编号 章贡-25-0001：文清路小学 11月18日（周二）下午')
})
