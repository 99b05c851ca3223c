import { expect, test } from 'vitest'
import { photo } from '#test/photo.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li] = people('Li_Min')

const record = async (words: string) => {
  await li.says(words)
  await li.taps('确认')
}

test('a picture on the seventh day goes to the record that wants it; on the eighth it is asked about', async () => {
  await record('今天上午去了文清，楼梯扶手松动')
  li.sees('已记录，编号 章贡-25-0001：文清路小学 11月18日（周二）上午。待补照片，7天内直接发来就行。')
  await li.says('我今天记了什么')
  li.sees('问题 1 项，待补照片')
  await li.says('文清最近什么情况')
  li.sees('（章贡-25-0001，待补照片）')
  await world.moveTo('2025-11-25T23:00:00+08:00')
  await li.sends(await photo('red'))
  li.sees('照片已放进督导记录 章贡-25-0001 文清路小学 11月18日（周二）上午。')
  await li.says('文清最近什么情况')
  li.sees('（章贡-25-0001）')
})

test('after the seventh day it belongs to nothing yet', async () => {
  await record('今天上午去了文清，楼梯扶手松动')
  await world.moveTo('2025-11-26T00:01:00+08:00')
  await li.sends(await photo('red'))
  li.sees('收到照片 1 张。是哪所学校、什么问题？')
})

test('several records want one: asked once for a burst, with buttons; one picture serves all items of a record', async () => {
  await record('今天上午去了文清，楼梯扶手松动，灭火器过期')
  await record('昨天下午去了七中，食堂留样记录不全')
  await record('昨天上午去了实小，一切正常')
  await world.moveTo('2025-11-19T09:00:00+08:00')
  await li.sends(await photo('red'))
  li.sees(/照片是哪次督导的？[^]*1\. 章贡-25-0002 第七中学[^]*2\. 章贡-25-0001 文清路小学/)
  expect(li.buttons()).toEqual(['放进第1条', '放进第2条'])
  await li.sends(await photo('green'))
  li.seesNothing()
  await li.taps('放进第2条')
  li.sees('照片已放进督导记录 章贡-25-0001')
  await li.says('昨天我记了啥')
  li.sees(/章贡-25-0002 第七中学[^\n]*待补照片/, /章贡-25-0001 文清路小学[^\n]*问题 2 项（/)
})

test('a picture to a record that was just made', async () => {
  await record('今天上午去了文清，楼梯扶手松动')
  await li.sends(await photo('red'))
  li.sees('照片已放进文清路小学的督导记录')
  await li.says('我今天记了什么')
  li.sees('问题 1 项（')
})
