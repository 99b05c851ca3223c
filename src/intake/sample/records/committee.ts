import { addDays } from '#src/domain/day.ts'
import type { Values } from '../../parse.ts'
import { PLACES, ZONES } from '../places.ts'
import type { Days } from './days.ts'

type Rows = Values[]

const COUNTIES = PLACES.map(({ name }) => name).filter((name) => !ZONES[name])
const GOVERNED = ['city', ...COUNTIES]

/** Who holds a post at every government, but of three: ten days, six weeks and a hundred days without a chief; one was never entered. */
export function samplePosts(days: Days): Rows {
  const ended: Record<string, number> = { 上犹县: 10, 崇义县: 45, 安远县: 100 }
  return GOVERNED.filter((place) => place !== '定南县').flatMap((place, i) =>
    (['chief', 'deputy'] as const).map((post) => ({
      place,
      post,
      person: `${'赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何'[i]}${post === 'chief' ? '国安' : '建平'}`,
      acting: place === '大余县' && post === 'deputy',
      from: days.yearsAgo(3),
      to: post === 'chief' && ended[place] !== undefined ? days.ago(ended[place]) : null,
    })),
  )
}

/** The seats that every city has on file (measure 1): chair, three vice-chairs, 22 units. */
const SEATS = [
  ...['分管教育工作的市政府领导', '市政府副秘书长', '市教育局局长', '市教育局总督学'],
  ...'市委组织部 市委宣传部 市委统战部 市委编办 市发改委 市教育局 市科技局 市公安局 市财政局 市人社局'.split(
    ' ',
  ),
  ...'市自然资源局 市住建局 市农业农村局 市卫健委 市应急管理局 市审计局 市市场监管局 市体育局'.split(' '),
  ...'市统计局 市扶贫办 市大数据发展管理局 团市委'.split(' '),
]

/** Every seat of the city's committee is filled, but one that fell vacant ten days ago. */
export const sampleSeats = (days: Days): Rows =>
  SEATS.map((seat, i) => ({
    place: 'city',
    seat,
    person: `${'张王李赵刘陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐'[i % 26]}${'志明晓东建华永强文军海涛'[i % 12]}`,
    from: days.yearsAgo(2),
    to: i === SEATS.length - 1 ? days.ago(10) : null,
    post: '分管负责同志',
  }))

/** Last year all but one met; this year most have, one without minutes, and some are still to meet. */
export function sampleMeetings(days: Days): Rows {
  const plenary = (place: string, held_on: ReturnType<Days['inYear']>, minutes: boolean): Values => ({
    ...{ place, meeting_type: 'plenary', held_on, status: 'held', title: '教育督导委员会全体会议' },
    minutes_on: minutes ? addDays(held_on, 5) : null,
  })
  return GOVERNED.flatMap((place, i) => [
    ...(place === '全南县' ? [] : [plenary(place, days.inYear('04-16', -1), true)]),
    ...(i % 5 === 3 ? [] : [plenary(place, days.inYear('04-22'), place !== '兴国县')]),
  ])
}

/** Tasks of member units: done, due in five days, overdue for three. */
export const sampleTasks = (days: Days): Rows =>
  [
    ['市财政局', '报送教育经费执行情况', -20, -25],
    ['市人社局', '教师编制和待遇落实情况', 5, null],
    ['市住建局', '校舍安全排查情况', -3, null],
    ['市卫健委', '学校卫生检查情况', 40, null],
  ].map(([unit, task, due, done], i) => ({
    no: `RW-${days.year}-${String(i + 1).padStart(2, '0')}`,
    unit: String(unit),
    task: String(task),
    due_on: days.ago(-Number(due)),
    assigned_on: days.ago(60),
    done_on: done === null ? null : days.ago(-Number(done)),
  }))

/** Papers in force, of which some counties lack one; the committee's rules are older than three years. */
export function sampleDocuments(days: Days): Rows {
  const paper = (place: string, doc_kind: string, title: string, dated_on = days.yearsAgo(1)): Values => ({
    ...{ place, doc_kind, title, dated_on },
    repealed_on: null,
  })
  const of = (places: readonly string[], doc_kind: string, title: string, without: string): Rows =>
    places.filter((place) => place !== without).map((place) => paper(place, doc_kind, title))
  return [
    paper('city', 'committee_rules', '市政府教育督导委员会工作规程', days.yearsAgo(4)),
    paper('city', 'chief_report', '总督学工作报告', days.inYear('03-05')),
    ...of(GOVERNED, 'appraisal_rules', '学校办学绩效考评办法', '石城县'),
    ...of(GOVERNED, 'cost_rules', '督学工作经费管理办法', '会昌县'),
    ...of(COUNTIES, 'implementation_plan', '教育督导改革落实方案', '于都县'),
  ]
}

/** A budget line everywhere, but one of nothing and one that was not entered; and money for the studios. */
export const sampleBudgets = (days: Days): Rows => [
  ...GOVERNED.filter((place) => place !== '宁都县').map((place, i) => ({
    ...{ place, year: days.year, purpose: 'supervision' },
    ...{ amount: place === '信丰县' ? 0 : 200_000 + 10_000 * i, studio: null },
    recorded_on: days.inYear('01-20'),
  })),
  ...[
    { studio: '章江督学工作室', amount: 30_000 },
    { studio: '贡江督学工作室', amount: 0 },
  ].map((each) => ({
    ...each,
    place: 'city',
    year: days.year,
    purpose: 'studio',
    recorded_on: days.inYear('01-20'),
  })),
]

/** Three studios: with money, with a line of nothing, and without a line. */
export const sampleStudios = (leads: readonly string[], days: Days): Rows =>
  ['章江督学工作室', '贡江督学工作室', '桃江督学工作室'].map((studio, i) => ({
    studio,
    place: 'city',
    lead: leads[i] ?? null,
    open_on: days.yearsAgo(2),
    closed_on: null,
  }))

export const sampleMonitoring = (days: Days): Rows =>
  GOVERNED.flatMap((place) =>
    [-1, 0]
      .filter((year) => place !== '全南县' || year === 0)
      .map((year) => ({
        ...{ place, year: days.year + year, title: '义务教育质量监测报告' },
        ...{ issued_on: days.inYear('06-15', year), monitored: '小学语文' },
      })),
  )

/** Last year one county commended nobody; this year some have not issued theirs yet. */
export const sampleCommendations = (days: Days): Rows =>
  GOVERNED.flatMap((place, i) =>
    [-1, 0]
      .filter((year) => (year === -1 ? place !== '寻乌县' : i % 3 !== 2))
      .map((year) => ({
        ...{ place, year: days.year + year, title: `${days.year + year}年度教育督导结果通报表彰` },
        issued_on: days.inYear('02-10', year),
        doc_no: `督办〔${days.year + year}〕${i + 3}号`,
        units: ['第一小学', '实验中学'],
        persons: [],
        reason: '督导评估结果优秀',
      })),
  )
