import { expect, test } from 'vitest'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

const { world } = stage({ people: `${PEOPLE}zhao_yi,赵毅,inspector_full,章贡区,,,\n` })

test('a team has three inspectors; the school’s own may be among them', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('12月上旬给阳明安排综合督导 王督学带队 再加李督学')
  zhou.sees('学校：阳明小学', '进驻：12月1日', '带队：王强', '还差1名', '王强是该校责任督学，可以参加')
  await zhou.says('再加赵毅')
  zhou.sees('成员：李敏、赵毅', '书面通知：11月24日')
  await zhou.taps('确认')
  zhou.sees('已安排综合督导 章督综〔2025〕1号')
  const row = world.store.client
    .prepare('select targets, team, planned_on, supervision_kind from supervisions')
    .get()
  expect(row).toEqual({
    targets: '["S09"]',
    team: '["wang_qiang","li_min","zhao_yi"]',
    planned_on: '2025-12-01',
    supervision_kind: 'comprehensive',
  })
})

test('who serves at the school is no member', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('12月8日给三中安排综合督导 王强带队 李敏、赵毅参加')
  zhou.sees('李敏与该校有应回避的情形')
  zhou.sees('请换人')
  expect(world.store.client.prepare('select * from supervisions').all()).toEqual([])
})
