import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world } = stage()

const rows = () =>
  world.store.client
    .prepare(
      'select school, person, start_on, end_on, left_on, explanation from principal_terms order by rowid',
    )
    .all() as Record<string, unknown>[]

test('a principal’s term, put right later, with a written reason', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('文清校长任期 2023年9月1日到2026年8月31日')
  zhou.sees('学校：文清路小学', '校长：陈源', '任期止：2026年8月31日')
  await zhou.taps('确认')
  expect(rows()).toMatchObject([
    { school: 'S01', person: 'chen_yuan', start_on: '2023-09-01', end_on: '2026-08-31' },
  ])
  await zhou.says('文清陈源任期2023年9月到2026年7月')
  zhou.sees('原来登记的任期止是2026年8月31日')
  await zhou.taps('确认')
  expect(rows()).toMatchObject([{ end_on: '2026-07-31' }])
  await zhou.says('文清陈源任期书面说明：任期内学校改扩建，未安排综合督导')
  await zhou.taps('确认')
  expect(rows()).toMatchObject([{ explanation: '任期内学校改扩建，未安排综合督导', end_on: '2026-07-31' }])
})

test('a new principal has a term from today, the old one’s ends the day before', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('文清校长任期 2023年9月1日到2026年8月31日')
  await zhou.taps('确认')
  await zhou.says('文清路小学校长换成新人(xin_ren)')
  await zhou.taps('确认')
  expect(rows()).toMatchObject([
    { person: 'chen_yuan', left_on: '2025-11-17' },
    { person: 'xin_ren', start_on: '2025-11-18', end_on: null },
  ])
})
