import { beforeEach, describe, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

// Lists and counts of what was found, by school, place, time, matter, severity and step. It is Tuesday, 18 November 2025.

/** One that was found and went out last month. */
const OLD = `no,school,found_on,severity,description,issued_on,due_on,inspector,matter
台账-7,S02,2025-10-15,general,灭火器过期3具,2025-10-15,2025-11-10,Li_Min,safety
`
const UNIT = 'cai_cheng,财成,member_unit,,,,市财政局\n'

const { world, person: phone } = stage({ people: PEOPLE + UNIT })

/** Somebody says it, and reads all of this and nothing of that. */
async function reads(userid: string, asked: string, wanted: (string | RegExp)[], never?: RegExp) {
  await phone(userid).says(asked)
  phone(userid).sees(...wanted)
  if (never) expect(phone(userid).reads().join('\n')).not.toMatch(never)
}

beforeEach(async () => {
  const [li, wang, liao] = [phone('Li_Min'), phone('wang_qiang'), phone('liao_nan')]
  await li.says('今天上午去了文清，食堂留样不全，严重，周四前改')
  await li.taps('确认')
  await fileRecords(world, { cases: OLD })
  await wang.says('今天下午去了四中，听课2节，消防通道堵了，周四前改')
  await wang.taps('确认')
  await liao.says('昨天上午去了潭口，作业超量，月底前改')
  await liao.taps('确认')
})

describe('a county office', () => {
  test.each<[string, (string | RegExp)[]]>([
    [
      '上个月章贡区发现多少安全问题',
      [/10月1日（周三）至10月31日（周五）发现的问题.* 1 项：在办 1 项（逾期 1 项）/, '灭火器过期'],
    ],
    ['这个月新发现的严重问题有哪些', ['Z-00001 文清路小学：食堂留样不全（严重，待审批']],
    ['还没签收的整改通知有哪些', ['章贡区待签收的问题 2 项', '逾期8天']],
    ['待审批的整改有几件', ['章贡区待审批的问题 1 项']],
    ['待复查的有哪些', ['章贡区待复查的问题：没有']],
    ['王强发现了哪些问题', ['（王强经办） 1 项', '消防通道堵了']],
    ['全区在办整改有多少', ['章贡区在办的问题 3 项，其中逾期 1 项']],
    ['逾期的严重问题有哪些', ['章贡区逾期未整改的问题（严重、重大隐患）：没有']],
    ['上个月销号的都有哪些', ['销号的问题：没有']],
    ['初中还有哪些问题没改', ['（初中） 2 项']],
  ])('%s', (asked, wanted) => reads('zhou_wen', asked, wanted, /潭口/))

  test('of another county it reads nothing', () =>
    reads('zhou_wen', '南康区有哪些没改', ['您可以查询章贡区的情况'], /潭口/))
})

test('the chief inspector reads the city by county, and one county alone', async () => {
  await reads('zong_du', '全市在办整改有哪些', ['全市在办的问题 4 项', '按县（市、区）：章贡区 3、南康区 1'])
  await reads('zong_du', '南康区整改情况', ['南康区在办的问题 1 项', '作业超量'], /文清/)
})

test('an inspector reads his schools, one or two of them by name', async () => {
  await reads('Li_Min', '我还有哪些问题没销号', ['您负责的学校在办的问题 2 项'], /四中|潭口/)
  await reads('Li_Min', '文清和七中有哪些问题没改', ['文清路小学、第七中学在办的问题 2 项'])
  await reads('Li_Min', '七中上个月查出啥问题', ['第七中学10月1日（周三）至10月31日（周五）发现的问题 1 项'])
  await reads('Li_Min', '四中上个月查出啥问题', ['这所学校不在您的查看范围'])
})

test('a school reads what was sent to it, and nothing that waits for the office', async () => {
  await reads('gao_qi', '上个月我们学校查出几个问题', ['本校10月1日', '灭火器过期'])
  await reads('chen_yuan', '这个月我们学校查出几个问题', ['发现的问题：没有'], /留样/)
})

test('a member unit reads no ledger', () =>
  reads('cai_cheng', '章贡区哪些学校问题没改', ['在自己的范围内查询'], /灭火器|七中/))

test('a section reads what went to it', async () => {
  const zhou = phone('zhou_wen')
  await phone('wang_qiang').says('今天去了阳明，校舍裂缝，学校自己解决不了 要找基建科')
  await phone('wang_qiang').taps('确认')
  await zhou.taps('发出')
  await reads('ji_jian', '转给我们科的有哪些没办', ['基建科已转科室的问题 1 项', '校舍裂缝'])
})

test('a long list goes along whole', async () => {
  const more = Array.from(
    { length: 14 },
    (_, i) =>
      `台账-${i + 10},S05,2025-10-15,general,第${i + 1}间教室的灯坏了,2025-10-15,2025-11-30,Li_Min,safety`,
  )
  await fileRecords(world, { cases: [OLD.trim(), ...more].join('\n') })
  await reads('zhou_wen', '全区在办整改有多少', [
    '章贡区在办的问题 17 项',
    '……还有 2 项，全部见随附表格。',
    /章贡区在办的问题2025-11-18_\d{6}\.csv/,
  ])
})
