import { expect, test } from 'vitest'
import { photo } from '#test/photo.ts'
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
  li.sees('会议由召开这一级的督导办登记')
})

const minutes = () =>
  world.store.client.prepare('select held_on, minutes_on, file from meetings order by held_on').all()

test('a picture that follows is the minutes of the meeting that has none', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('登记会议 11月14日下午 教育督导委员会全体会议')
  await zhou.taps('确认')
  await world.moveTo('2025-11-20T09:00:00+08:00')
  await zhou.sends(await photo('red'))
  zhou.sees('会议变动（待确认）', '会议：11月14日（周五）全体会议', '纪要：照片1张')
  await zhou.sends(await photo('green'))
  zhou.sees('纪要：照片2张')
  await zhou.taps('确认')
  expect(minutes()).toEqual([{ held_on: '2025-11-14', minutes_on: '2025-11-20', file: '照片2张' }])
})

test('which of two meetings is asked, and one that comes with its card needs no other', async () => {
  const zhou = world.person('zhou_wen')
  await zhou.says('登记会议 11月14日下午 教育督导委员会全体会议')
  await zhou.taps('确认')
  await zhou.says('登记会议 11月17日下午 专题会议')
  await zhou.taps('确认')
  await world.moveTo('2025-11-20T09:00:00+08:00')
  await zhou.sends(await photo('red'))
  zhou.sees('是哪次会议？')
  await zhou.taps(zhou.buttons()[1]!)
  await zhou.taps('确认')
  expect(minutes()).toContainEqual({ held_on: '2025-11-14', minutes_on: '2025-11-20', file: '照片1张' })
  await zhou.says('登记会议 11月19日下午 责任区会议')
  await zhou.sends(await photo('blue'))
  zhou.sees('照片已放进会议登记')
  await zhou.taps('确认')
  expect(minutes()).toContainEqual({ held_on: '2025-11-19', minutes_on: '2025-11-20', file: '照片1张' })
})

test('a picture from somebody who enters no meetings is none', async () => {
  const [zhou, li] = [world.person('zhou_wen'), world.person('Li_Min')]
  await zhou.says('登记会议 11月14日下午 教育督导委员会全体会议')
  await zhou.taps('确认')
  await li.sends(await photo('red'))
  li.sees('是哪所学校、什么问题？')
})
