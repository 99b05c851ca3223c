import { expect, test } from 'vitest'
import { importFiles } from '#src/intake/import.ts'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'
import { START } from '#test/world.ts'

const { world } = stage({
  people: `${PEOPLE}zhao_yi,赵毅,inspector_full,章贡区,,,\nzhao_er,赵尔,inspector_part,章贡区,,,\n`,
})

const cards = async (rows: string) => {
  const csv = `userid,place,kind,appointed_on,retired,term_start,term_end,recusals,former_school,former_left_on\n${rows}\n`
  const [result] = await importFiles(world.store, [{ name: 'inspectors.csv', bytes: Buffer.from(csv) }], {
    at: START,
  })
  expect(result?.errors).toEqual([])
}
const rows = () =>
  world.store.client
    .prepare(
      "select inspector, school, from_on, to_on, override_reason from assignments where school = 'S09' and from_on > '' order by from_on, inspector",
    )
    .all() as Record<string, unknown>[]

test('阳明换成赵毅督学挂牌 下周一起: rights change on the day, all read it at once', async () => {
  const [zhou, wang, zhao] = [world.person('zhou_wen'), world.person('wang_qiang'), world.person('zhao_yi')]
  await zhou.says('阳明换成赵毅督学挂牌 下周一起')
  zhou.sees('现任：王强', '换成：赵毅', '11月24日（周一）', '原任止：11月23日（周日）', '变更后负责 1 所学校')
  await zhou.taps('确认')
  expect(rows()).toEqual([
    {
      inspector: 'wang_qiang',
      school: 'S09',
      from_on: '2025-11-18',
      to_on: '2025-11-23',
      override_reason: null,
    },
    { inspector: 'zhao_yi', school: 'S09', from_on: '2025-11-24', to_on: null, override_reason: null },
  ])
  expect(wang.everything()).toContain('11月24日（周一）起，阳明小学的责任督学是赵毅')
  expect(zhao.everything()).toContain('阳明小学的责任督学是赵毅')
  await world.moveTo('2025-11-24T10:00:00+08:00')
  await wang.says('我这个月还差几所没去')
  expect(wang.reads().join()).not.toContain('阳明小学')
  await zhao.says('我这个月还差几所没去')
  zhao.sees('阳明小学')
})

test('whose term is over is named so: his schools count as without an inspector (C5.1)', async () => {
  const zhou = world.person('zhou_wen')
  await cards('wang_qiang,章贡区,part_time,2022-11-18,false,2022-11-18,2025-11-17,,,')
  await zhou.says('阳明换成赵毅督学挂牌 下周一起')
  zhou.sees('现任：王强（聘期已满）')
})

test('of two 赵 it is asked which', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('阳明换成赵督学挂牌 下周一起')
  zhou.sees('换成哪位督学')
  await zhou.taps('赵尔')
  zhou.sees('换成：赵尔', '更换责任督学（待确认）')
})

test('kin forbids it; a school lately left needs the office’s reason', async () => {
  await cards(
    'zhao_yi,章贡区,full_time,2024-01-01,false,,,S09,,\nzhao_er,章贡区,part_time,2024-01-01,false,2024-01-01,2026-12-31,none,S09,2024-08-31',
  )
  const zhou = world.person('zhou_wen')
  await zhou.says('阳明换成赵毅督学挂牌 下周一起')
  zhou.sees('还不能登记', '必须回避')
  expect(rows()).toEqual([])
  await zhou.says('阳明换成赵尔督学挂牌 下周一起')
  zhou.sees('离开该校不满3年')
  await zhou.says('全区只有他熟悉低段课程')
  await zhou.taps('确认')
  expect(rows().at(-1)).toMatchObject({ inspector: 'zhao_er', override_reason: '全区只有他熟悉低段课程' })
})

test('an inspector changes no plaque', async () => {
  const li = world.person('Li_Min')
  await li.says('阳明换成赵毅督学挂牌 下周一起')
  li.sees('责任督学由当地督导办更换')
})

const settle = async (name: string, value: string, effectiveFrom: string) => {
  const csv = `key,place,value,effective_from\n${name},章贡区,${value},${effectiveFrom}\n`
  const [result] = await importFiles(world.store, [{ name: 'settings.csv', bytes: Buffer.from(csv) }], {
    at: START,
  })
  expect(result?.errors).toEqual([])
}

test('the years of recusal are those that the place has settled for the day', async () => {
  await cards('zhao_yi,章贡区,full_time,2024-01-01,false,,,none,S09,2021-11-20')
  await settle('recusal_years', '5', '2025-12-01')
  const zhou = world.person('zhou_wen')
  await zhou.says('阳明换成赵毅督学挂牌 11月24日起')
  zhou.sees('更换责任督学（待确认）')
  await zhou.taps('不记')
  await zhou.says('阳明换成赵毅督学挂牌 12月1日起')
  zhou.sees('离开该校不满5年，应当回避')
})

test('so are the bounds of load', async () => {
  const zhou = world.person('zhou_wen')
  await settle('load_notice', '4', '2025-12-01')
  await settle('load_warning', '6', '2025-12-01')
  await zhou.says('阳明换成李敏督学挂牌 11月24日起')
  zhou.sees('变更后负责 6 所学校，偏多')
  await zhou.taps('不记')
  await zhou.says('阳明换成李敏督学挂牌 12月1日起')
  zhou.sees('变更后负责 6 所学校，明显超出')
})
