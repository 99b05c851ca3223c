import { describe, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage({ people: `${PEOPLE}zeng_zu,曾祖,inspector_part,章贡区,,S03,\n` })
const [zeng, li, wang, zhou, nan] = people('zeng_zu', 'Li_Min', 'wang_qiang', 'zhou_wen', 'nan_ban')

const HEAD = 'place,zone,leader,schools,liaison,members,from,to'
/** 曾祖 leads where 李敏 has 文清 and 王强 has 四中; 阳明 and the rest lie outside. */
const ZONES = `${HEAD}
章贡区,第一责任区,zeng_zu,S01|S03|S04|S10,Li_Min,wang_qiang,2025-09-01,2026-08-31
`
const zonesOnFile = (csv = ZONES) => fileRecords(world, { zones: csv })

async function finding(): Promise<void> {
  await li.says('今天上午去了文清路小学，灭火器过期，11月21日前改')
  await li.taps('确认')
  await li.says('今天下午去了七中，门卫没登记')
  await li.taps('确认')
  zeng.looksUp()
  wang.looksUp()
}

describe('what a zone’s leader may see and do (policy.md 4.1, 4.2)', () => {
  test('the schools of his zone, and none beyond it', async () => {
    await zonesOnFile()
    await finding()
    await zeng.says('文清最近什么情况')
    zeng.sees('文清路小学', '灭火器过期')
    await zeng.says('七中最近什么情况')
    zeng.sees('这所学校不在您的查看范围。')
    await zeng.says('没整改的问题有哪些')
    zeng.sees('灭火器过期')
    expect(zeng.reads().at(-1)).not.toContain('门卫没登记')
  })

  test('a code of another county that slipped into the file gives no right there', async () => {
    await zonesOnFile()
    await zeng.says('潭口中学最近什么情况')
    zeng.sees('这所学校不在您的查看范围。')
  })

  test('he reads and does not act: the verdict is the responsible inspector’s', async () => {
    await zonesOnFile()
    await finding()
    await zeng.says('文清路小学复查合格')
    expect(zeng.reads().at(-1)).not.toContain('已销号')
    await zhou.says('文清最近什么情况')
    zhou.sees('Z-00001 灭火器过期（待签收')
  })

  test('plaques, load and terms of his zone', async () => {
    await zonesOnFile()
    await fileRecords(world, {
      inspectors: `userid,place,kind,appointed_on,term_start,term_end,retired
Li_Min,章贡区,part_time,2023-03-29,2023-03-29,2026-01-28,false
wang_qiang,章贡区,full_time,2023-03-29,,,false
`,
    })
    await zeng.says('哪些学校没挂牌')
    zeng.sees('第一责任区责任督学挂牌', '学校 3 所', '第三中学')
    await zeng.says('督学负担')
    zeng.sees('第一责任区督学负担', '李敏', '王强')
    await zeng.says('督学聘期到期')
    zeng.sees('第一责任区', '李敏', '2026年1月28日')
  })

  test('those whom the zone names as member read its visits, and not its cases', async () => {
    await zonesOnFile()
    await finding()
    await wang.says('文清最近什么情况')
    wang.sees('文清路小学')
    await wang.says('文清路小学逾期没整改的有哪些')
    wang.sees('这所学校不在您的查看范围。')
  })

  test('a part-time member keeps to his own schools', async () => {
    await zonesOnFile()
    await li.says('四中最近什么情况')
    li.sees('这所学校不在您的查看范围。')
  })

  test.each([
    ['before its first day', `${HEAD}\n章贡区,第一责任区,zeng_zu,S01,,,2025-11-19,\n`],
    ['after its last', `${HEAD}\n章贡区,第一责任区,zeng_zu,S01,,,,2025-11-16\n`],
    ['led by another', `${HEAD}\n章贡区,第一责任区,wang_qiang,S01,,,,\n`],
  ])('%s it gives no right', async (_, csv) => {
    await zonesOnFile(csv)
    await zeng.says('文清最近什么情况')
    zeng.sees('这所学校不在您的查看范围。')
  })

  test('on its first day it does', async () => {
    await zonesOnFile(`${HEAD}\n章贡区,第一责任区,zeng_zu,S01,,,2025-11-19,\n`)
    await world.moveTo('2025-11-19T10:00:00+08:00')
    await zeng.says('文清最近什么情况')
    zeng.sees('文清路小学')
  })
})

describe('what he asks of his zone', () => {
  test('who is in it, which schools, and who is responsible for each', async () => {
    await zonesOnFile()
    await zeng.says('我的责任区有哪些学校')
    zeng.sees('第一责任区', '组长 曾祖', '联络员 李敏', '成员 王强', '文清路小学：责任督学 李敏')
  })

  test('which schools nobody has been to, apart from his own', async () => {
    await zonesOnFile()
    await zeng.says('责任区这个月还差几所没去')
    zeng.sees('第一责任区应去 3 所')
    await zeng.says('我这个月还差几所没去')
    zeng.sees('您应去 1 所')
  })

  test('how its schools stand', async () => {
    await zonesOnFile()
    await finding()
    await zeng.says('责任区这学期督导情况')
    zeng.sees('第一责任区')
    await zeng.says('责任区本月督导了哪些学校')
    zeng.sees('文清路小学')
    expect(zeng.reads().at(-1)).not.toContain('第七中学')
  })

  test('the office reads all of them and what lies outside', async () => {
    await zonesOnFile()
    await zhou.says('责任区名单')
    zhou.sees('章贡区督学责任区', '第一责任区：组长 曾祖', '学校 3 所', '没有划进责任区的学校 6 所')
    await nan.says('章贡区责任区名单')
    nan.sees('没有您的责任区登记')
    await li.says('我的责任区')
    li.sees('第一责任区')
  })
})

describe('what he is told (policy.md 2.2: C5.3, C5.3b)', () => {
  const CARDS = `userid,place,kind,appointed_on,retired
Li_Min,章贡区,full_time,2020-01-01,false
wang_qiang,章贡区,full_time,2020-01-01,false
zeng_zu,章贡区,full_time,2020-01-01,false
`
  const CALENDAR = 'place,semester,teaching_from,teaching_to\ncity,2025-2026-1,2025-09-01,2025-12-31\n'

  test('six weeks before the end: the schools of his zone that lack visits, not those of the county', async () => {
    await zonesOnFile()
    await fileRecords(world, { inspectors: CARDS, teaching_calendar: CALENDAR })
    await world.tickAt('2025-11-19T08:09:00+08:00')
    zeng.sees('文清路小学', '第四中学')
    expect(zeng.reads().join()).not.toMatch(/第七中学|阳明小学|潭口中学/)
  })

  test('on the first working day of a month the visits of his zone', async () => {
    await zonesOnFile()
    await fileRecords(world, { inspectors: CARDS, teaching_calendar: CALENDAR })
    await world.tickAt('2025-12-01T08:40:00+08:00')
    zeng.sees(/12月责任区要办的事：[^]*每月一次督导：.*文清路小学/)
    expect(zeng.reads().find((text) => text.includes('每月一次督导'))).not.toMatch(/第七中学|阳明小学/)
  })

  test('nobody hears of a zone that is over', async () => {
    await zonesOnFile(`${HEAD}\n章贡区,第一责任区,zeng_zu,S01|S04,,,,2025-11-30\n`)
    await fileRecords(world, { inspectors: CARDS, teaching_calendar: CALENDAR })
    await world.tickAt('2025-12-01T08:40:00+08:00')
    expect(zeng.reads().join()).not.toContain('每月一次督导')
  })
})

describe('a school that is open for less than half of a semester (C5.3)', () => {
  const SCHOOL = 'code,name,county,stage,ownership,students,aliases,open_on,closed_on'
  const CALENDAR = 'place,semester,teaching_from,teaching_to\ncity,2025-2026-1,2025-09-01,2025-12-29\n'

  test.each([
    // 120 days of teaching: the sixtieth day before the end is one too few for half.
    ['2025-10-31', /第三中学（已去0次）/],
    ['2025-11-01', /第三中学（已去0次，应去1次）/],
  ])('from %s on', async (openOn, wanted) => {
    await fileRecords(world, {
      schools: `${SCHOOL}\nS03,第三中学,章贡区,complete,public,2400,三中,${openOn},\n`,
      teaching_calendar: CALENDAR,
    })
    await zeng.says('我这学期还差几所')
    zeng.sees('您应去 1 所', wanted)
  })

  test('nothing is asked of one that is closed', async () => {
    await fileRecords(world, {
      schools: `${SCHOOL}\nS09,阳明小学,章贡区,primary,public,900,阳明,,2025-10-31\n`,
      teaching_calendar: CALENDAR,
    })
    await zhou.says('这学期还差几所')
    expect(zhou.reads().at(-1)).not.toContain('阳明小学')
  })
})
