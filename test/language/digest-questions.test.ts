import { expect, test } from 'vitest'
import type { Speaker, Understanding } from '#src/language/understanding.ts'
import { understand } from '#src/language/understand.ts'
import { CHIEF, LI, listening, LIU, OFFICE, REGISTRY } from './city.ts'

const heard = (text: string, speaker: Speaker): Understanding =>
  understand(text, REGISTRY, listening(speaker))

test.each<[string, Speaker, string | null, string]>([
  ['本周小结', OFFICE, null, 'week'],
  ['这周情况', CHIEF, null, 'week'],
  ['这周情况怎么样？', OFFICE, null, 'week'],
  ['章贡区本周督导情况', CHIEF, '章贡区', 'week'],
  ['南康这周督导情况如何', CHIEF, '南康区', 'week'],
  ['我们区上周小结发我', OFFICE, '章贡区', 'last_week'],
  ['全市上周整改进展', CHIEF, null, 'last_week'],
  ['请发一份督导小结', OFFICE, null, 'week'],
  ['发个周报', CHIEF, null, 'week'],
  ['本月小结', OFFICE, null, 'month'],
  ['南康区上个月督导情况汇总', CHIEF, '南康区', 'last_month'],
  ['月报', CHIEF, null, 'month'],
  ['小结', OFFICE, null, 'week'],
  ['现在全市啥情况', CHIEF, null, 'week'],
  ['章贡区现在是什么情况', CHIEF, '章贡区', 'week'],
])('%s', (text, speaker, county, span) =>
  expect(heard(text, speaker)).toEqual({ intent: 'query_digest', county, span }),
)

test.each(['哪些消息没送达', '有没有没送达的', '哪些通知没有送到', '没发出去的消息'])('%s', (text) =>
  expect(heard(text, OFFICE)).toEqual({ intent: 'query_undelivered' }),
)

test.each<[string, Speaker]>([
  ['文清这周情况', OFFICE],
  ['查了文清的教学小结', LI],
  ['会议小结已经发了', OFFICE],
  ['上周在三中听课，情况都好', LI],
  ['这周去了文清，情况正常', LI],
  ['本周的记录', LI],
  ['这周情况', LIU],
  ['章贡区逾期是什么情况', OFFICE],
])('%s asks for no digest', (text, speaker) => expect(heard(text, speaker).intent).not.toBe('query_digest'))
