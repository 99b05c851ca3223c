import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, zhou] = people('Li_Min', 'zhou_wen')
const shown = (kind: string) => world.store.client.prepare(`select * from ${kind}`).all()

test('a number alone is what was asked for', async () => {
  await li.says('登记培训')
  await li.says('督学能力提升班')
  await li.says('10月22到24号')
  li.sees('多少学时')
  await li.says('24')
  li.sees('学时：24', '哪一级主办的')
  await li.says('县里')
  li.sees('登记培训（待确认）', '主办：县级')
})

test('a day of the week moves a weekly reminder', async () => {
  await li.says('每周提醒我写记录')
  li.sees('每周一 8:00 提醒：写记录')
  await li.says('周五')
  li.sees('每周五 8:00 提醒：写记录')
  await li.says('下午四点')
  li.sees('每周五 16:00 提醒：写记录')
})

test('a number of a paper as thumbs write it', async () => {
  await zhou.says('登记会议 昨天 全会')
  await zhou.taps('确认')
  await zhou.says('纪要 章督委2025年3号')
  zhou.sees('章督委〔2025〕3号')
})

test('whom a commendation names beside schools', async () => {
  await zhou.says('登记表彰 章教督〔2025〕8号 昨天印发')
  zhou.sees('表彰了哪些单位和个人')
  await zhou.says('文清路小学、七中和李敏')
  zhou.sees('单位：文清路小学、第七中学', '个人：李敏')
})

test('who took part, in other words than the button’s', async () => {
  await zhou.says('昨天正式约谈了七中校长，灭火器过期一直没换')
  zhou.sees('教育行政部门一起组织吗')
  await zhou.says('参加了')
  zhou.sees('约谈（待确认）', '会同：教育行政部门')
})

test('a term, asked for bit by bit', async () => {
  await zhou.says('登记校长任期')
  zhou.sees('是哪所学校')
  await zhou.says('文清')
  zhou.sees('任期从哪天起')
  await zhou.says('2023年9月1日')
  zhou.sees('任期到哪天止')
  await zhou.says('2026年8月31日')
  zhou.sees('任期起：2023年9月1日', '任期止：2026年8月31日', '待确认')
  await zhou.taps('确认')
  expect(shown('principal_terms')).toHaveLength(1)
})
