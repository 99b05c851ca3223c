import { describe, expect, test } from 'vitest'
import { photo } from '#test/photo.ts'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

const { world } = stage({ people: `${PEOPLE}li_hua,李华,inspector_full,章贡区,,,\n` })

const SAID = '登记培训 10月22到24号 市里督学培训班 24学时'
const rows = () =>
  world.store.client
    .prepare(
      'select title, start_on, hours, verified, withdrawn, not_duplicate, proof from training order by rowid',
    )
    .all() as Record<string, unknown>[]

test('an inspector enters his training; nothing is on file before his 确认, nothing counts before the office has seen it', async () => {
  const [li, zhou] = [world.person('Li_Min'), world.person('zhou_wen')]
  await li.says(SAID)
  li.sees('登记培训（待确认）', '10月22日（周三）至10月24日（周五）', '集中（默认）', '市级', '待核')
  expect(rows()).toEqual([])
  await li.sends(await photo('red'))
  li.sees('照片已放进培训登记')
  await li.taps('确认')
  li.sees('已登记，待督导办核验')
  expect(rows()).toMatchObject([{ hours: 24, verified: 0, withdrawn: 0, proof: '照片1张' }])
  expect(zhou.everything()).toContain('督学培训待核验')
  expect(zhou.images()).toBe(1)
  await zhou.taps('核验')
  zhou.sees('已核验', '计入集中培训')
  li.sees('已由周文核验')
  expect(rows()).toMatchObject([{ verified: 1 }])
})

test('of two people of an office the second reads who has done it', async () => {
  const [li, zhou, sun] = [world.person('Li_Min'), world.person('zhou_wen'), world.person('sun_li')]
  await li.says(SAID)
  await li.taps('确认')
  const card = sun.card()
  await zhou.taps('核验')
  await sun.presses(card, '核验')
  sun.sees(/此件已由周文于.+处理（核验）/)
})

describe('what is missing is asked, one thing at a time', () => {
  test('with buttons for who held it', async () => {
    const li = world.person('Li_Min')
    await li.says('登记培训 10月22到24号 督学能力提升班 24学时')
    li.sees('哪一级主办的？')
    expect(li.buttons()).toEqual(['学校', '县级', '市级', '省级', '国家级', '不记'])
    await li.taps('县级')
    li.sees('登记培训（待确认）', '主办：县级')
  })

  test('name, days and hours in words', async () => {
    const li = world.person('Li_Min')
    await li.says('登记培训')
    li.sees('培训叫什么名称')
    await li.says('督学能力提升班')
    li.sees('哪天到哪天')
    await li.says('10月22号到24号')
    li.sees('多少学时')
    await li.says('16.5学时')
    li.sees('哪一级主办的')
    await li.says('省级')
    li.sees('16.5', '登记培训（待确认）')
    await li.says('对')
    li.sees('已登记')
    expect(rows()).toMatchObject([{ title: '督学能力提升班', hours: 16.5 }])
  })
})

test('online hours and those of a school are kept, and it is said that they do not count', async () => {
  const li = world.person('Li_Min')
  await li.says('登记培训 11月3号到5号 国家平台督学网课 8学时')
  li.sees('不计入每两年40学时')
  await li.says('算了')
  li.sees('好的，没有记')
  await li.says('登记培训 11月3号 校本研修班 4学时')
  li.sees('学校自己办的培训会登记，但不计入40学时')
})

test('hours of the same days count once, unless the office knows better', async () => {
  const [li, zhou] = [world.person('Li_Min'), world.person('zhou_wen')]
  await li.says(SAID)
  await li.taps('确认')
  await li.says('登记培训 10月24到25号 省督学论坛 8学时')
  li.sees('日期重叠，同一次培训只计一次学时')
  await li.taps('确认')
  await zhou.taps('确认不重复', /论坛/)
  expect(rows().map((row) => row['not_duplicate'])).toEqual([0, 1])
})

test('the same training is entered once', async () => {
  const li = world.person('Li_Min')
  await li.says(SAID)
  await li.taps('确认')
  await li.says(SAID)
  li.sees('这次已经登记过了')
  expect(rows()).toHaveLength(1)
})

test('training still to come is not entered', async () => {
  const li = world.person('Li_Min')
  await li.says('登记培训 11月18到20号 市里督学培训班 24学时')
  li.sees('培训还没结束')
  expect(rows()).toEqual([])
})

test('the office sends it back with a reason; its author confirms it anew', async () => {
  const [li, zhou] = [world.person('Li_Min'), world.person('zhou_wen')]
  await li.says(SAID)
  await li.taps('确认')
  await zhou.taps('退回')
  await zhou.says('证书上是16学时')
  li.sees('周文退回了培训登记「市里督学培训班」：证书上是16学时')
  expect(rows()).toMatchObject([{ withdrawn: 1 }])
  await li.taps('修改')
  await li.says('16学时')
  await li.taps('确认')
  expect(rows()).toMatchObject([{ hours: 16, withdrawn: 0 }])
  await zhou.taps('核验')
  expect(rows()).toMatchObject([{ verified: 1 }])
})

test('until it is verified its author takes it back or puts it right, by button or in words', async () => {
  const [li, zhou] = [world.person('Li_Min'), world.person('zhou_wen')]
  await li.says(SAID)
  await li.taps('确认')
  const waiting = zhou.card()
  await li.says('学时写错了，应为18学时')
  li.sees('已撤回', '18')
  await zhou.presses(waiting, '核验')
  zhou.sees('撤回重填')
  await li.taps('确认')
  expect(rows()).toMatchObject([{ hours: 18, withdrawn: 0 }])
  await li.taps('撤回重填')
  await li.taps('不记')
  expect(rows()).toMatchObject([{ withdrawn: 1 }])
})

test('李督学那24学时核过了: of two 李 each has his card', async () => {
  const [li, hua, zhou] = [world.person('Li_Min'), world.person('li_hua'), world.person('zhou_wen')]
  for (const each of [li, hua]) {
    await each.says(SAID)
    await each.taps('确认')
  }
  await zhou.says('李督学那24学时核过了')
  zhou.sees('可能是这 2 条', '督学：李敏', '督学：李华')
  await zhou.taps('核验', /李敏/)
  li.sees('已由周文核验')
  await zhou.says('李华的24学时属实')
  await zhou.taps('核验', /李华/)
  expect(rows().map((row) => row['verified'])).toEqual([1, 1])
  await zhou.says('李督学那24学时核过了')
  zhou.sees('没有找到待核验的这项培训')
})

test('who is no inspector enters none, and an office elsewhere verifies none', async () => {
  const [chen, nan, li] = [world.person('chen_yuan'), world.person('nan_ban'), world.person('Li_Min')]
  await chen.says(SAID)
  chen.sees('学时由督学本人登记，督导办核验')
  await li.says(SAID)
  await li.taps('确认')
  await nan.says('李督学那24学时核过了')
  nan.sees('没有找到')
  const { key } = {
    key: world.store.client.prepare('select id, seq from entries').get() as { id: string; seq: number },
  }
  await world.pressAs('nan_ban', 'card', `entry_verify:${key.id}:${key.seq}`)
  expect(rows()).toMatchObject([{ verified: 0 }])
})

test('a draft is recalled in the morning and lapses after three days', async () => {
  const li = world.person('Li_Min')
  await li.says(SAID)
  await world.tickAt('2025-11-19T08:10:00+08:00')
  li.sees('登记还没确认，满三天作废', '登记培训：市里督学培训班')
  await world.tickAt('2025-11-24T08:10:00+08:00')
  li.sees('登记三天没有确认，已作废')
  expect(world.store.client.prepare('select state from entries').pluck().all()).toEqual(['lapsed'])
})

describe('what waits for its 核验 is called to mind', () => {
  test('after one working day, to the office alone, until it is done', async () => {
    const [li, zhou, zong] = [world.person('Li_Min'), world.person('zhou_wen'), world.person('zong_du')]
    await li.says(SAID)
    await li.taps('确认')
    for (const each of [zhou, zong]) each.looksUp()
    await world.tickAt('2025-11-19T08:09:00+08:00')
    zhou.seesNothing()
    await world.tickAt('2025-11-20T08:09:00+08:00')
    zhou.sees(/等您办理已满1个工作日[^]*李敏：培训「市里督学培训班」24学时（待核验）/)
    expect(zhou.buttons()).toEqual(['核验', '退回'])
    await world.tickAt('2025-11-21T08:09:00+08:00')
    expect(zong.everything()).not.toContain('待核验')
    await zhou.taps('核验')
    zhou.sees('已核验')
    expect(rows()).toMatchObject([{ verified: 1 }])
  })

  test('and in the digest of the week', async () => {
    const [li, zhou] = [world.person('Li_Min'), world.person('zhou_wen')]
    await world.tickAt('2025-11-24T08:00:00+08:00')
    await li.says(SAID)
    await li.taps('确认')
    zhou.looksUp()
    await world.tickAt('2025-11-24T08:30:00+08:00')
    zhou.sees(/待督导办审批 1 件：[^]*李敏：培训「市里督学培训班」24学时（待核验）/)
  })
})
