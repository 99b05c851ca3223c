import { describe, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { stage } from '#test/stage.ts'

// The sheet of the counties at the end of a quarter (policy.md 6, C14.2).

const { world, people } = stage()
const [zhou, shi] = people('zhou_wen', 'shi_ban')

const PLACES = `name,level
赣州市,city
章贡区,county
南康区,county
`
/** 章贡区 has been without a chief inspector since 1 October 2025. */
const POSTS =
  'place,post,person,from,to\n章贡区,chief,赵一,2020-01-01,2025-10-01\n章贡区,deputy,钱二,2020-01-01,\n'
const RECORDS = { places: PLACES, posts: POSTS }

const SHEET = /十四条措施对照表_\d{6}\.csv/
const sheets = (userid: string) => world.simulator.inbox(userid).filter(({ text }) => SHEET.test(text))

async function rowsOf(userid: string): Promise<string[]> {
  const { mediaId } = world.simulator.inbox(userid).findLast(({ kind }) => kind === 'file')!
  const response = await world.simulator.app.request(`/simulator/media/${mediaId}`)
  return new TextDecoder()
    .decode(await response.arrayBuffer())
    .trimEnd()
    .split('\r\n')
    .slice(1)
}

describe('the first working day after a quarter', () => {
  // 1 to 3 January are off; the Sunday after them is worked.
  test('the city office gets the sheet of all counties, each county its own, once', async () => {
    await fileRecords(world, RECORDS)
    await world.tickAt('2025-12-31T08:30:00+08:00')
    await world.tickAt('2026-01-02T08:30:00+08:00')
    for (const each of ['shi_ban', 'zhou_wen', 'nan_ban']) expect(sheets(each)).toEqual([])
    await world.tickAt('2026-01-04T08:29:00+08:00')
    expect(sheets('shi_ban')).toEqual([])
    await world.tickAt('2026-01-04T08:30:00+08:00')
    shi.sees('全市2025年第四季度县区对照表见随附表格。', '按1月4日（周日）在册的记录：2 个县（市、区），')
    zhou.sees('章贡区2025年第四季度县区对照表见随附表格。')
    expect((await rowsOf('shi_ban')).map((row) => row.split(',')[1]).toSorted()).toEqual(['南康区', '章贡区'])
    const own = (await rowsOf('zhou_wen')).join('\n')
    expect(own).toContain('总督学配备,未达标 1，')
    expect(own).not.toContain('南康区')
    // Of what its office does not keep here it reads nothing: visits and cases are kept by chat.
    expect(own.split('\n').map((row) => row.split(',')[1])).toEqual(
      expect.not.arrayContaining(['通报表彰', '落实方案', '专职督学配备']),
    )
    expect(own).toContain('每学期两次督导')
    await world.tickAt('2026-01-04T08:31:00+08:00')
    await world.tickAt('2026-01-05T08:30:00+08:00')
    for (const each of ['shi_ban', 'zhou_wen']) expect(sheets(each)).toHaveLength(1)
    for (const each of ['Li_Min', 'zong_du', 'nan_ban']) expect(sheets(each)).toEqual([])
  })

  test('a county whose office keeps records of its own has its sheet of these', async () => {
    await fileRecords(world, {
      ...RECORDS,
      commendations:
        'place,year,title,issued_on,doc_no,units,persons\n南康区,2025,通报,2025-09-10,1号,潭口中学,\n',
    })
    await world.tickAt('2026-01-04T08:30:00+08:00')
    const nan = (await rowsOf('nan_ban')).join('\n')
    expect(nan).toContain('通报表彰')
    expect(nan).not.toContain('总督学配备')
    expect((await rowsOf('zhou_wen')).join('\n')).not.toContain('通报表彰')
  })

  test('no sheet where no office keeps records here', async () => {
    await fileRecords(world, { places: PLACES })
    await world.tickAt('2026-01-04T08:30:00+08:00')
    for (const each of ['shi_ban', 'zhou_wen']) expect(sheets(each)).toEqual([])
  })

  test('no quarter ends with November', async () => {
    await fileRecords(world, RECORDS)
    await world.tickAt('2025-12-01T08:30:00+08:00')
    expect(sheets('shi_ban')).toEqual([])
  })
})

describe('after a standstill', () => {
  test('it comes late while its quarter is the latest', async () => {
    await fileRecords(world, RECORDS)
    await world.tickAt('2025-12-31T10:00:00+08:00')
    await world.tickAt('2026-01-20T10:00:00+08:00')
    shi.sees('全市2025年第四季度县区对照表见随附表格。', '按1月20日（周二）在册的记录：')
  })

  test('of an earlier quarter none comes', async () => {
    await fileRecords(world, RECORDS)
    await world.tickAt('2025-12-31T10:00:00+08:00')
    await world.tickAt('2026-04-01T10:00:00+08:00')
    expect(shi.everything()).not.toContain('2025年第四季度')
    shi.sees('全市2026年第一季度县区对照表见随附表格。')
    expect(sheets('shi_ban')).toHaveLength(1)
  })
})

test('a rule of the quarter stands in the digest after it, and in that of no other month', async () => {
  await fileRecords(world, {
    ...RECORDS,
    documents: 'place,doc_kind,title,dated_on\n章贡区,implementation_plan,章贡区落实方案,2021-03-01\n',
  })
  await world.tickAt('2025-12-01T08:40:00+08:00')
  shi.sees('12月要办的事')
  expect(shi.everything()).not.toContain('督委会规程')
  await world.tickAt('2026-01-04T08:40:00+08:00')
  shi.sees(/1月要办的事：[^]*督委会规程：预警 1/)
})
