import { expect, test } from 'vitest'
import { openCity } from './city.ts'

const DESCRIBED = '昨天下午到火车站旁边那所幼儿园，接送卡没人核对，下周五前改'
const KINDERGARTEN = {
  intent: 'log_visit',
  school: { words: '火车站旁边那所幼儿园', name: '蓝天幼儿园' },
  date: null,
  findings: [],
}

test('where the rules are unsure a model is asked, and its reading is a card to be checked', async () => {
  const city = await openCity({
    model: () => Response.json({ choices: [{ message: { content: JSON.stringify(KINDERGARTEN) } }] }),
  })
  const li = city.person('Li_Min')
  await li.says(DESCRIBED)
  li.sees(/学校：蓝天幼儿园/, '由模型辅助理解，请核对')
  await city.close()
})

test('after three failures the isolate remembers not to ask, though each event has an assistant of its own', async () => {
  let asked = 0
  const city = await openCity({ model: () => new Response(String(++asked), { status: 500 }) })
  const li = city.person('Li_Min')
  for (let i = 0; i < 5; i++) {
    await li.says(DESCRIBED)
    li.sees('没有找到「火车站旁边那所幼儿园」')
    // The same words beside a draft that waits would add nothing.
    await li.taps('不记')
  }
  expect(asked).toBe(3)
  await city.minutesPass(1)
  await li.says(DESCRIBED)
  expect(asked).toBe(4)
  await city.close()
})
