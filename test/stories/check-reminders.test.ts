import { describe, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

const { world, people, reopen } = stage()
const [li, wang, zhou, shi, zong] = people('Li_Min', 'wang_qiang', 'zhou_wen', 'shi_ban', 'zong_du')

const PLACES = `name,level
赣州市,city
章贡区,county
南康区,county
`
/** 章贡区 has been without a chief inspector since 1 October 2025. */
const POSTS =
  'place,post,person,from,to\n章贡区,chief,赵一,2020-01-01,2025-10-01\n章贡区,deputy,钱二,2020-01-01,\n'
const CARD = 'userid,place,kind,appointed_on,term_start,term_end,retired'
/** A term that ends on Saturday, 28 March 2026: ninety days before is Sunday, 28 December. */
const TERM = `${CARD}
Li_Min,章贡区,part_time,2023-03-29,2023-03-29,2026-03-28,false
`

describe('the end of a term (C10.5)', () => {
  test('ninety days before, brought forward to the last working day, to the inspector and his office, once', async () => {
    await fileRecords(world, { places: PLACES, inspectors: TERM })
    await world.tickAt('2025-12-25T08:09:00+08:00')
    li.looksUp()
    await world.tickAt('2025-12-26T08:09:00+08:00')
    li.sees(/督学聘期[^]*李敏：第 1 届，2026年3月28日（周六）到期/)
    zhou.sees('李敏：第 1 届')
    li.looksUp()
    await world.tickAt('2025-12-29T08:09:00+08:00')
    li.seesNothing()
  })

  test('a term that has been renewed is not told of', async () => {
    await fileRecords(world, {
      places: PLACES,
      inspectors: TERM,
      appointments: 'userid,term_start,term_end\nLi_Min,2026-03-29,2029-03-28\n',
    })
    await world.tickAt('2025-12-26T08:09:00+08:00')
    li.seesNothing()
  })
})

describe('the hours of a year (C11.1)', () => {
  const TRAINING = `userid,title,form,organizer_level,start_on,end_on,hours,verified
Li_Min,春季班,concentrated,city,2025-03-03,2025-03-05,24,true
Li_Min,秋季班,concentrated,city,2025-10-13,2025-10-14,8,false
`
  test('on 1 December who lacks hours reads how many', async () => {
    await fileRecords(world, { places: PLACES, inspectors: TERM, training: TRAINING })
    await world.tickAt('2025-11-28T08:09:00+08:00')
    li.looksUp()
    await world.tickAt('2025-12-01T08:09:00+08:00')
    li.sees('2025年已核 24 学时，待核 8，还差 16')
    li.looksUp()
    await world.tickAt('2025-12-02T08:09:00+08:00')
    li.seesNothing()
  })
})

describe('the plenary of the year (C3.1)', () => {
  const LAST_YEAR = `place,meeting_type,held_on,status,minutes_on
city,plenary,2024-05-10,held,2024-05-12
章贡区,plenary,2025-05-10,held,2025-05-12
`
  test('the city office and, from November on, the chief inspector; a county that has met is left alone', async () => {
    await fileRecords(world, { places: PLACES, meetings: LAST_YEAR })
    await world.tickAt('2025-11-19T08:09:00+08:00')
    shi.sees('全市：2025年没有召开记录')
    zong.sees('全市：2025年没有召开记录')
    zhou.seesNothing()
    shi.looksUp()
    await world.tickAt('2025-12-01T08:40:00+08:00')
    shi.sees('全市：2025年没有召开记录')
    shi.looksUp()
    await world.tickAt('2025-12-02T08:09:00+08:00')
    shi.seesNothing()
  })

  test('an office that keeps no such records here is not told', async () => {
    await fileRecords(world, { places: PLACES })
    await world.tickAt('2025-11-19T08:09:00+08:00')
    shi.seesNothing()
  })
})

test('a post that has been vacant for more than thirty days: its office', async () => {
  await fileRecords(world, {
    places: PLACES,
    posts: POSTS,
  })
  await world.tickAt('2025-11-19T08:09:00+08:00')
  zhou.sees('章贡区：已空缺 49 天')
})

describe('the digest of a month', () => {
  test('on the first working day offices read what their checks have found', async () => {
    await fileRecords(world, {
      places: PLACES,
      posts: POSTS,
    })
    await world.tickAt('2025-12-01T08:40:00+08:00')
    shi.sees(/12月要办的事：[^]*总督学配备：.*章贡区/)
  })

  test('it leaves out what an office has not begun to keep here', async () => {
    await fileRecords(world, { places: PLACES, posts: POSTS })
    await world.tickAt('2025-12-01T08:40:00+08:00')
    const [digest = ''] = shi.reads().filter((text) => text.includes('12月要办的事'))
    expect(digest).toContain('总督学配备：')
    expect(digest).not.toContain('落实方案')
  })
})

describe('with the button that does the thing', () => {
  test('登记培训 on the reminder of hours asks what is missing', async () => {
    await fileRecords(world, { places: PLACES, inspectors: TERM, training: NO_HOURS })
    await world.tickAt('2025-12-01T08:09:00+08:00')
    await li.taps('登记培训')
    li.sees('登记培训（待补充）', '培训叫什么名称？')
    await li.says('督学能力提升班')
    await li.says('11月3日到5日 市里办的 24学时')
    await li.taps('确认')
    zhou.sees('督学能力提升班')
  })

  test('登记表彰 and 登记会议 for an office; a chief inspector has none', async () => {
    await fileRecords(world, {
      places: PLACES,
      meetings: 'place,meeting_type,held_on,status,minutes_on\ncity,plenary,2024-05-10,held,2024-05-12\n',
    })
    await world.tickAt('2025-11-19T08:09:00+08:00')
    zong.sees('全市：2025年没有召开记录')
    expect(() => zong.buttons()).toThrow()
    await shi.taps('登记会议')
    shi.sees('登记会议（待补充）', '哪天开的，或哪天要开？')
  })

  test('挂牌 beside a school without inspector knows the school', async () => {
    await fileRecords(world, { places: PLACES, inspectors: TERM })
    await world.tickAt('2025-11-19T08:09:00+08:00')
    zhou.sees('没有责任督学的学校，请安排挂牌')
    await zhou.taps('挂牌')
    zhou.sees('更换责任督学（待补充）', '学校：第三中学', '换成哪位督学？')
  })

  test('记一次 beside a school that nobody has been to is the draft of a visit', async () => {
    await world.tickAt('2025-11-20T08:09:00+08:00')
    expect(wang.buttons()).toEqual(['1 记一次', '2 记一次', '3 记一次'])
    await wang.taps('2 记一次')
    wang.sees(/督导记录（待确认）[^]*实验中学/)
    await wang.taps('确认')
    wang.sees('已记录')
  })
})

/** Nothing in this year. */
const NO_HOURS = `userid,title,form,organizer_level,start_on,end_on,hours,verified
Li_Min,去年班,concentrated,city,2024-03-03,2024-03-05,24,true
`

describe('the digest of a week', () => {
  /** Reported on 10 October: 20 working days were over on 7 November. */
  const REPORT = `no,place,target_type,supervision_kind,targets,report_on
D-1,章贡区,school,special,S01,2025-10-10
`
  const TASK = `no,unit,task,due_on,done_on
R-1,市委编办,核定编制,2025-11-20,
`
  const mondays = (who: typeof zhou) => who.reads().filter((text) => text.includes('本周要办的事'))

  test('tells both offices of reports that nobody has published, and no third', async () => {
    await fileRecords(world, { places: PLACES, supervisions: REPORT })
    await world.tickAt('2025-11-24T08:40:00+08:00')
    zhou.sees(/章贡区上周督导小结[^]*本周要办的事：\n· 督导报告公布：提示 1 — D-1/)
    shi.sees(/全市上周督导小结[^]*本周要办的事：\n· 督导报告公布：提示 1 — D-1/)
    expect(mondays(world.person('nan_ban'))).toEqual([])
    expect(mondays(zong)).toEqual([])
  })

  test('tells the committee’s vice-chairs of tasks that run late, with the five numbers', async () => {
    await reopen({ people: `${PEOPLE}fu_zhu,付主,committee_vice_chair,,,,\n` })
    await fileRecords(world, { places: PLACES, member_tasks: TASK })
    const vice = world.person('fu_zhu')
    await world.tickAt('2025-11-24T08:40:00+08:00')
    vice.sees(/全市上周督导小结[^]*本周要办的事：\n· 成员单位任务：预警 1 — R-1/)
  })

  test('has nothing of what an office does not keep here', async () => {
    await fileRecords(world, { places: PLACES })
    await world.tickAt('2025-11-24T08:40:00+08:00')
    shi.sees('全市上周督导小结')
    expect(mondays(shi)).toEqual([])
  })

  test('is what 「本周小结」 answers at any time', async () => {
    await fileRecords(world, { places: PLACES, supervisions: REPORT })
    await world.moveTo('2025-11-26T10:00:00+08:00')
    await zhou.says('本周小结')
    zhou.sees('章贡区本周督导小结', /本周要办的事：\n· 督导报告公布/)
  })
})
