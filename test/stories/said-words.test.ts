import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li] = people('Li_Min')

test('beside each value stand the words that it was read from, where they are other words', async () => {
  await li.says('昨天早上去了文青小学，图书角有点乱，一般问题，下周五之前改完')
  li.sees(/学校：文清路小学「文青小学」\n日期：11月17日（周一）「昨天」\n时段：上午「早上」/)
  li.sees(/期限：11月28日（周五）前「下周五之前」/, /方式：校园巡视「默认」/)
})

test('what was said as it stands there is not repeated, and a default is told as such', async () => {
  await li.says('11月17日上午去了文清路小学，听课2节，图书角有点乱')
  li.sees(/学校：文清路小学\n日期：11月17日（周一）\n时段：上午\n方式：随机听课，听课2节/)
  li.sees('程度：一般「默认」', '期限：12月3日（周三）前「默认」')
})

test('a correction stands with its own words; on later cards the first message is read as of its day', async () => {
  await li.says('昨天上午去了文清路小学，门卫没登记，轻微')
  li.sees('程度：小问题「轻微」')
  await li.says('前天')
  li.sees('日期：11月16日（周日）「前天」')
  await li.says('改成昨天，严重')
  await world.moveTo('2025-11-19T09:00:00+08:00')
  await li.says('对')
  li.sees('请再看一遍', '日期：11月17日（周一）「昨天」')
  expect(li.buttons()).toEqual(['确认', '修改', '不记'])
})
