import { readSheet } from 'read-excel-file/node'
import { beforeEach, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { stage } from '#test/stage.ts'

// What was done: visits, the certificate of a year's work, summaries of other times than a digest's.

const { world } = stage()

beforeEach(async () => {
  const [li, wang] = [world.person('Li_Min'), world.person('wang_qiang')]
  await li.says('今天上午去了文清，听课2节，查阅资料5份，食堂留样不全，周四前改')
  await li.taps('确认')
  await li.says('昨天全天去了七中，座谈1次，一切正常')
  await li.taps('确认')
  await wang.says('今天下午去了四中，听课1节，没有问题')
  await wang.taps('确认')
})

test('an inspector asks where he has been, an office where others have', async () => {
  const [li, zhou, chen] = [world.person('Li_Min'), world.person('zhou_wen'), world.person('chen_yuan')]
  await li.says('这学期我去了几次')
  li.sees(/李敏8月1日.*督导 2 次（3 个半天），2 所学校/, '文清路小学 11月18日（周二）上午（章贡-25-0001）')
  await li.says('我这周听了多少节课')
  li.sees('随机听课 2 节')
  await li.says('王强这个月去了哪几所')
  li.sees('工作量由督学本人导出')
  await zhou.says('李敏这个月去了哪几所')
  zhou.sees('李敏11月1日（周六）至11月30日（周日）督导 2 次')
  await zhou.says('本周督导了哪些学校')
  zhou.sees(/章贡区11月17日.*督导 3 次，3 所学校（共 9 所）/, '· 第四中学 1 次（11月18日（周二））')
  await chen.says('本周督导了哪些学校')
  chen.sees('由督学查自己的、督导办查本地的')
})

/** The rows of the newest workbook that somebody got. */
async function sheetOf(userid: string): Promise<unknown[][]> {
  const got = world.simulator.inbox(userid).findLast(({ text }) => text.endsWith('.xlsx'))!
  const response = await world.simulator.app.request(`/simulator/media/${got.mediaId}`)
  return readSheet(Buffer.from(await response.arrayBuffer()))
}

test('the certificate has every figure with the records it is counted from, for the office to sign', async () => {
  const li = world.person('Li_Min')
  await li.says('导出我今年的工作量 评职称用')
  li.sees(
    '到校督导 2 次，折合半天 3 个',
    /督学工作量证明_李敏_2025-01-01至2025-11-18_\d{6}\.xlsx/,
    /督导记录明细.*\.csv/,
  )
  const rows = await sheetOf('Li_Min')
  const figure = (item: string) => rows.find(([name]) => name === item)
  expect(figure('到校督导')).toEqual(['到校督导', '2', '次', '章贡-25-0002、章贡-25-0001'])
  expect(figure('随机听课')?.[1]).toBe('2')
  expect(figure('查阅资料')?.[1]).toBe('5')
  expect(figure('下发整改通知')).toEqual(['下发整改通知', '1', '份', '章督整〔2025〕1号'])
  expect(rows.flat()).toContain('本表为草稿，未经核对签字盖章不作为证明。')
})

test('a reinspection counts, whether it was judged here or came with a file', async () => {
  const [li, liu, chen] = [world.person('Li_Min'), world.person('liu_fang'), world.person('chen_yuan')]
  await liu.says('留样已经补齐了')
  await chen.taps('确认上报')
  await li.says('文清复查合格')
  await fileRecords(world, {
    cases: `no,school,found_on,severity,description,issued_on,due_on,reinspected_on,verdict,inspector
台账-1,S02,2025-03-08,general,门卫缺岗,2025-03-09,2025-03-30,2025-04-02,pass,Li_Min
`,
  })
  await li.says('导出我的工作量')
  li.sees('下发整改通知 2 份，复查整改问题 2 项')
})

test('the office exports its inspectors’, nobody anybody else’s', async () => {
  const [zhou, nan, wang] = [world.person('zhou_wen'), world.person('nan_ban'), world.person('wang_qiang')]
  await zhou.says('导出李敏今年的工作量')
  zhou.sees('李敏的督导工作量', /督学工作量证明_李敏/)
  await nan.says('导出李敏今年的工作量')
  nan.sees('工作量由督学本人导出')
  await wang.says('导出李敏今年的工作量')
  wang.sees('工作量由督学本人导出')
})

test('asked twice, the file comes twice', async () => {
  const li = world.person('Li_Min')
  await li.says('导出我的工作量')
  await li.says('导出我的工作量')
  li.sees(/督学工作量证明/)
})

test('a summary of any time, as wide as the account', async () => {
  const [zong, zhou, li, chen] = ['zong_du', 'zhou_wen', 'Li_Min', 'chen_yuan'].map((who) =>
    world.person(who),
  )
  await zong!.says('三季度督导情况')
  zong!.sees(
    '全市督导情况',
    '7月1日（周二）至9月30日（周二）',
    '督导学校：0/10 所，0 次',
    /全市督导情况_2025-07-01至2025-09-30_\d{6}\.csv/,
  )
  await zong!.says('把上月各县督导情况发我一份 word就行')
  zong!.sees('10月1日（周三）至10月31日（周五）', '可以粘贴到 Word 里')
  await zhou!.says('今年督导情况汇总')
  zhou!.sees('章贡区督导情况', '督导学校：3/9 所，3 次', '发现问题：1 项，其中严重 0 项（食品卫生 1）')
  await li!.says('本学期督导情况汇总')
  li!.sees('您负责的学校督导情况', '督导学校：2/5 所，2 次')
  await chen!.says('本学期督导情况汇总')
  chen!.sees('本校督导情况', '督导学校：1/1 所，1 次')
})

test('how far special supervisions go by monitoring reports (C6.2)', async () => {
  await fileRecords(world, {
    supervisions: `no,place,target_type,supervision_kind,targets,on_site_from,on_site_to,cites
D-1,章贡区,school,special,S01,2025-05-06,2025-05-08,2024年监测报告
D-2,章贡区,school,special,S02,2025-06-06,2025-06-08,
`,
  })
  const zong = world.person('zong_du')
  await zong.says('监测结果运用情况')
  zong.sees('2025年专项督导 2 次，引用监测报告的 1 次（50%），仅供了解。')
})
