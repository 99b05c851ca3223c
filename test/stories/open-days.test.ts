import { test } from 'vitest'
import { stage } from '#test/stage.ts'

// Words for a due day that leave it open are asked about once; nothing is saved before the day is said.

const { world, people } = stage()
const [li] = people('Li_Min')

test('年前 in November is the end of the year or 春节: two buttons', async () => {
  await li.says('昨天下午去了文清路小学，门卫没登记，年前改完')
  li.sees('「年前」是到12月31日（周三），还是2026年2月17日（周二）？', '年前（待定）')
  await li.taps('2月17日')
  li.sees('2026年2月17日（周二）前')
  await li.taps('确认')
  li.sees('已记录')
})

test('年前 answered in words', async () => {
  await li.says('昨天下午去了文清路小学，门卫没登记，年前改完')
  await li.says('对')
  li.sees('还差期限，请先说「年前」是哪天。')
  await li.says('年底')
  li.sees('12月31日（周三）前')
})

test('before 春节 年前 means it, and nothing is asked', async () => {
  await world.moveTo('2026-01-20T10:30:00+08:00')
  await li.says('昨天下午去了文清路小学，门卫没登记，年前改完')
  li.sees('2月17日（周二）前')
  await li.taps('确认')
  li.sees('已记录')
})

test('期末前 without a school calendar is asked for, never guessed', async () => {
  await li.says('昨天下午去了文清路小学，门卫没登记，期末前改完，灯坏了一盏，三天内换')
  li.sees('「期末前」是哪天？请直接回复日期', '期末前（待定）')
  await li.says('1月16日')
  li.sees('2026年1月16日（周五）前', '11月21日（周五）前')
  await li.taps('确认')
  li.sees('已记录')
})

test('a day that the month does not have is asked for', async () => {
  await li.says('昨天下午去了文清路小学，门卫没登记，11月31日前改完')
  li.sees('「11月31日前」是哪天？')
  await li.says('改成11月30日')
  li.sees('11月30日（周日）前')
})

test('a due day changed to 年前 is asked about too', async () => {
  await li.says('昨天下午去了文清路小学，门卫没登记，月底前改完')
  await li.says('期限改年前')
  li.sees('「年前」是到12月31日（周三），还是2026年2月17日（周二）？')
  await li.taps('12月31日')
  li.sees('12月31日（周三）前')
})
