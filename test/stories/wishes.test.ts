import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { expectHistoriesToFold } from '#test/fold.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, wang, zhou, chen, liu] = people('Li_Min', 'wang_qiang', 'zhou_wen', 'chen_yuan', 'liu_fang')
beforeEach(() => world.tickAt('2025-11-18T10:30:00+08:00'))
afterEach(() => expectHistoriesToFold(world.store.db))

/** A finding at 文清路小学, due on Thursday, 27 November; what went before is read. */
async function issued(): Promise<void> {
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，11月27号前改完')
  await li.taps('确认')
  await chen.taps('签收')
  await world.tickAt('2025-11-21T17:30:00+08:00')
  for (const each of [li, liu, chen, zhou]) each.looksUp()
}

describe('hours without reminders', () => {
  test('what was drafted today is recalled in the morning, not after six; urgent still comes', async () => {
    await li.says('下班后别给我发提醒了')
    li.sees('每天 18:00 以后不发提醒', '紧急情况、别人刚办的事照常马上发给您')
    await li.taps('确认')
    li.sees('已设好')
    await li.says('下午5点半以后别提醒我')
    await li.taps('确认')
    await li.says('今天上午去了文清路小学，楼梯扶手松动，月底前改')
    li.looksUp()
    await world.tickAt('2025-11-18T17:30:00+08:00')
    li.seesNothing()
    await world.tickAt('2025-11-19T08:09:00+08:00')
    li.sees('督导记录还没确认，满三天作废')
  })

  test('改到每天十点: the morning comes at ten, and what was done before then is left out', async () => {
    await liu.says('提醒改到每天十点')
    liu.sees('每天 10:00 起才发提醒')
    await liu.taps('确认')
    await issued()
    await world.tickAt('2025-11-24T08:09:00+08:00')
    liu.seesNothing()
    await world.tickAt('2025-11-24T10:00:00+08:00')
    liu.sees('整改11月27日（周四）到期')
    liu.looksUp()
    await world.tickAt('2025-11-26T08:09:00+08:00')
    await chen.says('留样已经补齐了')
    await chen.taps('确认上报')
    liu.looksUp()
    await world.tickAt('2025-11-26T10:00:00+08:00')
    liu.seesNothing()
  })

  test('nothing that others rely on is lost: on the last day the reminder comes all the same', async () => {
    await issued()
    await liu.says('下午和晚上别提醒我')
    await liu.taps('确认')
    await liu.says('下班后别提醒我')
    await liu.taps('确认')
    liu.looksUp()
    await world.tickAt('2025-11-26T08:09:00+08:00')
    liu.looksUp()
    await world.tickAt('2025-11-27T16:00:00+08:00')
    liu.sees('整改今天截止')
  })

  test('a new hour takes the place of the old one; 恢复提醒 ends it', async () => {
    await li.says('提醒改到每天十点')
    await li.taps('确认')
    await li.says('提醒改到每天九点')
    await li.taps('确认')
    await li.says('我设了哪些提醒')
    li.sees('您设的提醒（1条）', '1. 每天 9:00 起才发提醒')
    await li.says('恢复提醒')
    li.sees('已恢复，提醒照常发')
    await li.says('我设了哪些提醒')
    li.sees('您没有设过提醒')
  })

  test('answers come at once while a reminder waits for its hour', async () => {
    await li.says('提醒改到下午两点')
    await li.taps('确认')
    await issued()
    await world.tickAt('2025-11-27T08:09:00+08:00')
    li.looksUp()
    await li.says('我今天记了什么')
    li.sees('今天没有提交督导记录')
    expect(world.store.client.prepare('select answer from inbox order by rowid desc').pluck().get()).toMatch(
      '今天没有',
    )
    await world.tickAt('2025-11-27T14:00:00+08:00')
    li.sees('整改到期')
  })
})

describe('a pause', () => {
  test('先别提醒我了: a week without what is of his own work, then as before', async () => {
    await issued()
    await liu.says('先别提醒我了')
    liu.sees('暂停提醒，到11月27日（周四）为止', '截止当天、逾期和督导办该办的事，照常发给您')
    await liu.taps('确认')
    liu.looksUp()
    await world.tickAt('2025-11-24T08:09:00+08:00')
    await world.tickAt('2025-11-26T08:09:00+08:00')
    liu.seesNothing()
    await world.tickAt('2025-11-27T16:00:00+08:00')
    liu.sees('整改今天截止')
  })

  test('an office hears what must reach it', async () => {
    await issued()
    await zhou.says('这个月别提醒我了')
    await zhou.taps('确认')
    zhou.looksUp()
    await world.tickAt('2025-12-01T08:40:00+08:00')
    zhou.sees('逾期满3天，请督促')
  })

  test('it ends after thirty days at the latest', async () => {
    await li.says('2026年6月1日前别提醒我')
    li.sees('到12月18日（周四）为止')
  })
})

describe('a reminder of his own', () => {
  test('每周一早上提醒我还没去的学校: each Monday, once, and nothing where nothing is left', async () => {
    await wang.says('每周一早上提醒我还没去的学校')
    wang.sees('每周一 8:00 提醒：本月还没去的学校', '逢休息日顺延到下一个工作日；没有要说的就不发')
    await wang.taps('确认')
    await world.tickAt('2025-11-20T08:09:00+08:00')
    wang.looksUp()
    await world.tickAt('2025-11-21T08:09:00+08:00')
    wang.seesNothing()
    await world.tickAt('2025-11-24T08:09:00+08:00')
    wang.sees(/11月还没去的学校（校历未载入，按默认的教学时间算）（\d+项）/)
    wang.looksUp()
    await world.tickAt('2025-11-24T08:30:00+08:00')
    wang.seesNothing()
    await world.tickAt('2025-12-01T08:09:00+08:00')
    wang.sees('12月还没去的学校')
  })

  test('a Monday that is a day off: the next working day', async () => {
    await wang.says('每周一早上提醒我还没去的学校')
    await wang.taps('确认')
    wang.looksUp()
    // The Qingming holiday of 2026: Saturday, 4 to Monday, 6 April.
    await world.tickAt('2026-04-03T18:00:00+08:00')
    wang.looksUp()
    await world.tickAt('2026-04-06T08:09:00+08:00')
    wang.seesNothing()
    await world.tickAt('2026-04-07T08:09:00+08:00')
    wang.sees(/4月还没去的学校/)
  })

  test('at a time that has to be asked for', async () => {
    await li.says('提醒我交周报')
    li.sees('什么时候提醒？')
    await li.says('每天晚上九点')
    li.sees('定时提醒只在工作日 8:00 到 20:00 发')
    await li.says('下午五点吧')
    li.sees('每个工作日 17:00 提醒：交周报')
    await li.taps('确认')
    li.looksUp()
    await world.tickAt('2025-11-19T17:00:00+08:00')
    li.sees('您让我提醒：交周报')
  })

  test('once, in his own words', async () => {
    await chen.says('明天早上九点提醒我交安全台账')
    chen.sees('11月19日（周三） 9:00 提醒：交安全台账')
    await chen.taps('确认')
    chen.looksUp()
    await world.tickAt('2025-11-19T09:00:00+08:00')
    chen.sees('您让我提醒：交安全台账')
    chen.looksUp()
    await world.tickAt('2025-11-20T09:00:00+08:00')
    chen.seesNothing()
    await chen.says('我设了哪些提醒')
    chen.sees('您没有设过提醒')
  })

  test('a day off is not taken', async () => {
    await chen.says('11月22号早上九点提醒我交安全台账')
    chen.sees('11月22日（周六）是休息日，定时提醒只在工作日发，改到哪天？')
    await chen.says('11月24号')
    chen.sees('11月24日（周一） 9:00 提醒：交安全台账')
  })

  test('what waits to be reinspected, each morning while there is any', async () => {
    await issued()
    await li.says('每天早上八点提醒我今天要复查的')
    li.sees('每个工作日 8:00 提醒：等您复查的整改报告')
    await li.taps('确认')
    li.looksUp()
    await world.tickAt('2025-11-24T08:09:00+08:00')
    li.seesNothing()
    await chen.says('留样已经补齐了')
    await chen.taps('确认上报')
    li.looksUp()
    await world.tickAt('2025-11-25T08:09:00+08:00')
    li.sees(/整改报告等您复查[^]*文清路小学：食堂留样记录不全/)
  })

  test('a list that the account has no right to is refused', async () => {
    await chen.says('每周一早上提醒我还没去的学校')
    chen.sees('这类名单和您的工作无关')
  })

  test('whoever leaves is not reminded any more', async () => {
    await wang.says('每周一早上提醒我还没去的学校')
    await wang.taps('确认')
    await wang.says('我调走了')
    await zhou.taps('同意')
    wang.looksUp()
    await world.tickAt('2025-11-24T08:09:00+08:00')
    wang.seesNothing()
    expect(world.store.client.prepare('select state from wishes').pluck().all()).toEqual(['ended'])
  })
})

test('the list ends each with its button', async () => {
  await li.says('周末别提醒我')
  await li.taps('确认')
  await li.says('每周五下午提醒我交周报')
  await li.taps('确认')
  await li.says('我设了哪些提醒')
  li.sees('1. 周六、周日不发提醒', '2. 每周五 14:00 提醒：交周报')
  expect(li.buttons()).toEqual(['结束 1', '结束 2'])
  await li.taps('结束 2')
  li.sees('已结束：每周五 14:00 提醒：交周报', '您设的提醒（1条）')
  await li.taps('结束')
  li.sees('已结束：周六、周日不发提醒')
})

test('下午再提醒我: what he was reminded of today, once more, but for what has been done', async () => {
  await issued()
  await liu.says('下午再提醒我')
  liu.sees('今天还没有给您发过提醒')
  await world.tickAt('2025-11-24T08:09:00+08:00')
  liu.looksUp()
  await liu.says('下午再提醒我')
  liu.sees('11月24日（周一）14:00再提醒您')
  liu.looksUp()
  await world.tickAt('2025-11-24T13:59:00+08:00')
  liu.seesNothing()
  await world.tickAt('2025-11-24T14:00:00+08:00')
  liu.sees('整改11月27日（周四）到期')
})
