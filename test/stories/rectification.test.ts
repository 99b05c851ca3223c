import { expect, test } from 'vitest'
import { photo } from '#test/photo.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, chen, liu, zhou] = people('Li_Min', 'chen_yuan', 'liu_fang', 'zhou_wen')

const VISIT = '昨天下午去了文清路小学，食堂留样记录不全，消防通道堆了桌椅，月底前改完'

test('from a spoken visit to a closed rectification', async () => {
  await li.says(VISIT)
  li.sees(
    /1\. 食堂留样记录不全[^]*2\. 消防通道堆了桌椅[^]*文清路小学[^]*11月17日（周一）「昨天」\n[^]*下午\n/,
  )
  li.sees(/程度：一般「默认」\n期限：11月30日（周日）前「月底前」\n/)
  expect(li.buttons()).toEqual(['确认', '修改', '不记'])
  chen.seesNothing()

  await li.taps('确认')
  li.sees('已记录，编号 章贡-25-0001', '整改通知 章督整〔2025〕1号 已发文清路小学 陈源、刘芳')
  chen.sees(/章贡区人民政府教育督导委员会办公室[^]*1\. 食堂留样记录不全（一般，11月30日（周日）前）/)
  liu.sees('整改通知 章督整〔2025〕1号')
  expect(chen.buttons()).toEqual(['签收', '申请延期', '有异议', '详情'])

  await chen.taps('签收')
  li.sees('文清路小学陈源于11月18日（周二）10:30签收了整改通知 章督整〔2025〕1号')
  expect(liu.card()).toMatchObject({ state: 'dead', outcome: '陈源已签收' })

  await liu.sends(await photo('green'))
  await liu.says('留样柜已补齐记录，通道清空了')
  liu.sees('请陈源确认后上报')
  chen.sees(
    /食堂留样记录不全：留样柜已补齐记录\n2\. 消防通道堆了桌椅：通道清空了[^]*照片：1 张[^]*填报：刘芳/,
  )
  expect(li.images()).toBe(0)

  await chen.taps('确认上报')
  expect(li.images()).toBe(1)
  li.sees(/待复查[^]*照片 1 张[^]*留样柜已补齐记录[^]*复查方式：实地「默认」/)
  expect(li.buttons()).toEqual(['全部合格', '全部不合格', '逐项', '退回补充', '详情'])
  await liu.says('留样柜又擦了一遍')
  liu.sees('已上报的等待复查，结果出来后会告诉您')

  await li.taps('全部合格')
  li.sees('复查合格，Z-00001、Z-00002 已销号（章督整〔2025〕1号）')
  chen.sees('「食堂留样记录不全」「消防通道堆了桌椅」复查合格，已销号')
})

test('what fails goes round again under a new number, what passes is closed', async () => {
  await issued()
  await liu.says('留样和通道都改好了')
  await chen.taps('确认上报')
  await li.taps('逐项')
  await li.ticks('留样')
  li.sees('Z-00001 已销号', '「消防通道堆了桌椅」不合格的原因是什么，新期限是哪天？')
  chen.sees('「食堂留样记录不全」复查合格')

  await li.says('通道仍堆放桌椅')
  li.sees('还差新的期限')
  await li.says('通道仍堆放桌椅，下周五前')
  li.sees(/原因：通道仍堆放桌椅[^]*新期限：11月28日（周五）前/)
  await li.taps('确认')
  li.sees('开始第2轮整改，11月28日（周五）前完成')
  chen.sees('整改通知 章督整〔2025〕2号（第2轮）')

  await chen.says('收到')
  li.sees('签收了整改通知 章督整〔2025〕2号')
  await chen.says('通道彻底清空了')
  await chen.taps('确认上报')
  expect(li.buttons()).toEqual(['合格', '不合格', '退回补充', '详情'])
  await li.says('合格')
  li.sees('Z-00002 已销号')
  await li.says('文清最近什么情况')
  li.sees('没有在办的问题')
})

test('a report that lacks its evidence goes back with the inspector’s words', async () => {
  await issued()
  await chen.says('都改好了')
  await chen.taps('确认上报')
  await li.taps('退回补充')
  await li.says('缺留样柜现场照片')
  chen.sees('退回补充：缺留样柜现场照片')
  await chen.says('照片补上了，留样和通道都改好了')
  await chen.taps('确认上报')
  await li.taps('全部合格')
  li.sees('已销号')
})

test('a contact drafts and does not confirm', async () => {
  await issued()
  await liu.says('都改好了')
  const card = chen.card()
  const key = (card.card as { button_list: { text: string; key: string }[] }).button_list[0]?.key as string
  // The contact’s phone never had this card; somebody made up the press.
  await world.pressAs('liu_fang', card.id, key)
  liu.sees('整改报告由校长确认上报')
  li.seesNothing()
})

test('a serious finding waits for the office, and is closed with its word', async () => {
  await li.says('今天上午去了文清路小学，教学楼有面墙开裂，严重，下周五前改')
  await li.taps('确认')
  li.sees('严重问题已报督导办 孙立、周文 审批')
  chen.seesNothing()
  zhou.sees('严重问题整改通知（待审批）')
  await zhou.taps('同意下发')
  li.sees('周文已同意')
  chen.sees('整改通知 章督整〔2025〕1号')
  await chen.says('墙已经加固，验收合格了')
  await chen.taps('确认上报')
  await li.taps('合格')
  li.sees('已报督导办确认销号')
  zhou.sees('严重问题复查合格（待确认销号）')
  await zhou.taps('同意销号')
  chen.sees('督导办已同意销号')
  li.sees('督导办已同意销号')
})

test('the office sends a serious finding back', async () => {
  await li.says('今天上午去了文清路小学，教学楼有面墙开裂，严重')
  await li.taps('确认')
  await zhou.taps('退回')
  li.sees('周文退回了文清路小学的整改通知「教学楼有面墙开裂」')
  chen.seesNothing()
})

test('more time: asked with a reason, the inspector decides once, the office after that', async () => {
  await issued()
  await chen.taps('申请延期')
  chen.sees('要延到哪天、什么原因？')
  await chen.says('延到12月5号，供货没到')
  chen.sees(/原因：供货没到[^]*原期限：11月30日（周日）[^]*延至：12月5日（周五）/)
  await chen.taps('提交')
  await li.taps('同意')
  chen.sees(/期限：12月5日（周五）前/)
  li.looksUp()

  await chen.says('能不能再宽限到12月10号，厂家停产')
  await chen.taps('提交')
  li.seesNothing()
  zhou.sees('延期申请（待答复）')
  await zhou.taps('不同意')
  chen.sees('未获同意，期限不变')
})

test('a principal contests; the office decides; once', async () => {
  await issued()
  await chen.says('这个问题不属实，我们有记录的')
  await chen.taps('提交')
  zhou.sees('异议（待答复）')
  await zhou.taps('异议不成立')
  zhou.sees('为什么不成立')
  await zhou.says('照片显示通道仍堆放桌椅')
  chen.sees('不成立：照片显示通道仍堆放桌椅。请按原期限整改')
  li.sees('不成立：照片显示通道仍堆放桌椅')
  await chen.says('这个问题不属实')
  chen.sees('已经提过一次异议')
})

test('an upheld objection withdraws the notice', async () => {
  await issued()
  await chen.taps('有异议')
  await chen.says('留样记录当天就补了，通道是搬新桌椅')
  await chen.taps('提交')
  await zhou.taps('异议成立')
  chen.sees('整改通知 章督整〔2025〕1号 已撤回')
  li.sees('整改通知 章督整〔2025〕1号 已撤回')
  await li.says('文清最近什么情况')
  li.sees('没有在办的问题')
})

test('a complex finding becomes a consultation letter of the office', async () => {
  await world.person('wang_qiang').says('今天上午去了阳明小学，校舍裂缝，复杂问题，要找基建科')
  await world.person('wang_qiang').taps('确认')
  await zhou.taps('发出')
  const ji = world.person('ji_jian')
  expect(ji.everything()).toMatch(/协商意见 Z-00001（待答复）[^]*基建科：阳明小学/)
  // 10 working days after Tuesday 18 November.
  expect(ji.everything()).toContain('答复：12月2日（周二）前')
})

async function issued(): Promise<void> {
  await li.says(VISIT)
  await li.taps('确认')
  for (const each of [li, chen, liu, zhou]) each.looksUp()
}
