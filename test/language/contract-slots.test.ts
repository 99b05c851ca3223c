import { contractFrame } from '#src/language/contract/frame.ts'
import type { Slots } from '#src/language/contract/slots.ts'
import { hoursIn } from '#src/language/named.ts'
import { stageIn } from '#src/language/questions/stages.ts'
import type { Speaker } from '#src/language/understanding.ts'
import { describe, expect, test } from 'vitest'
import { CHIEF, LI, listening, OFFICE, REGISTRY } from './city.ts'

const slots = (text: string, speaker: Speaker = LI): Slots =>
  contractFrame(text, REGISTRY, listening(speaker)).slots

describe('what a list is narrowed to, and how a reinspection came out', () => {
  test.each<[string, Slots['status']]>([
    ['文清还剩哪些没改完', 'open'],
    ['文清那几条改完没', undefined],
    ['全市整改销了几个', 'done'],
    ['逾期没整改的有哪些', 'overdue'],
    ['文清今天复查过关', 'done'],
    ['文清复查完毕，护学岗有人了，过', 'done'],
    ['文清复查了，裂缝还是老样子，没过', 'open'],
    ['文清回头看做完了，晨检没有反弹，结案', 'done'],
    ['下周三去文清复查没改的灭火器', undefined],
  ])('%s', (text, status) => expect(slots(text, CHIEF).status).toBe(status))
})

describe('kinds of schools', () => {
  test.each([
    ['哪些民办园还没配督学', 'kindergarten'],
    ['几所中小学没去', undefined],
    ['村小还有几所没走', 'primary'],
    ['职校本月去了几所', 'vocational'],
    ['校园安全', undefined],
  ])('%s', (text, stage) => expect(stageIn(text)?.value).toBe(stage))
})

describe('counties', () => {
  test.each<[string, Speaker, string | undefined]>([
    ['我县逾期的有哪些', OFFICE, '章贡区'],
    ['我市逾期的有哪些', { ...OFFICE, county: '瑞金市' }, '瑞金市'],
    ['全市逾期的有哪些', OFFICE, undefined],
    ['南康区逾期的有哪些', CHIEF, '南康区'],
    ['责任区里逾期的有哪些', OFFICE, undefined],
  ])('%s', (text, speaker, county) => expect(slots(text, speaker).county).toBe(county))
})

describe('hours', () => {
  test.each([
    ['登记 每天6学时 共18学时', 18],
    ['学时报多了 应该是12', 12],
    ['学时不是18是8', 8],
    ['学时登记 师德专题 记4个', 4],
    ['各12学时', 12],
    ['学时 10月22日', undefined],
  ])('%s', (text, hours) => expect(hoursIn(text)?.value).toBe(hours))
})

describe('meetings', () => {
  test.each([
    ['督导办碰头会，明天下午3点', '2025-11-19T15:00', '督导办碰头会'],
    ['下周二上午9:00在局三楼会议室召开督导委全体会议，请各单位参会', '2025-11-25T09:00', '督导委全体会议'],
    ['安排一个会：11月28日9点，责任督学述职会', '2025-11-28T09:00', '责任督学述职会'],
    ['周五 督学例会 下午3点', '2025-11-21T15:00', '督学例会'],
    ['明早九点开个会，主题是食堂安全', '2025-11-19T09:00', '食堂安全'],
    ['周五15:30召开学期末工作会', '2025-11-21T15:30', '学期末工作会'],
  ])('%s', (text, start, title) => expect(slots(text, CHIEF).meeting).toEqual({ start, title }))
})

describe('corrections hold the new values only', () => {
  test.each<[string, Partial<Slots>]>([
    ['弄混了，文清那条说的是实验小学', { school_codes: ['S05'] as never }],
    ['记成上午了其实下午才到的', { time_of_day: 'afternoon' }],
    ['前面登的课时是8不是18', { hours: 8 }],
  ])('%s', (text, expected) => expect(slots(text)).toEqual(expected))
})

describe('days', () => {
  test.each<[string, string | undefined]>([
    ['周五的视频会取消', '2025-11-21'],
    ['周五那条督导记录删掉', '2025-11-14'],
    ['刚才那条删掉', undefined],
  ])('%s', (text, date) => expect(slots(text, CHIEF).date).toBe(date))
  test('a part of day belongs to an interview wherever it stands', () =>
    expect(slots('文清校长上午已被约谈，防溺水不到位', OFFICE)).toMatchObject({
      time_of_day: 'morning',
      reason: '防溺水不到位',
    }))
})
