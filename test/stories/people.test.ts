import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'
import { type World } from '#test/world.ts'

const { world } = stage()

test('a group is public: what concerns a school goes to the sender alone', async () => {
  const li = world.person('Li_Min')
  await li.saysInGroup('文清最近什么情况')
  expect(group()).toBe('已私信您。')
  li.sees('文清路小学')
  await li.saysInGroup('昨天下午去了文清，门卫没登记')
  expect(group()).toBe('已私信您。')
  li.sees('督导记录和整改通知（待确认）')
  await li.saysInGroup('帮助')
  expect(group()).toContain('昨天下午去了')
})

test('收到 in a group is no signature', async () => {
  const [li, chen] = [world.person('Li_Min'), world.person('chen_yuan')]
  await li.says('昨天下午去了文清，门卫没登记')
  await li.taps('确认')
  await chen.saysInGroup('收到')
  expect(group()).toContain('群里回复不算签收')
  await chen.says('收到')
  li.looksUp()
  expect(li.everything()).toContain('陈源于')
})

test('a school sees only itself', async () => {
  const [li, chen] = [world.person('Li_Min'), world.person('chen_yuan')]
  await li.says('昨天下午去了七中，灭火器过期')
  await li.taps('确认')
  await chen.says('隔壁七中查出啥问题了')
  expect(chen.everything()).not.toContain('灭火器')
  await chen.says('逾期没整改的有哪些')
  expect(chen.everything()).not.toContain('灭火器')
  await chen.says('我们学校有哪些问题没改')
  chen.sees('文清路小学', '没有在办的问题')
})

test('the wrong person presses: nothing happens', async () => {
  const [li, gao] = [world.person('Li_Min'), world.person('gao_qi')]
  await li.says('昨天下午去了文清，门卫没登记')
  await li.taps('确认')
  const card = world.person('chen_yuan').card()
  const key = (card.card as { button_list: { text: string; key: string }[] }).button_list[0]?.key as string
  await world.pressAs('gao_qi', card.id, key)
  gao.sees('您的账号不能办理这一步')
  expect(world.person('chen_yuan').card().state).toBe('pressable')
})

test('principal and contact press at once: one signs, the other reads who did', async () => {
  const [li, chen, liu] = ['Li_Min', 'chen_yuan', 'liu_fang'].map(world.person) as never as [
    ReturnType<World['person']>,
    ReturnType<World['person']>,
    ReturnType<World['person']>,
  ]
  await li.says('昨天下午去了文清，门卫没登记')
  await li.taps('确认')
  const [a, b] = [chen.card(), liu.card()]
  chen.looksUp()
  liu.looksUp()
  const key = (card: typeof a) =>
    (card.card as { button_list: { key: string }[] }).button_list[0]?.key as string
  await world.act(() =>
    Promise.all([
      world.simulator.press('chen_yuan', a.id, key(a)),
      world.simulator.press('liu_fang', b.id, key(b), { force: true }),
    ]),
  )
  const signed = [chen.everything(), liu.everything()].filter((phone) => phone.includes('已签收。请在'))
  expect(signed).toHaveLength(1)
  expect(`${chen.everything()}${liu.everything()}`).toMatch(/此件已由(陈源|刘芳)于/)
})

test('by county: an inspector of another county cannot record here', async () => {
  const liao = world.person('liao_nan')
  await liao.says('今天上午去了章贡区文清路小学，门卫没登记')
  liao.sees('文清路小学不在您的督导范围')
})

test('an urgent hazard alerts at once and is completed later', async () => {
  const li = world.person('Li_Min')
  await li.says('急！沙石教学点围墙要倒，学生就在旁边上体育课')
  li.sees('请先确保人员撤离危险区域', '该校没有登记校长', '程度：重大隐患')
  for (const userid of ['zhou_wen', 'sun_li', 'zong_du'])
    expect(world.person(userid).everything()).toMatch(/【重大隐患】沙石中心小学[^]*围墙要倒/)
})

test('nobody at the school is bound: inspector and office learn it at once', async () => {
  const li = world.person('Li_Min')
  await li.says('昨天下午去了蓝天幼儿园，晨检没登记')
  await li.taps('确认')
  li.sees('还没有送达：蓝天幼儿园没有登记校长或联系人')
  expect(world.person('zhou_wen').everything()).toContain('请登记该校人员')
})

test('the month’s gaps, by distinct days; the list of overdue cases, by scope', async () => {
  const li = world.person('Li_Min')
  await li.says('我这个月还差几所没去')
  li.sees('11月您应去 5 所，已去 0 所，还差 5 所（距月底12天）')
  await li.says('上周三上午去了文清，门卫没登记，上周五前改')
  await li.says('昨天下午去了七中，灭火器过期，这周三前改')
  await li.taps('确认')
  await li.says('我这个月还差几所没去')
  li.sees('还差 4 所')
  await world.moveTo('2025-11-24T09:00:00+08:00')
  await li.says('逾期没整改的有哪些')
  li.sees(/Z-00001 第七中学：灭火器过期（一般，11月19日（周三）到期，逾期5天）/)
  const nan = world.person('nan_ban')
  await nan.says('逾期没整改的有哪些')
  nan.sees('没有逾期未整改的问题')
})

const group = () => world.simulator.groupInbox().at(-1)?.text ?? ''

test('「那个弄好了没」 is asked back with what is in hand, and adds nothing to a draft', async () => {
  const li = world.person('Li_Min')
  await li.says('那个弄好了没')
  li.sees('请带上校名')
  await li.says('昨天下午去了文清，门卫没登记，月底前改')
  await li.taps('确认')
  await li.says('今天上午去了七中，灭火器过期3具')
  await li.says('那个弄好了没')
  li.sees(/在办的问题 1 项：\n· Z-00001 文清路小学：门卫没登记（待签收，11月30日（周日）前）\n指哪一件？/)
})
