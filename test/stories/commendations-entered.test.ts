import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world } = stage()

const rows = () =>
  world.store.client
    .prepare('select place, year, title, issued_on, doc_no, units, persons from commendations order by rowid')
    .all() as Record<string, unknown>[]

test('a document of praise is entered with its number, day, units and persons', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('登记表彰 章教督〔2025〕8号 11月10日印发 文清路小学、第七中学 个人李敏、王强')
  zhou.sees(
    '文号：章教督〔2025〕8号',
    '印发：11月10日（周一）',
    '单位：文清路小学、第七中学',
    '个人：李敏、王强',
  )
  expect(rows()).toEqual([])
  await zhou.taps('确认')
  expect(rows()).toMatchObject([
    { place: '章贡区', year: 2025, issued_on: '2025-11-10', units: '["文清路小学","第七中学"]' },
  ])
})

test('文清的阅读角搞得很好 可以推荐表彰: the office takes it into the year’s list, nothing is published', async () => {
  const [li, zhou, chen] = [world.person('Li_Min'), world.person('zhou_wen'), world.person('chen_yuan')]
  await li.says('文清的阅读角搞得很好 可以推荐表彰')
  li.sees('推荐表彰（待确认）', '学校：文清路小学', '不会对外公布')
  await li.taps('确认')
  li.sees('已报督导办')
  await zhou.taps('同意')
  expect(rows()).toMatchObject([{ title: '2025年拟表彰名单', issued_on: null, units: '["文清路小学"]' }])
  li.sees('周文已同意')
  expect(chen.everything()).toBe('')
})
