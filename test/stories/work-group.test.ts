import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world } = stage()

const group = () => world.simulator.groupInbox().at(-1)?.text ?? ''

async function declared() {
  const wang = world.person('wang_qiang')
  await wang.saysInGroup('本群是章贡区督学工作群')
  expect(group()).toBe('已私信您。')
  wang.sees('已报督导办 孙立、周文 审批')
  await world.person('zhou_wen').taps('同意')
  return wang
}

test('a declared group reads the counts of its place; names go to the sender alone', async () => {
  const wang = await declared()
  const li = world.person('Li_Min')
  await li.says('昨天下午去了文清，门卫没登记，这周三前改')
  await li.taps('确认')
  await world.moveTo('2025-11-24T09:00:00+08:00')
  await wang.saysInGroup('逾期没整改的有哪些')
  expect(group()).toBe('章贡区逾期未整改 1 项。明细已私信您。')
  wang.sees('没有逾期未整改的问题')
  await li.saysInGroup('逾期没整改的有哪些')
  expect(group()).not.toContain('文清')
  li.sees('Z-00001 文清路小学')
  await wang.saysInGroup('这个月还差几所没去')
  expect(group()).toBe('11月章贡区应去 9 所，还差 8 所。明细已私信您。')
  await wang.saysInGroup('四中最近什么情况')
  expect(group()).toBe('已私信您。')
})

test('revoked, it is a group like any other', async () => {
  await declared()
  await world.person('gao_qi').saysInGroup('取消工作群')
  expect(group()).toContain('您的账号不能办理这一步')
  await world.person('sun_li').saysInGroup('取消工作群')
  expect(group()).toBe('本群不再是工作群。')
  await world.person('Li_Min').saysInGroup('逾期没整改的有哪些')
  expect(group()).toBe('已私信您。')
})

test('a school’s person, and somebody of another county, cannot declare it', async () => {
  for (const who of ['chen_yuan', 'liao_nan']) {
    await world.person(who).saysInGroup('本群是章贡区督学工作群')
    expect(group()).not.toContain('已报')
    expect(world.person(who).everything()).not.toContain('已报')
  }
  const wang = world.person('wang_qiang')
  await wang.says('本群是章贡区督学工作群')
  wang.sees('请在要登记的群里')
})

test('the whole city’s group is confirmed by the city', async () => {
  await world.person('shi_ban').saysInGroup('本群是赣州市督导工作群')
  await world.person('shi_ban').taps('同意')
  await world.person('Li_Min').saysInGroup('逾期没整改的有哪些')
  expect(group()).toContain('逾期未整改 0 项')
})
