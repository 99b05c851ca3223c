import { expect, test } from 'vitest'
import { day } from '#src/domain/day.ts'
import { hear } from '#src/language/hear.ts'
import { readRuleQuestion } from '#src/language/questions/rule-questions.ts'
import { understand } from '#src/language/understand.ts'
import { listening, OFFICE, REGISTRY } from './city.ts'

const topicOf = (text: string) => readRuleQuestion(hear(text, REGISTRY, listening()))?.topic ?? null

test.each([
  ['一学期至少要去几次 依据是啥', 'visits_semester'],
  ['幼儿园是不是也要每月去一次', 'visits_month'],
  ['督导意见书和整改通知书有啥区别', 'papers_apart'],
  ['上礼拜看了平台的督学课 8学时算吗', 'online_hours'],
  ['学校自己搞的培训算学时不', 'school_hours'],
  ['退休的最多占百分之几', 'retired_share'],
  ['兼职督学最多连任几届', 'term'],
  ['校长任期里必须做综合督导吗', 'principal_term'],
  ['综合督导几年一轮，哪条规定的', 'school_cycle'],
  ['督委会全会一年要开几次', 'plenary'],
  ['复核和复查是一回事吗', 'reinspection_apart'],
  ['申诉期是几天', 'appeal'],
  ['期限里的工作日含不含调休', 'working_days'],
  ['民办园用不用挂牌', 'plaque'],
  ['延期谁批', 'extension'],
])('asks for a rule: %s', (text, topic) => expect(topicOf(text)).toBe(topic))

test.each([
  '看到新闻了吗，有督学被问责',
  '照这么拖下去，建议启动约谈',
  '你昨天复查那个园在哪条路',
  '辛苦了',
  '脐橙多少钱一斤',
])('asks for none: %s', (text) => expect(topicOf(text)).toBeNull())

test('the day of retiring comes along', () =>
  expect(understand('张老师2023年9月1号退休，现在聘他当督学可以吗', REGISTRY, listening(OFFICE))).toEqual({
    intent: 'query_rule',
    topic: 'retired_years',
    day: day('2023-09-01'),
  }))
