import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world } = stage()

const rows = () =>
  world.store.client
    .prepare(
      'select no, place, target, organizers, proposed_on, notified_on, held_on, filed_party_on, filed_government_on, filed_superior_on from interviews order by rowid',
    )
    .all() as Record<string, unknown>[]

test('an inspector proposes, the office approves; the school reads nothing', async () => {
  const [wang, zhou] = [world.person('wang_qiang'), world.person('zhou_wen')]
  await wang.says('实验中学整改两次没过，建议约谈')
  wang.sees('约谈（待确认）', '学校：实验中学', '事项：提出', '同意之前不通知学校')
  await wang.taps('确认')
  expect(rows()).toEqual([])
  await zhou.taps('同意')
  zhou.sees('已立项约谈 章督谈〔2025〕1号', '教育行政部门')
  expect(rows()).toMatchObject([
    { target: 'S06', place: '章贡区', proposed_on: '2025-11-18', notified_on: null },
  ])
})

test('nothing is announced without the education department (C8.3)', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('约谈七中 周四下午3点 因为灭火器过期整改不力')
  zhou.sees('教育行政部门一起组织吗')
  await zhou.taps('没有参加')
  zhou.sees('11月20日（周四）15:00', '离这天不够了', '还不能通知')
  expect(rows()).toEqual([])
})

test('no interview waits for its filing: said at once', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('约谈材料报送了')
  zhou.sees('约谈材料报送（还不能登记）', '没有等着报送的约谈')
  expect(zhou.buttons()).toEqual(['修改', '不记'])
})

test('one that was held, and its filings until all three have it', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('昨天和教育局一起正式约谈了四中校长，作业量超标')
  await zhou.taps('确认')
  expect(rows()).toMatchObject([
    { target: 'S04', held_on: '2025-11-17', organizers: '["supervision_office","education_department"]' },
  ])
  await zhou.says('约谈材料报送县委县政府了 回执已收')
  zhou.sees('上级：还没有', '还缺上级的报送')
  await zhou.taps('确认')
  expect(rows()).toMatchObject([{ filed_party_on: '2025-11-18', filed_superior_on: null }])
  await zhou.says('约谈材料报送市督导办了')
  await zhou.taps('确认')
  zhou.sees('三处都已报送')
})

test('a word with a headmaster is asked about before it is an interview', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('昨天跟四中校长谈了谈 提醒他注意作业量')
  zhou.sees('是正式约谈，还是日常沟通？')
  await zhou.taps('日常沟通')
  await zhou.taps('确认')
  zhou.sees('不算约谈')
  expect(rows()).toEqual([])
})

test('filings are boxes to tick, of those that are missing; nothing is on file before 确认', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('昨天和教育局一起正式约谈了四中校长，作业量超标')
  await zhou.taps('确认')
  await zhou.says('约谈材料报送了')
  zhou.sees('约谈材料报送（待补充）', '第四中学', '哪几处已经报送？')
  await zhou.ticks()
  zhou.sees('一处也没有勾，什么都没有记')
  await zhou.ticks('党委', '政府')
  zhou.sees('党委：11月18日（周二）报送', '上级：还没有', '还缺上级的报送')
  expect(rows()).toMatchObject([{ filed_party_on: null }])
  await zhou.taps('确认')
  expect(rows()).toMatchObject([{ filed_party_on: '2025-11-18', filed_superior_on: null }])
  await zhou.says('约谈材料报送了')
  expect(zhou.reads().at(-1)).not.toContain('党委')
  await zhou.ticks('上级')
  await zhou.taps('确认')
  zhou.sees('三处都已报送')
})
