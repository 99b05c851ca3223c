import { beforeEach, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

// A day of each role of policy.md 4.1: Monday, 1 December 2025. What arrives, what is asked, what is refused.

const { world, person } = stage({
  people: `${PEOPLE}fu_zhu,付主,committee_vice_chair,,,,
fu_zong,傅宗,deputy_chief_inspector,,,,
bian_ban,编办,member_unit,,,,市委编办
zeng_zu,曾组,inspector_part,章贡区,,,
`,
})

const RECORDS = {
  places: 'name,level\n赣州市,city\n章贡区,county\n南康区,county\n',
  inspectors: `userid,place,kind,appointed_on,term_start,term_end,retired,recusals
Li_Min,章贡区,part_time,2023-03-29,2023-03-29,2026-03-28,false,none
wang_qiang,章贡区,full_time,2020-01-01,,,false,none
zeng_zu,章贡区,part_time,2024-01-01,2024-01-01,2026-12-31,false,none
liao_nan,南康区,full_time,2020-01-01,,,false,none
`,
  training: `userid,title,form,organizer_level,start_on,end_on,hours,verified
Li_Min,春季班,concentrated,city,2025-03-03,2025-03-05,24,true
liao_nan,春季班,concentrated,city,2025-03-03,2025-03-05,40,true
`,
  student_numbers: `place,stage,as_of,count
章贡区,kindergarten,2025-09-20,9000
章贡区,primary,2025-09-20,12000
南康区,kindergarten,2025-09-20,500
南康区,primary,2025-09-20,1000
`,
  posts:
    'place,post,person,from,to\n章贡区,chief,赵一,2020-01-01,2025-10-01\n章贡区,deputy,钱二,2020-01-01,\n',
  meetings: 'place,meeting_type,held_on,status,minutes_on\ncity,plenary,2024-05-10,held,2024-05-12\n',
  documents: 'place,doc_kind,title,dated_on\ncity,committee_rules,督委会工作规程,2024-03-01\n',
  member_tasks: 'no,unit,task,due_on\nR-1,市委编办,核定编制,2025-11-28\nR-2,市财政局,安排经费,2025-12-31\n',
  supervisions: `no,place,target_type,supervision_kind,targets,planned_on
D-1,章贡区,school,comprehensive,S01,2025-12-15
`,
  zones: 'place,zone,leader,schools\n章贡区,第一责任区,zeng_zu,S04|S06|S09\n',
}

/** A problem that is due today, at 文清; one that waits for the section; and then it is a quarter to nine. */
beforeEach(async () => {
  await fileRecords(world, RECORDS)
  const li = person('Li_Min')
  await li.says('今天上午去了文清，门卫没登记，12月1日前改')
  await li.taps('确认')
  await world.tickAt('2025-12-01T08:45:00+08:00')
})

/** What one of them has read so far. */
const phone = (userid: string) => person(userid).everything()

async function asks(userid: string, words: string, ...wanted: (string | RegExp)[]): Promise<void> {
  await person(userid).says(words)
  person(userid).sees(...wanted)
}

test('the chair of the committee', async () => {
  expect(phone('zhang_ren')).toMatch(/全市上周督导小结[^]*需重点关注/)
  expect(phone('zhang_ren')).not.toContain('第四中学')
  await asks('zhang_ren', '现在全市啥情况', '本学期已督导', '需重点关注')
  await asks('zhang_ren', '章贡区督学够不够', '应配 3—4 名', '现有 1 名，缺 2 名')
  await asks('zhang_ren', '登记会议 11月14日下午 教育督导委员会全体会议', /督导办/)
})

test('a vice-chair of the committee', async () => {
  expect(phone('fu_zhu')).toMatch(/全市上周督导小结[^]*本周要办的事：\n· 成员单位任务：预警 1 — R-1/)
  expect(phone('fu_zhu')).toMatch(/12月要办的事：[^]*督委会全体会议：.*全市/)
  await asks('fu_zhu', '今年开过督委会没有', '2025年')
  await asks('fu_zhu', '今天上午去了文清，灭火器过期', /没有|不能|只|由/)
})

test('a member unit', async () => {
  expect(phone('bian_ban')).toMatch(/成员单位任务[^]*R-1：11月28日（周五）到期，已过/)
  expect(phone('bian_ban')).not.toContain('R-2')
  await asks('bian_ban', '成员单位任务', 'R-1')
  expect(phone('bian_ban')).not.toContain('安排经费')
  await asks('bian_ban', '文清路小学最近什么情况', /督导办|不在|看不到|无权|不能/)
})

test('the chief inspector', async () => {
  expect(phone('zong_du')).toContain('全市上周督导小结')
  expect(phone('zong_du')).toMatch(/总督学向督导委员会的报告[^]*2025年还没有登记/)
  await asks('zong_du', '哪些县没达标 专职督学', '章贡区')
  await asks('zong_du', '登记培训 10月22到24号 市里督学培训班 24学时', '学时由督学本人登记')
})

test('a deputy chief inspector', async () => {
  expect(phone('fu_zong')).toMatch(/全市上周督导小结[^]*全市上月督导小结/)
  // What the committee expects of the chief inspector is not his.
  expect(phone('fu_zong')).not.toContain('总督学向督导委员会的报告')
  await asks('fu_zong', '总督学配备', '章贡区')
  await asks('fu_zong', '今天上午去了文清，灭火器过期', '督导记录和整改通知（待确认）')
  await asks('fu_zong', '登记培训 10月22到24号 市里督学培训班 24学时', '学时由督学本人登记')
})

test('the city office', async () => {
  expect(phone('shi_ban')).toMatch(/全市2025年教育督导工作报告（草稿）见随附表格/)
  expect(phone('shi_ban')).toMatch(/督导委员会全体会议[^]*全市：2025年没有召开记录/)
  await asks('shi_ban', '县区对照表', '章贡区', '南康区')
  await asks('shi_ban', '总督学配备', '章贡区')
  await asks('shi_ban', '我学时够了吗', /没有|督学/)
})

test('a county office', async () => {
  expect(phone('zhou_wen')).toContain('章贡区：应配 3 名，现有 1 名，缺 2 名')
  expect(phone('zhou_wen')).toContain('章贡区：已空缺 61 天')
  expect(phone('zhou_wen')).not.toContain('南康区')
  await asks('zhou_wen', '哪些学校没挂牌', '第三中学')
  await asks('zhou_wen', '南康区督学够不够', '您可以查询章贡区的情况')
})

test('the leader of a zone', async () => {
  expect(phone('zeng_zu')).toMatch(/12月责任区要办的事/)
  await asks('zeng_zu', '我的责任区', '第四中学', '阳明小学')
  await asks('zeng_zu', '责任区还差几所没去', '第四中学')
  expect(phone('zeng_zu')).not.toContain('文清路小学')
  await asks('zeng_zu', '章贡区督学够不够', '督导办')
})

test('a full-time inspector', async () => {
  expect(phone('wang_qiang')).toContain('2025年已核 0 学时，还差 40')
  await asks('wang_qiang', '我学时够了吗', '40')
  await asks('wang_qiang', '我这个月还差几所没去', '第四中学', '实验中学', '阳明小学')
  await asks('wang_qiang', '督学聘期到期', /专职|没有|督导办/)
})

test('a part-time inspector', async () => {
  expect(phone('Li_Min')).toContain('2025年已核 24 学时，还差 16')
  expect(phone('Li_Min')).toMatch(/Z-00001 文清路小学|文清路小学/)
  await asks('Li_Min', '我的聘期到什么时候', '2026年3月28日')
  await asks('Li_Min', '我学时够了吗', '已核 24 / 40，待核 0，还差 16')
  await asks('Li_Min', '县区对照表', '这个问题由督导办查询')
})

test('a section of the education bureau', async () => {
  expect(phone('ji_jian')).toBe('')
  await asks('ji_jian', '转给我们科的有哪些没办', /没有/)
  await asks('ji_jian', '章贡区督学够不够', '督导办')
})

test('a principal', async () => {
  expect(phone('chen_yuan')).toContain('文清路小学：计划12月15日（周一）进驻（D-1）')
  await asks('chen_yuan', '我们学校还有哪些问题没改', '门卫没登记')
  await asks('chen_yuan', '哪些学校没挂牌', '学校可以问')
})

test('a contact of a school', async () => {
  expect(phone('liu_fang')).not.toContain('进驻')
  await asks('liu_fang', '我们学校还有哪些问题没改', '门卫没登记')
  await person('liu_fang').says('门卫登记已经补上了')
  expect(person('chen_yuan').everything()).toContain('门卫登记已经补上了')
})
