import { expect, describe, test } from 'vitest'
import { hear } from '#src/language/hear.ts'
import { understand } from '#src/language/understand.ts'
import type { Speaker } from '#src/language/understanding.ts'
import { wishSaid } from '#src/language/wishes.ts'
import { CHEN, LI, listening, OFFICE, REGISTRY, WANG } from './city.ts'

const intentOf = (text: string, speaker: Speaker = LI) =>
  understand(text, REGISTRY, listening(speaker)).intent
const said = (text: string, speaker: Speaker = LI) =>
  wishSaid(hear(text, REGISTRY, listening(speaker)), listening(speaker))

/** It is Tuesday, 18 November 2025, some time in the morning. */
describe('when somebody wants none', () => {
  const quiet = (from: string, to: string, weekdays: number[] = []) => ({ kind: 'quiet', weekdays, from, to })
  test.each<[string, object]>([
    ['晚上别给我发提醒了', quiet('18:00', '24:00')],
    ['晚上不要提醒', quiet('18:00', '24:00')],
    ['下班后别打扰我', quiet('18:00', '24:00')],
    ['晚上7点以后别提醒我', quiet('19:00', '24:00')],
    ['早上九点以前不要提醒我', quiet('00:00', '09:00')],
    ['下午和晚上都别提醒我', quiet('14:00', '24:00')],
    ['中午别发提醒', quiet('12:00', '14:00')],
    ['周末别提醒我', quiet('00:00', '24:00', [6, 7])],
    ['周五下午不要提醒我', quiet('14:00', '18:00', [5])],
    ['提醒改到每天九点', quiet('00:00', '09:00')],
    ['以后提醒改成上午十点再发', quiet('00:00', '10:00')],
    ['提醒时间改到下午两点', quiet('00:00', '14:00')],
    ['以后下午再提醒我', quiet('00:00', '14:00')],
    ['先别提醒我了', { kind: 'pause' }],
    ['不用再提醒我了', { kind: 'pause' }],
    ['提醒先停一下', { kind: 'pause' }],
    ['开启免打扰', { kind: 'pause' }],
    ['取消提醒', { kind: 'pause' }],
    ['半夜别给我发消息', quiet('18:00', '24:00')],
    ['早上的提醒晚一点发', quiet('00:00', '09:00')],
    ['关掉晚上的提醒', quiet('18:00', '24:00')],
    ['把周末的提醒关掉', quiet('00:00', '24:00', [6, 7])],
    ['这周别提醒我了', { kind: 'pause', until: '2025-11-23' }],
    ['今天别再提醒我', { kind: 'pause', until: '2025-11-18' }],
    ['12月1号前别提醒我', { kind: 'pause', until: '2025-12-01' }],
  ])('%s', (text, wanted) => {
    expect(intentOf(text)).toBe('set_reminder')
    expect(said(text)).toEqual(wanted)
  })
})

describe('a reminder of one’s own', () => {
  const remind = (more: object) => ({ kind: 'remind', ...more })
  test.each<[string, object]>([
    [
      '每周一早上提醒我还没去的学校',
      remind({ every: 'week', weekdays: [1], time: '08:00', topic: 'unvisited_month' }),
    ],
    [
      '每周二、四下午三点提醒我一下还没督导的学校',
      remind({ every: 'week', weekdays: [2, 4], time: '15:00', topic: 'unvisited_month' }),
    ],
    [
      '本学期还没去的学校每周五提醒我一下',
      remind({ every: 'week', weekdays: [5], topic: 'unvisited_semester' }),
    ],
    ['每天早上八点提醒我今天要复查的', remind({ every: 'day', time: '08:00', topic: 'to_reinspect' })],
    ['每天九点提醒我逾期的问题', remind({ every: 'day', time: '09:00', topic: 'overdue' })],
    ['每月25号提醒我没整改完的', remind({ every: 'month', date: 25, topic: 'open' })],
    ['每周五下午提醒我交周报', remind({ every: 'week', weekdays: [5], time: '14:00', words: '交周报' })],
    [
      '明天早上八点半提醒我复查文清路小学',
      remind({ every: 'once', on: '2025-11-19', time: '08:30', words: '复查文清路小学' }),
    ],
    ['提醒我周五去七中', remind({ every: 'once', on: '2025-11-21', words: '周五去七中' })],
    ['下午三点提醒我开会', remind({ every: 'once', on: '2025-11-18', time: '15:00', words: '开会' })],
    ['每周一早上八点提醒我', remind({ every: 'week', weekdays: [1], time: '08:00' })],
    ['提醒我交周报', remind({ words: '交周报' })],
    ['提醒我下午三点开会', remind({ every: 'once', on: '2025-11-18', time: '14:30', words: '下午三点开会' })],
    ['定个提醒，明天九点开会', remind({ every: 'once', on: '2025-11-19', words: '明天九点开会' })],
    [
      '给我设个提醒 周五下午三点去文清',
      remind({ every: 'once', on: '2025-11-21', words: '周五下午三点去文清' }),
    ],
  ])('%s', (text, wanted) => {
    expect(intentOf(text, WANG)).toBe('set_reminder')
    expect(said(text, WANG)).toEqual(wanted)
  })
})

describe('what is set already', () => {
  test.each([
    ['我设了哪些提醒', 'query_reminders'],
    ['看看我的提醒', 'query_reminders'],
    ['取消每周一的提醒', 'query_reminders'],
    ['把周五那个提醒取消', 'query_reminders'],
    ['提醒太多了', 'query_reminders'],
    ['恢复提醒', 'resume_reminders'],
    ['可以继续提醒我了', 'resume_reminders'],
    ['取消免打扰', 'resume_reminders'],
  ])('%s', (text, intent) => {
    for (const speaker of [LI, CHEN, OFFICE]) expect(intentOf(text, speaker)).toBe(intent)
  })
})

test.each([
  ['下午再提醒', null, null, '14:00'],
  ['过一个小时再提醒我', 60, null, null],
  ['半小时后再提醒我一下', 30, null, null],
  ['明天再提醒我吧', null, '2025-11-19', null],
  ['等下再提醒我', null, null, null],
  ['下午4点再提醒我', null, null, '16:00'],
])('put off: %s', (text, minutes, on, time) => {
  expect(understand(text, REGISTRY, listening(LI))).toEqual({ intent: 'put_off_reminder', minutes, on, time })
})

test.each([
  '昨天跟四中校长谈了谈 提醒他注意作业量',
  '今天上午去了文清路小学，门卫不提醒家长登记，月底前改',
  '昨天下午去了七中，消防通道堵了，已提醒学校别再堆放，周五前改',
  '听说别的城市有学校围墙倒塌，提醒大家注意',
  '提醒各校今晚停电',
  '食堂贴了提醒标语没有',
  '提醒我还没去的学校',
  '提醒下我还欠哪些学校的账',
  '要求学校停止用车并提醒家长接送',
])('none of one’s own reminders: %s', (text) => {
  for (const speaker of [LI, OFFICE]) expect(intentOf(text, speaker)).not.toMatch(/reminder/)
})
