import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

// A list too long for a phone comes along whole as a file.

const COUNT = 26
const SCHOOLS = [
  'code,name,county,stage,ownership,students,aliases',
  ...Array.from({ length: COUNT }, (_, i) => `T${i},=第${i + 1}小学,章贡区,primary,public,100,`),
].join('\n')
const PEOPLE = `userid,name,role,county,school_code,assigned_school_codes,unit
zhou_wen,周文,county_office,章贡区,,,
`

const { world } = stage({ schools: SCHOOLS, people: PEOPLE })

test('the words show the first, count the rest, and the file has all', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('哪些学校没挂牌')
  zhou.sees(`……还有 ${COUNT - 20} 项，全部 ${COUNT} 项见随附表格。`, /章贡区责任督学挂牌_\d{6}\.csv/)
  const { mediaId } = world.simulator.inbox('zhou_wen').findLast(({ kind }) => kind === 'file')!
  const response = await world.simulator.app.request(`/simulator/media/${mediaId}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
  expect(lines).toHaveLength(COUNT + 1)
  expect(lines[0]).toBe('序号,名称,情况,结论,依据')
  // A spreadsheet runs nothing that a name may hold.
  expect(lines[1]).toMatch(/^1,'=第\d+小学,没有责任督学,未达标,/)
})

test('the schools still to be visited, too', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('我这个月还差几所没去')
  zhou.sees(`还差 ${COUNT} 所`, `……还有 ${COUNT - 20} 所，全部见随附表格。`, /章贡区11月还差的学校.*\.csv/)
})
