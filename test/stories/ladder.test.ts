import { beforeEach, expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, chen, liu, zhou, zong] = people('Li_Min', 'chen_yuan', 'liu_fang', 'zhou_wen', 'zong_du')
beforeEach(async () => {
  await world.tickAt('2025-11-18T10:30:00+08:00')
})

const everybody = () => [li, chen, liu, zhou, zong]

/** One finding, due on Thursday, 20 November; what was said until its last call has been seen. */
async function overdue(): Promise<void> {
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，11月20号前改完')
  await li.taps('确认')
  await chen.taps('签收')
  await world.tickAt('2025-11-20T17:30:00+08:00')
  for (const each of everybody()) each.looksUp()
}

/** On Mondays those who read a digest hear everything with it. */
async function morning(day: string, at: '08:09' | '08:30' = '08:09'): Promise<void> {
  for (const each of everybody()) each.looksUp()
  await world.tickAt(`${day}T${at}:00+08:00`)
}

test('the day after: principal and inspector read how long', async () => {
  await overdue()
  await morning('2025-11-21')
  chen.sees(
    /整改已逾期，请尽快上报（1项）[^]*食堂留样记录不全（章督整〔2025〕1号，Z-00001，11月20日（周四）到期，至11月21日（周五）逾期1天）/,
  )
  expect(chen.buttons()).toEqual(['报整改'])
  li.sees(
    /整改逾期（1项）\n· Z-00001 章贡区文清路小学：食堂留样记录不全（11月20日（周四）到期，至11月21日（周五）逾期1天）/,
  )
  liu.seesNothing()
  zhou.seesNothing()
})

test('three days: the office’s list; seven: the draft of an order; fifteen: of an interview; thirty: of a circular', async () => {
  await overdue()
  await morning('2025-11-21')
  await morning('2025-11-24', '08:30') // The 23rd is a Sunday.
  zhou.sees(/逾期满3天，请督促（1项）[^]*至11月24日（周一）逾期4天/)
  chen.seesNothing()
  await morning('2025-11-27')
  zhou.sees('逾期满7天，可发督办单')
  await zhou.taps('督办单')
  zhou.sees(
    /^督办单（草稿，由督导办审定，助手不发文）\n章贡区人民政府教育督导委员会办公室\n编号：\n文清路小学：\n11月17日（周一）督导发现「食堂留样记录不全」（记录 章贡-25-0001，整改通知 章督整〔2025〕1号，编号 Z-00001）/,
  )
  await zhou.says('督办单 Z-00001')
  zhou.sees('督办单（草稿，由督导办审定，助手不发文）')
  chen.seesNothing()

  await morning('2025-12-05')
  zhou.sees('逾期满15天，可提约谈建议')
  zong.sees('逾期满15天，可提约谈建议')
  await zong.taps('约谈建议')
  zong.sees(/组织单位：章贡区人民政府教育督导委员会办公室会同同级教育行政部门\n事由：/)
  await morning('2025-12-22', '08:30')
  zong.sees('逾期满30天，可提通报或问责建议')
  expect(zhou.everything()).not.toContain('满30天')
  await zong.taps('通报建议')
  zong.sees('建议：通报批评并责令改正')
  chen.seesNothing()
})

test('a case that has been reported on needs no paper any more', async () => {
  await overdue()
  await morning('2025-11-24', '08:30')
  await morning('2025-11-27')
  const card = zhou.card()
  await chen.says('留样已补齐')
  await chen.taps('确认上报')
  expect(zhou.card()).toMatchObject({ state: 'dead', outcome: '已上报' })
  await zhou.presses(card, '督办单')
  zhou.sees('Z-00001 现在是「待复查」，不用再发文。')
})

test('while the clock stands still nothing is reminded', async () => {
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，11月20号前改完')
  await li.taps('确认')
  await chen.says('这个问题不属实，我们有记录的')
  await chen.taps('提交')
  await zhou.taps('暂停计时')
  await world.tickAt('2025-11-19T08:09:00+08:00')
  for (const each of [chen, liu, li]) each.looksUp()
  for (const at of ['2025-11-20T16:00', '2025-11-21T08:09', '2025-11-24T08:09'])
    await world.tickAt(`${at}:00+08:00`)
  for (const each of [chen, liu]) each.seesNothing()
  expect(li.everything()).not.toContain('逾期')
})

test('an extension gives the case its steps anew', async () => {
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，11月20号前改完')
  await li.taps('确认')
  await chen.says('能不能延到11月27号，供货没到')
  await chen.taps('提交')
  await li.taps('同意')
  liu.looksUp()
  await world.tickAt('2025-11-20T16:00:00+08:00')
  await world.tickAt('2025-11-21T08:09:00+08:00')
  liu.seesNothing()
  await world.tickAt('2025-11-24T08:09:00+08:00')
  liu.sees('整改11月27日（周四）到期')
})

test('the second failed round offers the interview at once', async () => {
  await overdue()
  for (const round of [1, 2]) {
    await chen.says('留样已经补齐')
    await chen.taps('确认上报')
    await li.taps('不合格')
    await li.says(`留样仍然缺，12月${round + 1}号前`)
    zong.looksUp()
    await li.taps('确认')
    if (round === 1) zong.seesNothing()
  }
  zong.sees(/两轮复查不合格，可提约谈建议[^]*Z-00001 章贡区文清路小学/)
  zhou.sees('两轮复查不合格，可提约谈建议')
  await zhou.taps('约谈建议')
  zhou.sees('已整改2轮，复查不合格：留样仍然缺')
})

test('who has left is not reminded, his successor in charge is', async () => {
  await overdue()
  world.store.client.exec("update people set left_on = '2025-11-20' where userid = 'li_min'")
  await morning('2025-11-21')
  li.seesNothing()
  zhou.sees('整改逾期')
})
