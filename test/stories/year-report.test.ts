import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { PEOPLE, SCHOOLS } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

// December's report to the committee, as a draft for the office to send (policy.md 6).

const { world, people, person } = stage({
  schools: `${SCHOOLS}S11,开发区小学,经开区,primary,public,800,\n`,
  people: `${PEOPLE}jing_ban,经办,county_office,经开区,,,\n`,
})
const [zhou, shi] = people('zhou_wen', 'shi_ban')

/** 经开区 is counted in 章贡区 and has no government. */
const PLACES = `name,level,government,counted_in
赣州市,city,,
章贡区,county,,
南康区,county,,
经开区,functional_zone,false,章贡区
`
/** 章贡区 has been without a chief inspector since 1 October 2025. */
const POSTS = 'place,post,person,from,to\n章贡区,chief,赵一,2020-01-01,2025-10-01\n'
const reports = (userid: string) =>
  world.simulator.inbox(userid).filter(({ text }) => /工作报告（草稿）_\d{6}\.xlsx/.test(text))

/** The rows of the draft that somebody got. */
async function rowsOf(userid: string): Promise<unknown[][]> {
  const response = await world.simulator.app.request(`/simulator/media/${reports(userid).at(-1)!.mediaId}`)
  return readSheet(Buffer.from(await response.arrayBuffer()))
}

test('the first working day of December: each office its own draft, once', async () => {
  await fileRecords(world, { places: PLACES, posts: POSTS })
  await world.tickAt('2025-11-28T08:30:00+08:00')
  await world.tickAt('2025-12-01T08:29:00+08:00')
  expect(reports('shi_ban')).toEqual([])
  await world.tickAt('2025-12-01T08:30:00+08:00')
  shi.sees('全市2025年教育督导工作报告（草稿）见随附表格', '由督导办报送督委会；助手不报送、不公布。')
  zhou.sees('章贡区2025年教育督导工作报告（草稿）见随附表格')
  await world.tickAt('2025-12-01T08:31:00+08:00')
  await world.tickAt('2025-12-02T08:30:00+08:00')
  for (const userid of ['shi_ban', 'zhou_wen', 'nan_ban']) expect(reports(userid), userid).toHaveLength(1)
  for (const userid of ['Li_Min', 'zong_du', 'zhang_ren', 'chen_yuan']) expect(reports(userid)).toEqual([])
})

test('it holds the five numbers of the year, the three worst and how each measure stands', async () => {
  await fileRecords(world, { places: PLACES, posts: POSTS })
  await person('Li_Min').says('今天上午去了文清，门卫没登记，周四前改')
  await person('Li_Min').taps('确认')
  await world.tickAt('2025-12-01T08:30:00+08:00')
  const lines = (await rowsOf('zhou_wen')).map((row) => row.filter(Boolean).join(' '))
  const whole = lines.join('\n')
  expect(lines[0]).toBe('章贡区2025年教育督导工作报告（草稿）')
  expect(whole).toContain('新发现问题：1 项，其中严重 0 项')
  expect(whole).toContain('需重点关注：文清路小学（逾期合计 11 天）。')
  expect(whole).toMatch(/总督学配备 第2条 预警 .* 预警 1/)
  expect(whole).toMatch(/没有登记记录、未列入：.*落实方案/)
  expect(whole).not.toContain('南康区')
  // The committee's seats, rules, reports and units' tasks are the city's.
  for (const ofCity of ['督委会名单', '督委会规程', '总督学报告', '成员单位任务'])
    expect(whole).not.toContain(ofCity)
  const city = (await rowsOf('shi_ban')).map((row) => row.filter(Boolean).join(' ')).join('\n')
  expect(city).toMatch(/没有登记记录、未列入：督委会名单、.*督委会规程、总督学报告、成员单位任务/)
})

test('a county’s draft leaves out what its own office does not keep, though another does', async () => {
  await fileRecords(world, {
    places: PLACES,
    posts: POSTS,
    commendations:
      'place,year,title,issued_on,doc_no,units,persons\n南康区,2025,通报,2025-09-10,1号,潭口中学,\n',
  })
  await world.tickAt('2025-12-01T08:30:00+08:00')
  const lines = (await rowsOf('zhou_wen')).map((row) => row.filter(Boolean).join(' ')).join('\n')
  expect(lines).toMatch(/没有登记记录、未列入：.*通报表彰/)
  expect(lines).toMatch(/总督学配备 第2条/)
})

test('a zone without a government has no committee to report to', async () => {
  await fileRecords(world, { places: PLACES })
  await world.tickAt('2025-12-01T08:30:00+08:00')
  expect(reports('jing_ban')).toEqual([])
  expect(reports('zhou_wen')).toHaveLength(1)
})

test('after a standstill it comes late, and not in the next year', async () => {
  await world.tickAt('2025-11-28T10:00:00+08:00')
  await world.tickAt('2025-12-22T10:00:00+08:00')
  expect(reports('zhou_wen')).toHaveLength(1)
  await world.tickAt('2026-01-05T10:00:00+08:00')
  expect(reports('zhou_wen')).toHaveLength(1)
})
