import { archiveVisits } from '#handlers/visits/archive.ts'
import { instantOf } from '#src/domain/day.ts'
import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li] = people('Li_Min')

test('corrected by talking before it is saved', async () => {
  await li.says('昨天下午三中食堂没公示菜单，月底前改')
  li.sees(/是不是别的学校？[^]*您在第三中学任职，需回避（教育督导条例第十条）/)
  expect(li.buttons()).toEqual(['报督导办', '不记'])
  await li.says('不是三中是四中')
  li.sees(/第四中学的责任督学是王强，您以代督导身份记录[^]*学校：第四中学/)
  await li.says('期限改下周三')
  li.sees('期限：11月26日（周三）前')
  await li.says('对')
  li.sees('已记录，编号 章贡-25-0001：第四中学 11月17日（周一）下午', '已发第四中学 何思')
})

test('items dropped, made graver, added', async () => {
  await li.says('今天上午去了七中 灭火器过期3具 教师办公室有人抽烟 厕所没洗手液 三个问题都这周五前弄好')
  li.sees(/1\. 灭火器过期3具[^]*2\. 教师办公室有人抽烟[^]*3\. 厕所没洗手液[^]*期限：11月21日（周五）前/)
  await li.says('第二个不要')
  li.sees(/1\. 灭火器过期3具[^]*2\. 厕所没洗手液/)
  await li.says('灭火器那条改成严重')
  li.sees(/灭火器过期3具（安全，严重）/)
  await li.says('再加一条 门卫没登记')
  li.sees('门卫没登记')
  await li.says('改成昨天下午')
  li.sees(/日期：11月17日（周一）「昨天」\n时段：下午/)
  await li.taps('确认')
  li.sees(/Z-|整改通知|审批/)
})

test('typed in the rain: a thing written in two ways is one problem, and a word changes just that one', async () => {
  await li.says('文青小学 今早 冰厢里生熟不分 另外门口保安没带头盔 都下礼拜三前弄好 冰箱那个严重')
  li.sees(
    /1\. 冰厢里生熟不分（食品卫生，严重「那个严重」）\n2\. 门口保安没带头盔（[^）]*一般「默认」）\n(?!3)/,
  )
  await li.says('冰箱的不严重 一般')
  li.sees(/1\. 冰厢里生熟不分（食品卫生，一般/)
  await li.says('保安那条 月底前')
  li.sees(/2\. 门口保安没带头盔（[^）]*11月30日（周日）前/)
  li.sees(/1\. 冰厢里生熟不分（[^）]*11月26日（周三）前/)
  await li.says('走廊的严重')
  li.sees('没有找到您说的那一条，请说第几条')
})

test('a report dictated without a mark is a card with its problems apart, each with its own term', async () => {
  await li.says(
    '今天上午去了七中教室灯管坏了两根门卫登记本没填完食堂留样不全前两个周五前最后一个下周三前要求学校尽快整改',
  )
  li.sees(/1\. 教室灯管坏了两根[^]*11月21日（周五）/)
  li.sees(/2\. 门卫登记本没填完[^]*3\. 食堂留样不全[^]*11月26日（周三）/)
})

test('that nothing was found is marked as taken for granted where he did not say so', async () => {
  await li.says('昨天去了文清')
  li.sees('问题：未发现问题「默认」')
  await li.says('上午去了实验小学，一切正常')
  li.sees('问题：未发现问题「一切正常」')
})

test('words that no problem was heard in are not passed over', async () => {
  await li.says('昨天去了文清，要求把楼道口的桌椅清走')
  li.sees(/没听出问题；有问题请直接说[^]*问题：未发现问题「默认」/)
  await li.says('楼道口堆了桌椅')
  li.sees('1. 楼道口堆了桌椅')
  expect(li.card().text).not.toContain('没听出问题')
})

test('dropped, and then there is nothing to drop', async () => {
  await li.says('今天上午去了文清，一切正常')
  li.sees('问题：未发现问题')
  await li.says('算了')
  li.sees('好的，这条没有记。')
  expect(li.card()).toMatchObject({ state: 'dead', outcome: '已取消' })
  await li.says('算了')
  li.sees('没有待确认的督导记录')
  await li.says('我今天记了什么')
  li.sees('今天没有提交督导记录')
})

test('a school that several share is asked once, with buttons', async () => {
  const wang = world.person('zhou_wen')
  await wang.says('今天去了实验，门口没家长等候区')
  wang.sees('是哪所学校？')
  expect(wang.buttons()).toEqual(['实验小学', '实验中学', '不记'])
  await wang.taps('实验中学')
  wang.sees('学校：实验中学')
})

test('the day: the default is marked, one press changes it, the future is refused', async () => {
  await li.says('去了文清 门口没家长等候区')
  li.sees(/日期：11月18日（周二）「默认」/)
  await li.taps('前天')
  li.sees(/日期：11月16日（周日）/, '11月16日是周日（休息日）')
  await li.says('督导日期改成明天')
  li.sees('11月19日（周三）还没到，督导是哪天？')
  expect(li.buttons()).toEqual(['今天', '昨天', '不记'])
  await li.taps('昨天')
  await li.taps('确认')
  li.sees('已记录')
})

test('two schools in one breath are two cards', async () => {
  await li.says('今早跑了文清和实小，文清操场有个井盖松了，实小没问题')
  li.sees(/操场有个井盖松了[^]*学校：文清路小学/, /学校：实验小学[^]*问题：未发现问题/)
  await li.taps('确认', /实验小学/)
  await li.taps('确认', /文清路小学/)
  await li.says('我今天记了什么')
  li.sees(/今天提交 2 条[^]*文清路小学[^]*问题 1 项[^]*实验小学[^]*未发现问题/)
})

test('the same half-day twice is asked: once more, or not', async () => {
  await li.says('今天上午去了文清，一切正常')
  await li.taps('确认')
  await li.says('今天上午去了文清，门卫没登记')
  await li.taps('确认')
  li.sees(/这个时段已经记过一次[^]*章贡-25-0001/)
  await li.taps('另记一次')
  li.sees('章贡-25-0002')
})

test('what is already being put right is not opened twice', async () => {
  await li.says('昨天下午去了文清，食堂留样记录不全，月底前改')
  await li.taps('确认')
  await li.says('今天上午去了文清，食堂留样记录不全')
  li.sees('并入 Z-00001，不重复开')
  await li.taps('确认')
  li.sees('Z-00001 已在整改，没有重复开')
  await li.says('文清最近什么情况')
  li.sees('在办问题 1 项')
})

test('a press on a card whose draft has moved on changes nothing', async () => {
  await li.says('今天上午去了文清，门卫没登记')
  const old = li.card()
  await li.says('改成昨天')
  await li.presses(old, '确认')
  li.sees('此件已由李敏于11月18日（周二）10:30处理（修改）')
  await li.says('我今天记了什么')
  li.sees('没有提交督导记录。还有 1 条待确认')
})

test('pressed twice, saved once', async () => {
  await li.says('今天上午去了文清，门卫没登记')
  const card = li.card()
  await li.taps('确认')
  await li.presses(card, '确认')
  li.sees('此件已由李敏于')
  await li.says('我今天记了什么')
  li.sees('今天提交 1 条')
})

test('minor findings are advice on the spot, without a notice', async () => {
  const chen = world.person('chen_yuan')
  await li.says('今天上午去了文清，图书角有点乱，小问题')
  li.sees('程度：小问题')
  await li.taps('确认')
  li.sees('1 个小问题已当场建议，不发通知')
  chen.sees(/督导记录 章贡-25-0001[^]*1\. 图书角有点乱（当场建议，请自行改进）/)
  expect(chen.buttons()).toEqual(['签认'])
})

test('the school signs a record that no notice came of; once, whoever of it is first', async () => {
  const [chen, liu] = [world.person('chen_yuan'), world.person('liu_fang')]
  await li.says('今天上午去了文清路小学，没发现问题')
  await li.taps('确认')
  chen.sees('本次未发现问题')
  const late = liu.card()
  await chen.taps('签认')
  chen.sees('已签认督导记录 章贡-25-0001')
  li.sees(/文清路小学陈源于11月18日（周二）10:3\d签认了督导记录 章贡-25-0001/)
  await liu.presses(late, '签认')
  liu.sees(/此件已由陈源于.*处理（签认）/)
})

test('a semester that is over is archived, a week after its end', async () => {
  await li.says('今天上午去了文清路小学，没发现问题')
  await li.taps('确认')
  const archived = async (iso: string) => {
    const writes = await archiveVisits(world.store.db, instantOf(iso))
    await world.store.commit(writes)
    return writes.length > 0
  }
  expect(await archived('2026-02-07T23:59:00+08:00')).toBe(false)
  expect(await archived('2026-02-08T00:00:00+08:00')).toBe(true)
  expect(await archived('2026-02-08T00:01:00+08:00')).toBe(false)
})

test('pictures before the words belong to them', async () => {
  const { photo } = await import('#test/photo.ts')
  await li.sends(await photo('red'))
  li.sees('收到照片 1 张。是哪所学校、什么问题？')
  await li.says('文清 楼梯扶手松')
  li.sees('照片 1 张')
})
