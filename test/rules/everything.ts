import { peopleAmong } from '#db/people.ts'
import { followedOfKinds } from '#db/followed.ts'
import { backlog, waitingAbout } from '#db/outbox.ts'
import { lastTick } from '#db/last-tick.ts'
import { isKept } from '#db/photos.ts'
import { clockOffset } from '#db/rehearsal.ts'
import { readRecords } from '#db/records.ts'
import { day } from '#src/domain/day.ts'
import { userId } from '#src/domain/words.ts'
import { rowsToExport } from '#src/intake/export.ts'
import { importFiles } from '#src/intake/import.ts'
import { KINDS } from '#src/intake/kinds.ts'
import { photo } from '#test/photo.ts'
import { EVERYBODY, type openCast } from './cast.ts'
import { keepRows } from './rows.ts'
import { sceneNames, SCENES, type SceneName } from './scenes.ts'

type Opened = Awaited<ReturnType<typeof openCast>>

const QUESTIONS = [
  '我这个月还差几所没去',
  '本学期还差几所没去',
  '逾期没整改的有哪些',
  '章贡区逾期没整改的有哪些',
  '文清路小学最近什么情况',
  '我今天记了什么',
  '本周小结',
  '哪些消息没送达',
  '上个月发现的问题有哪些',
  '转给我们科的有哪些没办',
  '导出我的工作量',
  '三季度督导情况',
  '本周督导了哪些学校',
  '帮助',
]

/** What reads each kind of an office's records: a city's, a county's, an inspector's own. */
const OF_RECORDS = [
  '县区对照表',
  '我学时够了吗',
  '督学负担',
  '文清路小学归谁督导',
  '李敏管哪几所',
  '总督学配备',
  '成员单位任务',
  '督学聘期到期',
  '责任区名单',
]

/** When the clock has something to say of what the scenes and the rest leave; after four each minute counts one kind that was followed. */
const MOMENTS = [
  ...['2025-11-18T11:00', '2025-11-25T08:09', '2025-11-27T08:09', '2025-11-28T16:00'],
  ...['2025-11-28T16:01', '2025-11-28T16:02', '2025-11-28T16:03', '2025-11-28T16:04'],
]

/** Plays every scene from an empty ledger; `look` sees what each leaves. */
export async function playAll(
  { world, cast }: Opened,
  look: (scene: SceneName) => void | Promise<void>,
): Promise<void> {
  const empty = keepRows(world.store.client)
  for (const scene of sceneNames) {
    empty()
    await SCENES[scene].plays(cast)
    await look(scene)
  }
}

/** What belongs to no scene: questions by everybody, pictures, an alarm, a group, a greeting, the minute's tick. */
export async function playTheRest({ world, cast }: Opened): Promise<void> {
  const { issuer, principal, contact, inspector_elsewhere } = cast
  await issuer.says('今天上午去了文清路小学，楼梯扶手松动，月底前改')
  await issuer.sends(await photo('red'))
  await issuer.taps('确认')
  await contact.sends(await photo('green'))
  await contact.says('扶手已经换好了')
  await contact.sends(await photo('blue'))
  const draft = principal.card()
  await principal.taps('确认上报')
  await principal.presses(draft, '不报')
  await issuer.says('复查合格')
  await inspector_elsewhere.says('今天上午去了文清路小学，门卫没登记')
  await issuer.says('今天上午去了实验小学，一切正常')
  await issuer.taps('确认', /实验小学/)
  await issuer.says('章贡-25-0002 作废，记重了')
  await issuer.taps('撤回')
  await issuer.says('急！文清路小学围墙要倒，学生就在旁边')
  await issuer.says('改成昨天')
  await issuer.saysInGroup('文清路小学最近什么情况')
  for (const who of EVERYBODY) {
    await cast[who].opens()
    for (const question of QUESTIONS) await cast[who].says(question)
  }
  for (const who of ['chief', 'county_office', 'issuer'] as const)
    for (const question of OF_RECORDS) await cast[who].says(question)
  await playEntries(cast)
  await playWishes(cast)
  await playPeople(cast)
  for (const moment of MOMENTS) await world.tickAt(`${moment}:00+08:00`)
  await backlog(world.store.db)
  await followedOfKinds(world.store.db, day('2025-11-01'))
  await lastTick(world.store.db)
  await isKept(world.store.db, 'none')
  await waitingAbout(world.store.db, userId('issuer'), 'undelivered:1')
  await clockOffset(world.store.db)
  await peopleAmong(world.store.db, ['issuer', '陈源'])
  await playRecords(world)
  for (const words of ['督学负担', '我的责任区']) await cast.zone_leader.says(words)
  await cast.county_office.says('续聘李敏')
}

/** Files of an office, read in twice and gone over, and what the clock makes of them. */
const FILES = [
  ['claims.csv', 'userid,incurred_on,item,amount', 'issuer,2025-11-03,transport,30'],
  ['holidays.csv', 'date,day_type', '2025-12-31,off'],
  ['visits.csv', 'school,inspector,visit_date,part_of_day', 'S01,issuer,2025-10-08,am'],
  [
    'cases.csv',
    'no,school,found_on,severity,description,issued_on,due_on',
    '台账-1,S01,2025-10-08,general,灭火器过期,2025-10-09,2025-12-30',
  ],
  [
    'inspectors.csv',
    'userid,place,kind,appointed_on,term_start,term_end,retired',
    'issuer,章贡区,part_time,2024-01-01,2024-01-01,2026-12-31,false',
  ],
  ['zones.csv', 'place,zone,leader,schools,members', '章贡区,第一责任区,zone_leader,S01|S02,full_time'],
  ['member_tasks.csv', 'no,unit,task,due_on', 'RW-1,市财政局,报送经费,2025-12-03'],
]
const CHANGED = [['claims.csv', 'userid,incurred_on,item,amount', 'issuer,2025-11-03,transport,40']]

async function playRecords({ store, clock, tickAt }: Opened['world']): Promise<void> {
  for (const files of [FILES, FILES, CHANGED])
    await importFiles(
      store,
      files.map(([name = '', ...lines]) => ({ name, bytes: new TextEncoder().encode(lines.join('\n')) })),
      { at: clock.at, by: userId('issuer') },
    )
  for (const kind of KINDS) await rowsToExport(store.db, kind)
  await readRecords(store.db)
  await tickAt('2025-12-01T08:40:00+08:00')
}

/** What is entered by saying it. */
async function playEntries({ issuer, county_office }: Opened['cast']): Promise<void> {
  await issuer.says('登记培训 10月22到24号 市里督学培训班 24学时')
  await issuer.sends(await photo('red'))
  await issuer.taps('确认')
  await county_office.says('李督学那24学时核过了')
  await county_office.taps('核验')
  for (const words of ENTERED) {
    await county_office.says(words)
    await county_office.taps('确认')
  }
  await county_office.says('挂牌登记撤回')
  await county_office.taps('确认')
}

const ENTERED = [
  '登记会议 11月14日下午 教育督导委员会全体会议 张主任主持 到会20个单位',
  '纪要 章督委〔2025〕3号',
  '登记表彰 章教督〔2025〕8号 11月10日印发 文清路小学、第七中学 个人李敏',
  '第七中学校长任期 2023年9月1日到2026年8月31日',
  '第七中学换成李敏督学挂牌 下周一起',
  '第七中学换成曾祖督学挂牌 下周三起',
  '昨天和教育局一起正式约谈了第七中学校长，作业量超标',
  '约谈材料报送县委县政府了 回执已收',
]

/** What people want of their reminders. */
async function playWishes({ full_time, principal }: Opened['cast']): Promise<void> {
  for (const words of ['晚上别给我发提醒了', '每周二早上提醒我还没去的学校', '每天早上提醒我今天要复查的']) {
    await full_time.says(words)
    await full_time.taps('确认')
  }
  await full_time.says('我设了哪些提醒')
  await full_time.taps('结束 1')
  await principal.says('下午再提醒我')
}

/** What happens to people and groups besides. */
async function playPeople(cast: Opened['cast']): Promise<void> {
  const { county_office, city_office, contact, issuer, principal, zone_leader } = cast
  await principal.says('我明天到周五出差，刘芳代我确认')
  await county_office.taps('同意')
  await contact.says('你记了我什么')
  await issuer.saysInGroup('本群是章贡区督学工作群')
  await county_office.taps('同意')
  await issuer.saysInGroup('逾期没整改的有哪些')
  await county_office.saysInGroup('取消工作群')
  await county_office.says('停用 曾祖')
  await county_office.taps('确认')
  await zone_leader.says('帮助')
  await city_office.says('恢复 zone_leader')
  await city_office.taps('确认')
  await county_office.says('文清路小学校长换成新人(xin_ren)')
  await county_office.taps('取消')
}
