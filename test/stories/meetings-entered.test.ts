import { expect, test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world } = stage()

const rows = () =>
  world.store.client
    .prepare(
      'select place, meeting_type, held_on, status, minutes_on, chair, present, doc_no from meetings order by rowid',
    )
    .all() as Record<string, unknown>[]

test('a meeting that was held, and its minutes later', async () => {
  const shi = world.person('shi_ban')
  await shi.says('登记会议 11月14日下午 教育督导委员会全体会议 张主任主持 到会20个单位')
  shi.sees('登记会议（待确认）', '类型：全体会议', '主持：张主任', '到会：20个单位', '已开未归档')
  expect(rows()).toEqual([])
  await shi.taps('确认')
  shi.sees('纪要还没有归档')
  expect(rows()).toMatchObject([{ place: 'city', status: 'held', held_on: '2025-11-14', minutes_on: null }])
  await shi.says('纪要 章督委〔2025〕3号')
  shi.sees('11月14日（周五）全体会议', '文号：章督委〔2025〕3号')
  await shi.taps('确认')
  expect(rows()).toMatchObject([{ minutes_on: '2025-11-18', doc_no: '章督委〔2025〕3号', chair: '张主任' }])
})

test('one that is planned is moved and called off; nobody is invited', async () => {
  const [zhou, li] = [world.person('zhou_wen'), world.person('Li_Min')]
  await zhou.says('下周二上午9点开督委会全体会')
  zhou.sees('11月25日（周二）09:00', '拟召开', '参会人员请另行通知')
  await zhou.taps('确认')
  await zhou.says('督委会全体会改到下周四')
  await zhou.taps('确认')
  expect(rows()).toMatchObject([
    { held_on: '2025-11-25', status: 'postponed' },
    { held_on: '2025-11-27', status: 'planned' },
  ])
  await zhou.says('督委会全体会取消')
  await zhou.taps('确认')
  expect(rows()).toMatchObject([{ status: 'postponed' }, { status: 'cancelled' }])
  expect(li.everything()).toBe('')
})

test('which kind of meeting is asked with buttons', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('登记会议 11月14日下午 督导工作会议')
  zhou.sees('是哪一类会议？')
  await zhou.taps('专题会议')
  await zhou.taps('确认')
  expect(rows()).toMatchObject([{ place: '章贡区', meeting_type: 'special' }])
})

test('only an office enters meetings', async () => {
  const li = world.person('Li_Min')
  await li.says('登记会议 11月14日下午 教育督导委员会全体会议')
  li.sees('您的账号不能办理这一步')
})
