import { expect, test } from 'vitest'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

// Two of one name, and offices of city and county with one more person each.
const WITH_NAMESAKES = `${PEOPLE}li_min2,李敏,school_contact,章贡区,S05,,
wu_jing,吴静,inspector_part,章贡区,,S01,
`

const { world } = stage({ people: WITH_NAMESAKES })

const finding = '昨天下午去了文清，门卫没登记'

async function noticeAt文清() {
  const li = world.person('Li_Min')
  await li.says(finding)
  await li.taps('确认')
  return li
}

async function suspend(who: string) {
  const zhou = world.person('zhou_wen')
  await zhou.says(`停用 ${who}`)
  zhou.sees('停用账号（待确认）')
  await zhou.taps('确认')
  return zhou
}

test('suspended: in force with the next message, told to nobody else what he asks, and back again', async () => {
  const wang = world.person('wang_qiang')
  await wang.says('今天上午去了四中，没发现问题')
  const card = wang.card()
  const zhou = await suspend('王强')
  zhou.sees(/王强（专职督学，章贡区，账号 wang_qiang）的账号已停用/)
  await wang.says('逾期没整改的有哪些')
  wang.sees('您的账号已停用，请联系督导办。')
  await wang.presses(card, '确认')
  wang.sees('您的账号已停用，请联系督导办。')
  expect(
    world.store.client.prepare("select count(*) from visits where state = 'submitted'").pluck().get(),
  ).toBe(0)
  await zhou.says('恢复 王强')
  await zhou.taps('确认')
  await wang.says('我这个月还差几所没去')
  wang.sees('应去 3 所')
})

test('what he did on his last day is listed to the whole office', async () => {
  await noticeAt文清()
  const zhou = await suspend('Li_Min')
  zhou.sees(/李敏最近一天办理：[^]*督导记录：确认/)
  const sun = world.person('sun_li')
  expect(sun.everything()).toContain('周文：李敏')
})

test('two of one name: asked which', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('停用 李敏')
  zhou.sees(/有 2 位，请带上账号[^]*兼职督学，第三中学，账号 Li_Min[^]*校方联系人，实验小学，账号 li_min2/)
  await zhou.says('停用li_min2')
  zhou.sees('校方联系人，实验小学')
})

test('取消 on the card: nothing happens', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('停用 王强')
  await zhou.taps('取消')
  zhou.sees('好的，没有办理')
  const wang = world.person('wang_qiang')
  await wang.says('我这个月还差几所没去')
  wang.sees('应去 3 所')
})

test('who may suspend whom: his own county, offices only by the city, nobody himself', async () => {
  const [zhou, nan] = [world.person('zhou_wen'), world.person('nan_ban')]
  const [shi, li] = [world.person('shi_ban'), world.person('Li_Min')]
  await zhou.says('停用 周文')
  zhou.sees('不能停用自己的账号')
  await zhou.says('停用 孙立')
  zhou.sees('您的账号不能办理这一步')
  await nan.says('停用 王强')
  nan.sees('您的账号不能办理这一步')
  await li.says('停用 王强的账号')
  li.sees('您的账号不能办理这一步')
  await shi.says('停用 孙立')
  shi.sees('停用账号（待确认）')
  await shi.says('停用 查无此人')
  shi.sees('没有找到')
})

test('a report that waits for him goes to the school’s other inspector', async () => {
  await noticeAt文清()
  const chen = world.person('chen_yuan')
  await chen.says('门卫登记已经补齐')
  await chen.taps('确认上报')
  await suspend('Li_Min')
  const wu = world.person('wu_jing')
  await wu.taps('合格')
  wu.sees('已销号')
})

test('what a school asked of him goes to the school’s other inspector', async () => {
  await noticeAt文清()
  const liu = world.person('liu_fang')
  await liu.says('能不能延到12月5号，供货没到')
  await liu.taps('提交')
  await suspend('Li_Min')
  const wu = world.person('wu_jing')
  await wu.taps('同意')
  expect(liu.everything()).toContain('已延期')
})

test('the only person of a school is suspended: inspector and office read at once what runs there', async () => {
  const li = world.person('Li_Min')
  await li.says('昨天下午去了七中，灭火器过期')
  await li.taps('确认')
  await suspend('高琪')
  li.looksUp()
  expect(li.everything()).toContain('第七中学已没有登记校长或联系人，在办整改通知 章督整〔2025〕1号')
  expect(world.person('sun_li').everything()).toContain('第七中学已没有登记校长或联系人')
  await li.says('昨天上午去了七中，门卫没登记')
  await li.taps('确认')
  li.sees('还没有送达：第七中学没有登记校长或联系人')
})

test('the only person of a county’s office is suspended: the city’s learns that it stands in', async () => {
  const shi = world.person('shi_ban')
  await shi.says('停用 nan_ban')
  await shi.taps('确认')
  expect(shi.everything()).toContain('南办（县督导办')
})

test('「我不是这所学校的校长了」: nothing new until the office decides; then his role has ended', async () => {
  const li = world.person('Li_Min')
  const chen = world.person('chen_yuan')
  await chen.says('我不是这所学校的校长了')
  chen.sees('已报督导办孙立、周文核实')
  await li.says(finding)
  await li.taps('确认')
  li.sees('已发文清路小学 刘芳。')
  expect(chen.everything()).not.toContain('门卫没登记')
  const zhou = world.person('zhou_wen')
  await zhou.taps('同意')
  expect(chen.everything()).toContain('周文已同意：陈源不再担任文清路小学校（园）长')
  await chen.says('我们学校有哪些问题没改')
  chen.sees('您还没有登记')
})

test('the office does not agree: he gets what he got before', async () => {
  const chen = world.person('chen_yuan')
  await chen.says('我调走了')
  await world.person('zhou_wen').taps('不同意')
  await noticeAt文清()
  chen.looksUp()
  expect(chen.everything()).toContain('门卫没登记')
})

test('an inspector who works elsewhere ends only what he named', async () => {
  const li = world.person('Li_Min')
  await li.says('我不当督学了')
  await world.person('sun_li').taps('同意')
  await li.says('我这个月还差几所没去')
  li.sees('您还没有登记')
  expect(
    world.store.client
      .prepare("select kind, actor, aggregate from events where aggregate = 'person:li_min'")
      .all(),
  ).toEqual([{ kind: 'person.leave', actor: 'sun_li', aggregate: 'person:li_min' }])
})

test('a new principal by word of the office: open notices with their history, the old one’s cards are dead', async () => {
  const li = await noticeAt文清()
  const [chen, liu, zhou] = [world.person('chen_yuan'), world.person('liu_fang'), world.person('zhou_wen')]
  await liu.says('收到')
  await liu.says('能不能延到12月5号，供货没到')
  await liu.taps('提交')
  await li.taps('同意')
  const old = chen.card()
  await zhou.says('文清路小学校长换成何思(he_si)')
  zhou.sees('文清路小学校长由陈源换成何思')
  await zhou.taps('确认')
  const he = world.person('he_si')
  expect(he.everything()).toMatch(/移交：第1轮，已延期1次，刘芳于11月18日（周二）10:\d\d签收/)
  await he.says('门卫登记已经补齐')
  await he.taps('确认上报')
  he.sees('已上报')
  await chen.presses(old, '详情')
  chen.sees('您还没有登记')
})

test('a report that nobody can confirm: inspector and office read so at once', async () => {
  const li = await noticeAt文清()
  await suspend('陈源')
  li.looksUp()
  const liu = world.person('liu_fang')
  await liu.says('门卫登记已经补齐')
  liu.sees('本校还没有登记校长，不能上报。已告诉督学和督导办。')
  for (const who of ['Li_Min', 'zhou_wen'])
    expect(world.person(who).everything()).toContain(
      '文清路小学写好了整改报告（章督整〔2025〕1号），但没有登记校长',
    )
})
