import { beforeEach, describe, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

// Each role asks what policy.md 2.2 lets it ask, and reads its own part of it. It is 18 November 2025.

const UNIT = 'cai_cheng,财成,member_unit,,,,市财政局\n'
const { world, person } = stage({ people: PEOPLE + UNIT })
/** Somebody says it, and reads all of this and nothing of that. */
async function reads(userid: string, asked: string, wanted: (string | RegExp)[], never?: RegExp) {
  const phone = person(userid)
  await phone.says(asked)
  phone.sees(...wanted)
  if (never) expect(phone.reads().join('\n')).not.toMatch(never)
}

const RECORDS = {
  places: `name,level,government,valid_from,valid_to
赣州市,city,,,
章贡区,county,,,
南康区,county,,,
`,
  inspectors: `userid,place,kind,appointed_on,term_start,term_end,term_no,retired,retired_on,stages,degree
Li_Min,章贡区,part_time,2017-01-01,2023-01-01,2025-12-31,3,true,2016-05-01,,college
wang_qiang,章贡区,full_time,2020-03-01,,,,false,,compulsory,
liao_nan,南康区,full_time,2021-03-01,,,,false,,compulsory|preschool|senior,
`,
  appointments: `userid,term_start,term_end,recommended_on,vetted_on,notice_from,notice_to
Li_Min,2023-01-01,2025-12-31,2022-11-01,2022-11-05,2022-11-10,2022-11-15
`,
  exit_grounds: `userid,ground,noted_on
wang_qiang,absence,2025-10-08
`,
  claims: `userid,incurred_on,item,amount,settled_on
Li_Min,2025-08-01,transport,120.5,
Li_Min,2025-11-01,transport,60,
`,
  studios: `studio,place,lead
王强工作室,章贡区,wang_qiang
`,
  budgets: `place,year,purpose,amount,studio
章贡区,2025,supervision,300000,
南康区,2025,supervision,0,
`,
  committee_seats: `place,seat,person,from,to
city,市教育局局长,易局长,2023-01-01,2025-09-30
city,市财政局,财成,2023-01-01,
`,
  posts: `place,post,person,acting,from,to
city,chief,zong_du,,2023-01-01,
city,deputy,傅宗,true,2025-01-01,
章贡区,chief,章总督,,2023-01-01,2025-03-31
`,
  meetings: `place,meeting_type,held_on,status,minutes_on
city,office,2025-05-12,held,2025-05-13
章贡区,plenary,2025-10-10,held,
city,plenary,2025-12-20,planned,
`,
  member_tasks: `no,unit,task,due_on,done_on
T-1,市财政局,落实督导经费,2025-11-10,
T-2,市公安局,校园周边整治,2025-11-22,
T-3,市财政局,报送年度总结,2025-12-20,2025-11-01
`,
  documents: `place,doc_kind,title,dated_on
city,committee_rules,市教育督导委员会工作规程,2021-06-01
章贡区,implementation_plan,章贡区落实方案,2021-03-01
`,
  monitoring_reports: `place,year,title,issued_on
city,2024,义务教育质量监测报告,2025-03-01
`,
  commendations: `place,year,title,issued_on,doc_no,units,persons
章贡区,2025,关于表彰督导优秀单位的通报,2025-09-10,章教督〔2025〕3号,S01|S05,李敏
南康区,2025,表彰名单（拟）,,,S10,
`,
  supervisions: `no,place,target_type,supervision_kind,targets,year,planned_on,started_on,on_site_from,on_site_to,report_on,published_on
D-1,city,government,evaluation,章贡区,2024,,2025-01-06,,,2025-03-20,
D-2,city,government,special,章贡区|南康区,,,2020-11-01,2020-11-10,2020-12-01,2020-12-20,2021-01-10
D-3,章贡区,school,comprehensive,S01,,,2025-08-25,2025-09-01,2025-09-03,2025-09-10,
D-4,章贡区,school,comprehensive,S02,,2026-03-10,,,,,
`,
  principal_terms: `school,person,start_on,end_on,left_on,explanation
S01,chen_yuan,2023-09-01,2026-08-31,,
S02,gao_qi,2023-02-01,2026-01-31,,
S04,he_si,2022-09-01,2025-08-31,,新校长到任后补做
`,
  interviews: `no,place,target_type,target,organizers,held_on,record_file,signed_on,filed_party_on,filed_government_on,filed_superior_on
Y-1,章贡区,school,S02,supervision_office|education_department,2025-10-09,,,2025-10-15,,
`,
  accountability: `no,place,target,measure,decided_on,published_on,not_public_reason
W-1,章贡区,S02,circular,2025-09-01,,
`,
}

beforeEach(() => fileRecords(world, RECORDS))

describe('the city office', () => {
  test.each<[string, (string | RegExp)[]]>([
    [
      '督委会名单',
      [
        '市教育督导委员会名单',
        /市教育局局长）：空缺 49 天[^]*市财政局：财成/,
        '没有登记的席位：主任',
        '赣市办字〔2020〕26号第1条',
      ],
    ],
    [
      '总督学配备',
      [
        /章贡区：总督学空缺，副总督学空缺，空缺最长 232 天（未达标）/,
        /市本级：总督学宗督，副总督学傅宗（代理）（达标）/,
      ],
    ],
    [
      '今年开过督委会没有',
      [
        '全体会议：未召开，距年底 43 天（预警）',
        '办公室会议：5月12日（周一）已召开',
        '章贡区：10月10日（周五）已召开，已开未归档',
      ],
    ],
    ['督委会规程', ['市督委会规程：提示', '《市教育督导委员会工作规程》', '2021年6月1日']],
    ['总督学报告', ['进行中', '还没有向督委会报告的登记']],
    [
      '成员单位任务',
      [
        '共 3 项，已完成 1 项，逾期 1 项',
        /市财政局 T-1：落实督导经费.*逾期 8 天（预警）/,
        /T-2.*还有 4 天（提示）/,
      ],
    ],
    ['履职评价进度', [/南康区：还没有启动（未达标）/, /章贡区：已完成（达标）/]],
    ['督政覆盖', [/章贡区：上次2020年12月1日.*（预警）/, '《教育督导条例》第十四条']],
    ['监测报告', [/市本级：2024年，1 份（达标）/, /2025年，没有登记（进行中）/]],
    [
      '今年表彰了没有',
      [
        '市本级：还没有印发通报表彰文件（提示）',
        '章教督〔2025〕3号',
        '单位：文清路小学、实验小学',
        '另有 1 份名单还没有印发，不算',
      ],
    ],
    ['督导经费', [/南康区：预算为 0.*（未达标）/, /章贡区：预算 300,000 元.*（达标）/]],
    ['落实方案', [/南康区：没有登记文件（预警）/, '《章贡区落实方案》']],
    ['督导设置', ['退休占比上限（%）', '法定', '默认']],
    ['民办学校督导情况', ['民办 1 所']],
    ['闭环情况', ['数据不足']],
    ['县区对照表', ['十四条措施对照表', /章贡区：未达标 \d+/, '不打分']],
  ])('%s', (asked, wanted) => reads('shi_ban', asked, wanted))
})

describe('a county office, in its county', () => {
  test.each<[string, (string | RegExp)[]]>([
    [
      '快到任期没综合督导的校长有哪些',
      [
        /第四中学 何思：.*已过 79 天.*（未达标（已说明））/,
        /第七中学 高琪：任期2026年1月31日.*（预警）/,
        '任期起止没有登记的 6 所',
      ],
    ],
    ['综合督导计划', [/第七中学：还没有做过，计划2026年3月10日/, '从没登记过综合督导的']],
    [
      '未公示的报告',
      ['报告 1 份，未公布 1 份', /D-3 综合 文清路小学：9月10日（周三）出报告，已过 \d+ 个工作日（预警）/],
    ],
    ['约谈归档', [/Y-1 第七中学：10月9日（周四）约谈，没有签字的记录，未报送当地政府、上级部门（未达标）/]],
    ['问责公布', [/W-1 第七中学：9月1日（周一）决定，还没有公布（预警）/]],
    ['聘任进度', [/李敏：公示 4 个工作日.*（未达标）/, /不符合：学历/]],
    ['督学退出', ['王强：无故不参加，待处理（预警）', '是否解聘由督导机构决定']],
    ['首席督学工作室', ['王强工作室', '没有登记经费']],
    ['督学负担', ['平均', /李敏：5 所（达标）/]],
    ['县区对照表', ['章贡区十四条措施对照表', '退休督学占比']],
    ['今年表彰还没发文吧？', ['章贡区：已印发 1 份（章教督〔2025〕3号）（达标）']],
  ])('%s', (asked, wanted) => reads('zhou_wen', asked, wanted, /南康/))
})

describe('an inspector, of himself', () => {
  test.each<[string, (string | RegExp)[]]>([
    ['我的交通补助报了没', ['未结清 2 笔', '最久 109 天', '8月1日（周五）交通']],
    ['我的聘期什么时候到期', ['李敏的聘期', '已满 3 届，不能再续聘']],
    ['我管哪几所', ['您负责 5 所学校：', '· 文清路小学']],
    ['文清归谁督导', ['文清路小学的责任督学：李敏']],
    ['约谈归档', ['由督导办查询']],
    ['督学退出', ['由督导办查询']],
  ])('%s', (asked, wanted) => reads('Li_Min', asked, wanted, /王强/))
})

describe('a school', () => {
  test.each(['chen_yuan', 'liu_fang'])('%s reads who its inspector is', (who) =>
    reads(who, '我们学校的责任督学是谁', ['文清路小学的责任督学：李敏']),
  )
  test('reads what its county has commended', () =>
    reads('chen_yuan', '今年表彰了没有', ['章教督〔2025〕3号'], /南康/))
  test.each(['督学负担', '约谈归档', '督学退出', '章贡区督学够不够'])('%s is not its question', (asked) =>
    reads('chen_yuan', asked, ['学校可以问'], /李敏|王强|高琪/),
  )
})

describe('the chief inspector and the committee’s chair', () => {
  test('read the city, the worst county first', async () => {
    await reads('zong_du', '县区对照表', [/章贡区：未达标/])
    await reads('zhang_ren', '今年督委会全体会议开了没', ['未召开，距年底 43 天'])
    await reads('zhang_ren', '督政覆盖', ['南康区'])
  })
})

describe('a member unit', () => {
  test('reads its own tasks', () =>
    reads('cai_cheng', '我们单位的任务完成没', ['市财政局的督导任务', '落实督导经费'], /公安/))
  test('reads totals without anybody’s name', () =>
    reads('cai_cheng', '全市督学学时情况', ['督学 3 名：'], /李敏|王强/))
  test('reads no appointments', () => reads('cai_cheng', '督学聘期到期', ['由督导办和督委会负责人'], /李敏/))
})

test('in a group the answer goes to who asked alone', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.saysInGroup('@督导助手 督学退出')
  expect(world.simulator.inbox('zhou_wen').some(({ text }) => text.includes('无故不参加'))).toBe(true)
})

test('what is overdue comes with a picture of the last weeks for an office, and without one for an inspector', async () => {
  const [li, zhou] = [world.person('Li_Min'), world.person('zhou_wen')]
  await li.says('今天上午去了文清，门卫没登记，周四前改')
  await li.taps('确认')
  await world.moveTo('2025-11-24T09:00:00+08:00')
  await zhou.says('逾期没整改的有哪些')
  zhou.sees('逾期未整改 1 项')
  expect(zhou.images()).toBe(1)
  await li.says('逾期没整改的有哪些')
  expect(li.images()).toBe(0)
})

test('one’s own hours come with a picture', async () => {
  const li = world.person('Li_Min')
  await li.says('我学时够了吗')
  li.sees('已核 0 / 40')
  expect(li.images()).toBe(1)
})
