import { test } from 'vitest'
import { people } from '#db/schema/roster.ts'
import { update } from '#db/store.ts'
import { day } from '#src/domain/day.ts'
import { photo } from '#test/photo.ts'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

const { world, people: onStage, reopen } = stage()
const [li, wang, chen, liu, zhou] = onStage('Li_Min', 'wang_qiang', 'chen_yuan', 'liu_fang', 'zhou_wen')

/** 高琪 is principal of 第七中学 and part-time inspector of 第四中学. */
const BOTH_ROLES = PEOPLE.replace('unit\n', 'unit,also_roles\n')
  .replace(/,\n/g, ',,\n')
  .replace(',基建科\n', ',基建科,\n')
  .replace('principal,章贡区,S02,,,', 'principal,章贡区,S02,S04,,part_time_inspector')

const VISIT = '昨天下午去了文清路小学，楼梯扶手松动，月底前改'

test('修改 on one of two cards changes that one', async () => {
  await li.says('今天上午去了文清，门卫没登记')
  await li.says('今天上午去了七中，灭火器过期')
  await li.taps('修改', /文清路小学/)
  await li.says('期限改下周三')
  li.sees(/门卫没登记[^]*期限：11月26日（周三）前/)
  await li.taps('修改', /第七中学/)
  await li.says('算了')
  await li.says('我今天记了什么')
  li.sees('还有 1 条待确认')
  await li.says('确认')
  li.sees('文清路小学')
})

test('a finding that a colleague has opened meanwhile is joined, not opened twice', async () => {
  await li.says(VISIT)
  await wang.says('昨天上午去了文清路小学，楼梯扶手松动')
  await wang.taps('确认')
  await li.taps('确认')
  li.sees('Z-00001 已在整改，没有重复开')
})

test('a case that was closed between draft and 确认 is opened again', async () => {
  await issued()
  await li.says('今天上午又去了文清路小学，楼梯扶手松动')
  li.sees('并入 Z-00001')
  await zhou.says('文清最近什么情况')
  await chen.says('这个问题不属实，扶手是新的')
  await chen.taps('提交')
  await zhou.taps('异议成立')
  await li.taps('确认')
  li.sees('整改通知 章督整〔2025〕2号 已发文清路小学')
})

test('the same finding twice in one breath is one case', async () => {
  await li.says('昨天下午去了文清路小学，门卫没登记，灭火器过期，门卫没登记')
  await li.taps('确认')
  li.sees('整改通知 章督整〔2025〕1号')
  await li.says('文清最近什么情况')
  li.sees('在办问题 2 项')
})

test('what the office sent back can be proposed again', async () => {
  const words = '今天上午去了文清路小学，教学楼有面墙开裂，严重，下周五前改'
  await li.says(words)
  await li.taps('确认')
  await zhou.taps('退回')
  await li.says(words.replace('上午', '下午'))
  await li.taps('确认')
  zhou.sees('严重问题整改通知（待审批）')
  await zhou.taps('同意下发')
  chen.sees(/整改通知 章督整〔2025〕1号[^]*教学楼有面墙开裂/)
  await li.says('文清最近什么情况')
  li.sees('在办问题 1 项')
})

test('a school does not read what the office has yet to approve', async () => {
  await li.says('今天上午去了文清路小学，教学楼有面墙开裂，严重')
  await li.taps('确认')
  await chen.says('我们学校有哪些问题没改')
  chen.sees('没有在办的问题')
  await zhou.says('文清最近什么情况')
  zhou.sees('教学楼有面墙开裂（待审批')
})

test('two drafts of a request: the second to be handed in is stopped', async () => {
  await issued()
  await chen.says('能不能宽限到12月5号，供货没到')
  await liu.says('能不能宽限到12月10号，厂家停产')
  await chen.taps('提交')
  await liu.taps('提交')
  liu.sees('已经提出过，正在等答复')
  await li.taps('同意')
  // The first has used up what the inspector may grant.
  await liu.taps('提交')
  liu.sees(/周文|孙立/)
  await li.says('逾期没整改的有哪些')
  zhou.sees('延期申请（待答复）')
})

test('a request that the school no longer needs when it reports', async () => {
  await issued()
  await chen.says('能不能宽限到12月5号，供货没到')
  await liu.says('扶手已经换好了')
  await chen.taps('确认上报')
  await chen.taps('提交', /延期申请/)
  chen.sees('已上报')
  await li.taps('合格')
  li.sees('已销号')
})

test('an answer to a request that the report has overtaken changes nothing', async () => {
  await issued()
  await chen.says('能不能宽限到12月5号，供货没到')
  await chen.taps('提交')
  await liu.says('扶手已经换好了')
  await chen.taps('确认上报')
  await li.taps('同意')
  li.sees('学校已上报整改')
  await li.taps('合格')
  li.sees('已销号')
})

test('an objection upheld after the report withdraws what waited for a verdict', async () => {
  await issued()
  await chen.says('这个问题不属实，扶手是新的')
  await chen.taps('提交')
  await chen.says('扶手已经换好了')
  await chen.taps('确认上报')
  await zhou.taps('异议成立')
  chen.sees('已撤回')
  await li.says('文清最近什么情况')
  li.sees('没有在办的问题')
})

test('an objection to a notice that is done is past answering', async () => {
  await issued()
  await chen.says('这个问题不属实，扶手是新的')
  await chen.taps('提交')
  await chen.says('扶手已经换好了')
  await chen.taps('确认上报')
  await li.taps('合格')
  chen.looksUp()
  await zhou.taps('异议成立')
  zhou.sees('已办结')
  chen.seesNothing()
})

test('asked for time, and meanwhile a colleague reports: the words find nothing to put off', async () => {
  await issued()
  await chen.taps('申请延期')
  await liu.says('扶手已经换好了')
  await chen.taps('确认上报')
  await chen.says('延到12月5号，供货没到')
  chen.sees('已上报')
})

test('asked for a report, and meanwhile it was handed in: thanks are no second report', async () => {
  await issued()
  await liu.taps('签收')
  await liu.taps('报整改')
  await chen.says('扶手已经换好了')
  await chen.taps('确认上报')
  await liu.says('扶手改好了')
  liu.sees('已上报')
  chen.looksUp()
  chen.seesNothing()
})

test('a principal who is an inspector elsewhere confirms, signs and sends pictures in the right role', async () => {
  await reopen({ people: BOTH_ROLES })
  const gao = world.person('gao_qi')
  await gao.says('今天上午去了四中，门卫没登记')
  gao.sees('第四中学')
  await gao.says('确认')
  gao.sees('已记录')
  await li.says('昨天下午去了七中，灭火器过期')
  await li.taps('确认')
  await gao.says('收到')
  gao.sees('已签收')
  await gao.sends(await photo('red'))
  gao.sees('照片已放进第四中学的督导记录')
})

test('where the inspector has left and the school has no other, the office stands in', async () => {
  await issued()
  await chen.says('扶手已经换好了')
  await world.store.commit([update(people, { leftOn: day('2025-11-17') }, { userid: 'li_min' })])
  await chen.taps('确认上报')
  await zhou.taps('合格')
  zhou.sees('Z-00001 已销号')
})

test('a substitute is reminded of what he found at another’s school', async () => {
  await wang.says('今天上午去了文清路小学，门卫没登记，后天前改')
  await wang.taps('确认')
  await world.moveTo('2025-11-24T09:00:00+08:00')
  await wang.says('逾期没整改的有哪些')
  wang.sees(/Z-00001 文清路小学：门卫没登记/)
})

test('an office that went itself judges what it found', async () => {
  await zhou.says(VISIT)
  await zhou.taps('确认')
  await chen.says('扶手已经换好了')
  await chen.taps('确认上报')
  await zhou.taps('退回补充')
  await zhou.says('缺现场照片')
  await chen.says('扶手已经换好了，重新拍了')
  await chen.taps('确认上报')
  await zhou.taps('合格')
  zhou.sees('已销号')
})

async function issued(): Promise<void> {
  await li.says(VISIT)
  await li.taps('确认')
  for (const each of [li, chen, liu, zhou]) each.looksUp()
}
