import { expect, test } from 'vitest'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

const { people, reopen } = stage()
const [wang, he, ji, zhou, sun] = people('wang_qiang', 'he_si', 'ji_jian', 'zhou_wen', 'sun_li')

const CRACKS = '四中校舍裂缝 学校自己解决不了 要找基建科'

async function referred(): Promise<void> {
  await wang.says(CRACKS)
  await wang.taps('确认')
  await zhou.taps('发出')
  for (const each of [wang, he, ji, zhou, sun]) each.looksUp()
}

test('the section is in the words; the card asks for a danger now', async () => {
  await wang.says(CRACKS)
  wang.sees(/校舍裂缝[^]*现在有没有现实危险？有请马上回复「急！」和情况[^]*程度：复杂/)
  await wang.taps('确认')
  zhou.sees(/复杂问题协商意见（待发）\n转 基建科/)
  expect(zhou.buttons()).toEqual(['发出', '换科室'])
  await zhou.taps('发出')
  ji.sees(
    /协商意见 Z-00001（待答复）[^]*基建科：第四中学「校舍裂缝」需要贵科协助解决[^]*答复：12月2日（周二）前/,
  )
  expect(ji.buttons()).toEqual(['已解决', '需学校整改'])
  expect(sun.card()).toMatchObject({ state: 'dead', outcome: '周文已转基建科' })
})

test('resolved: closed with the section’s words, told to all', async () => {
  await referred()
  await ji.taps('已解决')
  ji.sees('Z-00001 是怎么解决的？')
  await ji.says('裂缝已检测修补，验收合格')
  ji.sees('Z-00001 已销号')
  for (const each of [he, wang, zhou, sun])
    each.sees('Z-00001「校舍裂缝」基建科已解决，已销号：裂缝已检测修补，验收合格')
  await zhou.says('四中最近什么情况')
  zhou.sees('没有在办的问题')
})

test('the school must act: its notice carries the advice and a date, 30 days where none is said', async () => {
  await referred()
  await ji.taps('需学校整改')
  await ji.says('委托检测后加固')
  ji.sees(
    /科室答复 Z-00001（待确认）[^]*校舍裂缝\n基建科意见：委托检测后加固[^]*期限：12月18日（周四）前「默认」/,
  )
  he.seesNothing()
  await ji.says('期限改到12月26号')
  ji.sees(/基建科意见：委托检测后加固[^]*期限：12月26日（周五）前\n/)
  await ji.taps('确认')
  he.sees(/整改通知 章督整〔2025〕1号[^]*1\. 校舍裂缝（复杂，12月26日（周五）前）/)
  for (const each of [wang, zhou]) each.sees('基建科答复需学校整改：委托检测后加固')
  await he.taps('详情')
  he.sees('要求：请针对「校舍裂缝」采取措施整改到位。基建科意见：委托检测后加固')
  await he.says('裂缝已加固，验收合格')
  await he.taps('确认上报')
  wang.sees('整改报告 章督整〔2025〕1号（待复查）')
})

test('in words, by the number', async () => {
  await referred()
  await ji.says('Z-1 需学校整改，先封闭该教室，12月10号前')
  ji.sees(/期限：12月10日（周三）前/)
  await ji.says('Z-00001 已解决，裂缝已修补')
  he.sees('基建科已解决，已销号')
  await ji.says('Z-00001 已解决')
  ji.sees('Z-00001 现在不用科室答复')
})

test('where nobody of the section is registered the office enters what it answers', async () => {
  await reopen({ people: PEOPLE.replace(/^ji_jian.*\n/m, '') })
  await referred()
  expect(zhou.everything()).toContain('收到答复后请说：Z-00001 基建科答复：')
  await zhou.says('Z-00001 基建科答复：会尽快处理')
  zhou.sees('Z-00001 是已解决，还是需学校整改？')
  await zhou.says('Z-00001 基建科答复：裂缝已修补，已解决')
  he.sees('基建科已解决，已销号：裂缝已修补，已解决')
})

test('another section, or somebody else, does not answer for it', async () => {
  await referred()
  const card = ji.card()
  await wang.says('Z-00001 基建科答复：已解决')
  wang.sees('您的账号不能办理这一步')
  await zhou.says('Z-00001 基建科答复：需学校整改，委托检测')
  await zhou.taps('确认')
  await ji.presses(card, '已解决')
  ji.sees(/此件已由周文于/)
})
