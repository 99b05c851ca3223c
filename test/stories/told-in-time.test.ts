import { describe, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

// When each is told of what the checks find: policy.md 2.2, column "Tell", and 8.3.

const { world, people, reopen } = stage({
  people: `${PEOPLE}wu_xiao,吴校,principal,章贡区,S09,,\nbian_ban,编办,member_unit,,,,市委编办\n`,
})
const [li, zhou, shi, zong, wu, unit] = people(
  'Li_Min',
  'zhou_wen',
  'shi_ban',
  'zong_du',
  'wu_xiao',
  'bian_ban',
)

const PLACES = 'name,level\n赣州市,city\n章贡区,county\n南康区,county\n'
const CARD = 'userid,place,kind,appointed_on,term_start,term_end,retired,recusals'

describe('what ends on days off', () => {
  /** Friday and Saturday, 5 and 6 December 2025. */
  const TASKS = 'no,unit,task,due_on\nR-5,市委编办,核定编制,2025-12-05\nR-6,市委编办,调配编制,2025-12-06\n'

  test('a task due on a Friday is not over on it, nor one due on the Saturday', async () => {
    await fileRecords(world, { places: PLACES, member_tasks: TASKS })
    // The step of seven days before, on the Friday: what comes on the weekend comes before it.
    await world.tickAt('2025-11-28T08:09:00+08:00')
    unit.sees('R-5：12月5日（周五）到期，还有 5 天', 'R-6：12月6日（周六）到期，还有 6 天')
    unit.looksUp()
    await world.tickAt('2025-12-05T08:09:00+08:00')
    unit.seesNothing()
    await world.tickAt('2025-12-08T08:09:00+08:00')
    unit.sees('R-5：12月5日（周五）到期，已过 3 天', 'R-6：12月6日（周六）到期，已过 2 天')
  })

  test('a term that ends on a Saturday is not over on the Friday', async () => {
    await fileRecords(world, {
      places: PLACES,
      inspectors: `${CARD}\nLi_Min,章贡区,part_time,2022-12-07,2022-12-07,2025-12-06,false,none\n`,
    })
    await world.tickAt('2025-12-04T08:09:00+08:00')
    li.looksUp()
    await world.tickAt('2025-12-05T08:09:00+08:00')
    li.seesNothing()
    await world.tickAt('2025-12-08T08:09:00+08:00')
    li.sees('李敏：第 1 届，12月6日（周六）到期，已过 2 天')
  })

  test('a term that is longer than three years is told of as what it is', async () => {
    await fileRecords(world, {
      places: PLACES,
      inspectors: `${CARD}\nLi_Min,章贡区,part_time,2025-09-01,2025-09-01,2029-08-31,false,none\n`,
    })
    await world.tickAt('2025-11-19T08:09:00+08:00')
    for (const each of [li, zhou])
      each.sees(/李敏：第 1 届，2029年8月31日.*到期.*超过每届 3 年或连任 3 届的规定，请核对/)
  })
})

test('what two checks have found of one place are two things', async () => {
  await fileRecords(world, {
    places: PLACES,
    meetings: 'place,meeting_type,held_on,status,minutes_on\ncity,plenary,2024-05-10,held,2024-05-12\n',
    commendations:
      'place,year,title,issued_on,doc_no,units,persons\ncity,2024,通报,2024-09-10,1号,第一小学,\n',
  })
  await world.tickAt('2025-11-19T08:09:00+08:00')
  shi.sees('全市：2025年没有召开记录', '全市：2025年还没有登记表彰文件')
})

describe('a comprehensive supervision that has been planned (C5.4)', () => {
  const PLAN = (on: string) =>
    `no,place,target_type,supervision_kind,targets,planned_on\nD-1,章贡区,school,comprehensive,S09|S01,${on}\n`
  const chen = people('chen_yuan')[0]

  test('each principal reads of his own school, once, and again when it is put off', async () => {
    await fileRecords(world, { places: PLACES, supervisions: PLAN('2025-12-15') })
    await world.tickAt('2025-11-19T08:09:00+08:00')
    wu.sees(/已安排对学校的综合督导[^]*阳明小学：计划12月15日（周一）进驻（D-1）/)
    chen.sees('文清路小学：计划12月15日')
    expect(wu.everything()).not.toContain('文清')
    wu.looksUp()
    await world.tickAt('2025-11-20T08:09:00+08:00')
    wu.seesNothing()
    await fileRecords(world, { supervisions: PLAN('2025-12-22') })
    await world.tickAt('2025-11-21T08:09:00+08:00')
    wu.sees('计划12月22日（周一）进驻')
  })

  test('one that is under way, taken back or special is not told', async () => {
    const head = 'no,place,target_type,supervision_kind,targets,planned_on,on_site_from,withdrawn'
    await fileRecords(world, {
      places: PLACES,
      supervisions: `${head}
D-1,章贡区,school,comprehensive,S09,2025-11-20,2025-11-17,false
D-2,章贡区,school,comprehensive,S09,2025-12-15,,true
D-3,章贡区,school,special,S09,2025-12-15,,false
`,
    })
    await world.tickAt('2025-11-19T08:09:00+08:00')
    wu.seesNothing()
  })
})

test('on Mondays both offices read of the school whose inspector’s term has ended (C5.1)', async () => {
  await fileRecords(world, {
    places: PLACES,
    inspectors: `${CARD}
Li_Min,章贡区,part_time,2022-11-01,2022-11-01,2025-10-31,false,none
wang_qiang,章贡区,full_time,2020-01-01,,,false,none
`,
  })
  await world.tickAt('2025-11-24T08:40:00+08:00')
  zhou.sees(/没有责任督学的学校 6 所：.*文清路小学/)
  shi.sees('没有责任督学的学校 6 所：章贡区 6 所')
})

test('in January the chief inspector reads how far last year’s supervisions went by monitoring (C6.2)', async () => {
  const head = 'no,place,target_type,supervision_kind,targets,on_site_from,cites'
  await fileRecords(world, {
    places: PLACES,
    supervisions: `${head}
D-1,章贡区,school,special,S09,2025-10-13,2025年监测报告
D-2,南康区,school,special,S10,2025-11-10,
D-3,章贡区,school,comprehensive,S01,2025-11-12,2025年监测报告
D-4,章贡区,school,special,S01,2024-11-12,
`,
  })
  await world.tickAt('2025-12-01T08:40:00+08:00')
  expect(zong.everything()).not.toContain('监测')
  await world.tickAt('2026-01-04T08:40:00+08:00')
  zong.sees('监测结果运用：2025年专项督导 2 次，引用监测报告的 1 次（50%）')
  expect(shi.everything()).not.toContain('监测结果运用')
})

test('a semester is judged after it: the school’s inspector may still write up a visit (C5.3)', async () => {
  await reopen({ people: PEOPLE })
  await fileRecords(world, {
    places: PLACES,
    inspectors: `${CARD}\nwang_qiang,章贡区,full_time,2020-01-01,,,false,none\n`,
  })
  const wang = world.person('wang_qiang')
  await world.tickAt('2026-01-20T08:09:00+08:00')
  wang.looksUp()
  await world.tickAt('2026-01-21T08:09:00+08:00')
  wang.sees('阳明小学：已去 0 次，应去 2 次，学期教学已结束；去过还没记的请补记')
  wang.looksUp()
  await world.tickAt('2026-02-03T08:09:00+08:00')
  expect(wang.everything().match(/阳明小学：已去 0 次，应去 2 次，学期/g)).toHaveLength(1)
})
