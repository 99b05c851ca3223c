import { beforeEach, expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, wang, chen, liu, he, zhou, sun] = people(
  'Li_Min',
  'wang_qiang',
  'chen_yuan',
  'liu_fang',
  'he_si',
  'zhou_wen',
  'sun_li',
)
beforeEach(async () => {
  await li.says('昨天下午去了文清路小学，食堂留样记录不全，楼梯扶手松动，月底前改完')
  await li.taps('确认')
  for (const each of [li, chen, liu]) each.looksUp()
})

test('an inspector cannot drop a notice: he proposes it, the office decides, the school reads why', async () => {
  await li.says('章督整1号 撤回，发错了')
  li.sees('已报督导办 孙立、周文 审批：撤回文清路小学的整改通知 章督整〔2025〕1号。同意之前不变')
  zhou.sees(/撤回整改通知（待审批）[^]*原因：发错了[^]*提出：李敏/)
  chen.seesNothing()
  await li.says('章督整1号 撤回，发错了')
  li.sees('已经报过督导办')

  await zhou.taps('同意')
  for (const each of [chen, liu, li]) each.sees('整改通知 章督整〔2025〕1号 已撤回。原因：发错了')
  expect(chen.card()).toMatchObject({ state: 'dead', outcome: '已撤回' })
  expect(sun.card()).toMatchObject({ state: 'dead', outcome: '周文已同意' })
  await sun.presses(sun.card(), '不同意')
  sun.sees(/此件已由周文于.*处理（同意）/)
})

test('refused, nothing moves', async () => {
  await li.says('章督整1号撤回，发错了')
  await sun.taps('不同意')
  li.sees('孙立没有同意')
  chen.seesNothing()
  await chen.taps('签收')
  chen.sees('已签收')
})

test('without a reason it is asked for first', async () => {
  await wang.says('今天上午去了阳明小学，门卫没登记')
  await wang.taps('确认')
  await wang.says('阳明那个不改了')
  wang.sees('撤回由督导办决定。原因是什么？')
  zhou.looksUp()
  await wang.says('意义不大')
  zhou.sees(/撤回阳明小学的整改通知 章督整〔2025〕2号[^]*原因：意义不大/)
  await wang.says('阳明那个算了 不改了 意义不大')
  wang.sees('已经报过督导办')
})

test('an office takes back on its own 确认', async () => {
  await zhou.says('章督整〔2025〕1号撤回，重复下发')
  zhou.sees(/撤回文清路小学的整改通知 章督整〔2025〕1号。\n原因：重复下发/)
  chen.seesNothing()
  await zhou.taps('确认')
  chen.sees('已撤回。原因：重复下发')
  li.sees('已撤回。原因：重复下发')
})

test('what the school was asking or writing about it is dropped', async () => {
  await chen.says('能不能延到12月5号，供货没到')
  await chen.taps('提交')
  await liu.says('扶手已经换好了')
  await li.says('章督整1号撤回，发错了')
  await zhou.taps('同意')
  await chen.taps('确认上报').catch(() => 'gone')
  await li.taps('同意', /延期申请/).catch(() => 'gone')
  await li.says('文清最近什么情况')
  li.sees('没有在办的问题')
  expect(chen.everything()).toContain('[通知已撤回]')
})

test('the wrong school reads that it is gone, the right one gets its own under its own number', async () => {
  await li.says('那个通知学校错了，应该是四中')
  li.sees('换学校由督导办决定。原因是什么？')
  await li.says('两所学校记混了')
  zhou.sees(
    /整改通知换学校（待审批）[^]*撤回文清路小学的整改通知 章督整〔2025〕1号，改发第四中学。\n原因：两所学校记混了/,
  )
  he.seesNothing()
  await zhou.taps('同意')
  chen.sees('整改通知 章督整〔2025〕1号 已撤回。原因：发错学校（两所学校记混了）')
  he.sees(/整改通知 章督整〔2025〕2号[^]*1\. 食堂留样记录不全（一般，11月30日（周日）前）\n2\. 楼梯扶手松动/)
  await li.says('文清最近什么情况')
  li.sees('没有在办的问题')
  await li.says('我今天记了什么')
  li.sees(/章贡-25-0001 第四中学/)
  await he.taps('签收')
  li.sees('签收了整改通知 章督整〔2025〕2号')
})

test('until the school signs the inspector corrects: old and new on a card, then the school reads the new one', async () => {
  await li.says('章督整1号第二条期限改成下周五')
  li.sees('为什么更正？')
  await li.says('扶手配件下周才到')
  li.sees(
    /更正整改通知（待确认）\n确认后学校会收到更正后的通知\n「楼梯扶手松动」期限\n原：11月30日（周日）\n改为：11月28日（周五）\n原因：扶手配件下周才到/,
  )
  chen.seesNothing()
  await li.taps('确认')
  for (const each of [chen, liu])
    each.sees(
      /已更正：扶手配件下周才到[^]*2\. 楼梯扶手松动（一般，11月28日（周五）前）[^]*期限：11月28日（周五）前/,
    )
  await chen.taps('签收')
  chen.sees('已签收')
})

test('wording and requirement, in words; 不改 leaves all as it was', async () => {
  await li.says('留样那条改成食堂留样记录缺三天')
  await li.says('当时没数清')
  await li.taps('不改')
  li.sees('通知没有变')
  chen.seesNothing()
  await li.says('章督整1号第一条要求改成补齐三天留样记录并公示，因为原要求太笼统')
  li.sees(
    /「食堂留样记录不全」要求\n原：请针对「食堂留样记录不全」采取措施整改到位。\n改为：补齐三天留样记录并公示/,
  )
  await li.taps('确认')
  await chen.taps('详情')
  chen.sees('要求：补齐三天留样记录并公示')
})

test('to serious it goes to the office first; to minor it is taken back with the office’s word', async () => {
  await li.says('扶手那条改成严重')
  await li.says('晃动很大')
  li.sees('改为严重问题须督导办同意')
  await li.taps('报督导办')
  chen.seesNothing()
  zhou.sees(/更正整改通知（待审批）[^]*「楼梯扶手松动」程度由一般改为严重/)
  await zhou.taps('同意')
  chen.sees(/2\. 楼梯扶手松动（严重/)
  li.sees('整改通知 章督整〔2025〕1号 已更正')

  await li.says('章督整1号第一条改成小问题，因为当天补齐了')
  await li.taps('报督导办')
  await sun.taps('同意')
  chen.sees(/1\. 楼梯扶手松动（严重/)
  await li.says('文清最近什么情况')
  li.sees('在办问题 1 项')
})

test('once the school has signed the office decides, also where it signs while the card waits', async () => {
  await li.says('章督整1号第二条期限改成12月5号，因为配件没到')
  await chen.taps('签收')
  await li.taps('确认')
  li.sees('已报督导办')
  zhou.sees('更正整改通知（待审批）')
  await zhou.taps('同意')
  chen.sees(/整改中 章督整〔2025〕1号[^]*已更正：配件没到[^]*12月5日（周五）前/)
})

test('of two who act at once, one signs or the other takes back; nothing is half done', async () => {
  await li.says('章督整1号撤回，发错了')
  const [paper, question] = [chen.card(), zhou.card()]
  await Promise.all([chen.presses(paper, '签收'), zhou.presses(question, '同意')])
  await li.says('文清最近什么情况')
  li.sees('没有在办的问题')
  await chen.says('收到')
  chen.sees('没有待签收的整改通知')
})

test('who has nothing to do with it cannot', async () => {
  await wang.says('章督整1号撤回，发错了')
  wang.sees('您的账号不能办理这一步')
  const nan = world.person('nan_ban')
  await nan.says('章督整1号撤回，发错了')
  nan.sees('您的账号不能办理这一步')
})
