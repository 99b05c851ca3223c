import { expect, test } from 'vitest'
import { understand } from '#src/language/understand.ts'
import { listening, OFFICE, REGISTRY } from './city.ts'

const asked = (text: string) => understand(text, REGISTRY, listening(OFFICE))

/** Every command of policy.md's check list, and other words for it. */
test.each([
  ['督委会名单', 'committee'],
  ['总督学配备', 'chiefs'],
  ['今年开过督委会没有', 'meetings'],
  ['今年督委会全体会议开了没', 'meetings'],
  ['督委会规程', 'committee_rules'],
  ['总督学报告', 'chief_report'],
  ['成员单位任务', 'member_tasks'],
  ['我们单位的任务完成没', 'member_tasks'],
  ['履职评价进度', 'evaluation'],
  ['督政覆盖', 'government_cycle'],
  ['没挂牌的学校', 'uncovered'],
  ['哪些学校没挂牌', 'uncovered'],
  ['督学负担', 'load'],
  ['快到任期没综合督导的', 'principal_terms'],
  ['快到任期还没综合督导的校长有几个', 'principal_terms'],
  ['综合督导计划', 'school_cycle'],
  ['民办学校督导情况', 'private_schools'],
  ['监测报告', 'monitoring'],
  ['今年表彰了没有', 'commendation'],
  ['表彰名单', 'commendation'],
  ['未公示的报告', 'unpublished'],
  ['闭环情况', 'loop'],
  ['约谈归档', 'interviews'],
  ['问责公布', 'accountability'],
  ['章贡区督学够不够', 'staffing'],
  ['全市专职督学配备情况 哪些县没达标', 'staffing'],
  ['退休督学占比', 'retired'],
  ['聘任进度', 'procedure'],
  ['督学聘期到期', 'terms'],
  ['下半年哪些督学聘期到了', 'terms'],
  ['我学时够了吗', 'hours'],
  ['督学退出', 'exit'],
  ['首席督学工作室', 'studios'],
  ['督导经费', 'budget'],
  ['我的交通补助', 'claims'],
  ['落实方案', 'plans'],
  ['县区对照表', 'county_sheet'],
  ['哪个县最差', 'county_sheet'],
  ['哪几个县落后', 'county_sheet'],
  ['督导设置', 'settings'],
  ['文清归谁督导', 'who'],
])('%s', (text, topic) => expect(asked(text)).toMatchObject({ intent: 'query_check', topic }))

test('what an appointment would change is heard with it', () =>
  expect(asked('退休的占比超了没 再聘2个退休的行不行')).toMatchObject({
    topic: 'retired',
    more: { retired: 2, all: 2 },
  }))

test.each(['约谈材料报送县委县政府了 回执已收', '辛苦了', '昨天去了文清，留样记录不全'])(
  'is no such question: %s',
  (text) => expect(asked(text).intent).not.toBe('query_check'),
)
