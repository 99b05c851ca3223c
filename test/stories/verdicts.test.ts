import { test } from 'vitest'
import { stage } from '#test/stage.ts'

const { people } = stage()
const [li, chen] = people('Li_Min', 'chen_yuan')

async function reported(finding: string): Promise<void> {
  await li.says(`昨天下午去了文清路小学，${finding}，月底前改完`)
  await li.taps('确认')
  await chen.says('都改好了')
  await chen.taps('确认上报')
}

test('safety is not passed from papers; the words say how it was seen', async () => {
  await reported('楼梯扶手松动')
  await li.says('看了照片，复查合格')
  li.sees('「楼梯扶手松动」需要到现场复查，不能只看材料')
  await li.says('现场复查合格')
  li.sees('Z-00001 已销号')
})

test('what needs no visit may be passed from papers', async () => {
  await reported('值班记录没有签字')
  await li.says('文清看了材料，复查合格')
  li.sees('Z-00001 已销号')
})

test('退回 in words takes the report back to the school', async () => {
  await reported('楼梯扶手松动')
  await li.says('退回，照片不清楚')
  li.sees('已退回学校补充')
  chen.sees('退回补充：照片不清楚')
  await chen.says('重新拍了，扶手换好了')
  await chen.taps('确认上报')
  await li.says('退回')
  li.sees('缺什么材料？')
  await li.says('缺全景照片')
  chen.sees('退回补充：缺全景照片')
})

test('a new due date is within sixty days', async () => {
  await reported('楼梯扶手松动')
  await li.taps('不合格')
  await li.says('扶手仍然晃，1月18号前')
  li.sees('还差60天以内的期限')
})

test('the second failed round is seen on the third notice', async () => {
  await reported('楼梯扶手松动')
  for (const [round, no] of [
    [2, 2],
    [3, 3],
  ]) {
    await li.taps('不合格')
    await li.says('扶手仍然晃，下周五前')
    await li.taps('确认')
    li.sees(`开始第${round}轮整改`)
    chen.sees(`整改通知 章督整〔2025〕${no}号（第${round}轮）`)
    await chen.says('扶手又换了')
    await chen.taps('确认上报')
  }
  li.sees('整改报告 章督整〔2025〕3号（第3轮）（待复查）')
})
