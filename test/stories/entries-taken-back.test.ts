import { describe, expect, test } from 'vitest'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage({ people: `${PEOPLE}zhao_yi,赵毅,inspector_full,章贡区,,,\n` })
const [li, wang, zhou, sun] = people('Li_Min', 'wang_qiang', 'zhou_wen', 'sun_li')

const rows = (table: string) =>
  world.store.client.prepare(`select * from ${table} order by seq, rowid`).all() as Record<string, unknown>[]
const counting = (table: string) => rows(table).filter((row) => row['withdrawn'] === 0)

type Phone = typeof zhou
/** An office's entries, each with how it is named once it is on file. */
const KINDS: [kind: string, said: string, table: string, named: string][] = [
  ['a meeting', '登记会议 11月14日下午 教育督导委员会全体会议', 'meetings', '会议登记撤回'],
  [
    'a commendation',
    '登记表彰 章教督〔2025〕8号 11月10日印发 文清路小学',
    'commendations',
    '刚才登记的表彰撤回',
  ],
  ['a term', '文清路小学校长任期 2023年9月1日到2026年8月31日', 'principal_terms', '校长任期登记错了，撤回'],
  ['an interview', '昨天和教育局一起正式约谈了四中校长，作业量超标', 'interviews', '约谈登记撤回'],
]

describe.each(KINDS)('%s', (_, said, table, named) => {
  const enter = async (phone: Phone) => {
    await phone.says(said)
    await phone.taps('确认')
    expect(counting(table)).toHaveLength(1)
  }

  test('撤回重填 on its card: it counts for nothing, and is a draft to be put right', async () => {
    await enter(zhou)
    zhou.sees('已登记', '填错了可以撤回重填')
    await zhou.taps('撤回重填')
    zhou.sees('已撤回', '待确认')
    expect(counting(table)).toEqual([])
    await zhou.taps('确认')
    expect(counting(table)).toHaveLength(1)
  })

  test('the same in words', async () => {
    await enter(zhou)
    await zhou.says(named)
    zhou.sees('已撤回')
    expect(counting(table)).toEqual([])
    await zhou.taps('不记')
    expect(counting(table)).toEqual([])
  })

  test('「撤回刚才的登记」 is about the newest', async () => {
    await enter(zhou)
    await zhou.says('撤回刚才的登记')
    expect(counting(table)).toEqual([])
  })

  test('it is its author’s alone', async () => {
    await enter(zhou)
    await sun.says(named)
    expect(counting(table)).toHaveLength(1)
  })
})

test('history keeps both: the filing and its withdrawal', async () => {
  await zhou.says(KINDS[0]![1])
  await zhou.taps('确认')
  await zhou.taps('撤回重填')
  await zhou.taps('确认')
  const kinds = world.store.client
    .prepare("select kind from events where aggregate like 'record:meetings:%' order by seq")
    .pluck()
    .all()
  expect(kinds).toEqual(['record.file', 'record.withdraw', 'record.change'])
})

test('what is wrong may be said at once', async () => {
  await zhou.says(KINDS[0]![1])
  await zhou.taps('确认')
  await zhou.says('会议日期写错了，是11月13日')
  zhou.sees('已撤回', '11月13日')
  await zhou.taps('确认')
  expect(counting('meetings')).toMatchObject([{ held_on: '2025-11-13', meeting_type: 'plenary' }])
})

test('a plaque: all is as before, and those who had read of it read that too', async () => {
  const plaques = () =>
    world.store.client
      .prepare("select inspector from assignments where school = 'S09' and withdrawn = 0 and (to_on is null)")
      .pluck()
      .all()
  const before = plaques()
  await zhou.says('阳明换成李敏督学挂牌 下周一起')
  await zhou.taps('确认')
  expect(plaques()).not.toEqual(before)
  li.looksUp()
  wang.looksUp()
  await zhou.taps('撤回重填')
  expect(plaques()).toEqual(before)
  li.sees('阳明小学更换责任督学的登记已由周文撤回')
  wang.sees('阳明小学更换责任督学的登记已由周文撤回')
  await zhou.taps('确认')
  expect(plaques()).toContain('li_min')
  await zhou.says('阳明换督学的登记撤回')
  expect(plaques()).toEqual(before)
})

test('a supervision keeps its number to itself: entered again it has the next', async () => {
  await zhou.says('12月8日给阳明安排综合督导 王强带队 李敏、赵毅参加')
  await zhou.taps('确认')
  await zhou.says('综合督导安排撤回')
  zhou.sees('已撤回')
  expect(counting('supervisions')).toEqual([])
  await zhou.taps('确认')
  expect(
    rows('supervisions').map((row) => [row['withdrawn'], /(\d+)号/.exec(String(row['no']))?.[1]]),
  ).toEqual([
    [0, '2'],
    [1, '1'],
  ])
})

test('what becomes of a meeting is undone, the meeting stays', async () => {
  await zhou.says('登记会议 11月14日下午 教育督导委员会全体会议')
  await zhou.taps('确认')
  await zhou.says('纪要 章督委〔2025〕3号')
  await zhou.taps('确认')
  expect(counting('meetings')).toMatchObject([{ doc_no: '章督委〔2025〕3号' }])
  await zhou.says('纪要登记错了，撤回')
  expect(counting('meetings')).toMatchObject([{ doc_no: null, minutes_on: null }])
})

test('filings of an interview', async () => {
  await zhou.says('昨天和教育局一起正式约谈了四中校长，作业量超标')
  await zhou.taps('确认')
  await zhou.says('约谈材料报送县委县政府了 回执已收')
  await zhou.taps('确认')
  await zhou.says('报送登记错了，撤回')
  expect(counting('interviews')).toMatchObject([{ filed_party_on: null, filed_government_on: null }])
})

describe('a nomination', () => {
  test('until the office has answered', async () => {
    await li.says('文清的阅读角搞得很好 可以推荐表彰')
    await li.taps('确认')
    li.sees('推荐表彰（已报督导办）')
    const waiting = zhou.card()
    await li.taps('撤回重填')
    li.sees('已撤回')
    await zhou.presses(waiting, '同意')
    expect(counting('commendations')).toEqual([])
  })

  test('and not after that', async () => {
    await li.says('文清的阅读角搞得很好 可以推荐表彰')
    await li.taps('确认')
    await zhou.taps('同意')
    await li.says('推荐表彰的登记撤回')
    li.sees('督导办已经答复，不能撤回了。')
    expect(counting('commendations')).toHaveLength(1)
  })
})

test('what somebody else has gone on with stays', async () => {
  await zhou.says('登记会议 11月14日下午 教育督导委员会全体会议')
  await zhou.taps('确认')
  await sun.says('纪要 章督委〔2025〕3号')
  await sun.taps('确认')
  await zhou.says('会议登记撤回')
  zhou.sees('之后已由孙立改过，不能撤回了')
  expect(counting('meetings')).toHaveLength(1)
})

test('a record of a visit is not meant', async () => {
  await li.says('登记培训 10月22到24号 市里督学培训班 24学时')
  await li.taps('确认')
  await li.says('今天上午去了文清路小学，没发现问题')
  await li.taps('确认')
  await li.says('刚才的督导记录撤回')
  expect(counting('training')).toHaveLength(1)
})
