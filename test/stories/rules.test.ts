import { test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world } = stage()

test('whoever asks for a rule reads it with its article', async () => {
  const li = world.person('Li_Min')
  await li.says('一学期至少要去几次 依据是啥')
  li.sees('每学期每校不少于 2 次')
  li.sees('依据：《教育督导条例》第十四条。')

  const chen = world.person('chen_yuan')
  await chen.says('督导意见书和整改通知书有啥区别')
  chen.sees('第二十一条')
})

test('two years after retiring is reckoned to the day', async () => {
  const office = world.person('nan_ban')
  await office.says('张老师2023年11月18号退休，现在聘他当督学可以吗')
  office.sees('最迟 2025年11月18日（周二）聘任，现在还可以')
  await office.says('张老师2023年11月17号退休，现在聘他当督学可以吗')
  office.sees('现在已经超过，不能选聘')
})
