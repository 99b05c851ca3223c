import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as alarmCards from '#cards/alarm.ts'
import { answerCard, closeCard, letterCard, sectionCard } from '#cards/case.ts'
import type { Card } from '#cards/card.ts'
import { correctionCard } from '#cards/correction.ts'
import {
  approvalCard,
  eachCard,
  failCard,
  noticeCard,
  taskCard,
  verdictCard,
  type NoticeShown,
} from '#cards/notice.ts'
import { amendmentCard } from '#cards/amendment.ts'
import { entryCard, filedCard, verifyCard } from '#cards/entry.ts'
import { LEVEL_NAMES, overlapText, trainingFields, uncountedText } from '#cards/training.ts'
import { followupCard } from '#cards/followup.ts'
import { proposalCard } from '#cards/proposal.ts'
import { reportCard, type ReportShown } from '#cards/report.ts'
import { reminderCard, type ReminderLine } from '#cards/reminder.ts'
import { askCard, decisionCard, type RequestShown } from '#cards/request.ts'
import { recordCard } from '#cards/visit-record.ts'
import type { VisitShown } from '#cards/visit-shown.ts'
import { photoCard, withdrawCard } from '#cards/visit-records.ts'
import { MOST_WISHES, wishesCard } from '#cards/wishes.ts'
import { copyCard, READ_BY_MODEL, visitCard } from '#cards/visit.ts'
import { callsIn, render } from '#src/channels/wecom/render.ts'
import { day, instantOf } from '#src/domain/day.ts'
import type { CaseId, SchoolCode } from '#src/domain/words.ts'
import { generalApprovalCard } from '#cards/setting.ts'
import { cardComplaint } from '#src/simulator/card-rules.ts'

// The longest that this city can come up with: names as they stand on gates and identity cards, findings as they are dictated.
const TODAY = day('2026-12-30')
const NEXT_YEAR = day('2027-02-26')
const ID = 'f'.repeat(30)
const SEQ = 999
const SCHOOL = '赣州市南康区唐江镇卢屋村华侨希望九年一贯制实验学校（东华校区附属幼儿园）'
const PERSON = '阿卜杜热西提·买买提明江·吐尔逊'
const FINDING =
  '教学楼三层东侧楼梯间消防通道长期堆放桌椅、清洁工具和废旧教材，应急照明灯两盏不亮，防火门被铁链锁住无法打开，门卫不知情'
const OFFICE = '赣州经济技术开发区人民政府教育督导委员会办公室'
const REASON =
  '供货厂家停产，已另行联系三家供应商询价，需履行政府采购程序，预计下月中旬到货安装，期间已安排专人值守并封闭该通道'

const ITEM = {
  no: 'Z-12345',
  text: FINDING,
  matter: 'kindergarten_safety',
  severity: 'urgent',
  due: NEXT_YEAR,
} as const
const items = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...ITEM,
    no: `Z-1234${i}`,
    text: `${i}${FINDING.slice(1)}`,
    requirement: `请针对「${FINDING}」采取措施整改到位。`,
    state: 'acknowledged' as const,
    verdictNote: REASON,
  }))

const notice: NoticeShown = {
  id: ID,
  seq: SEQ,
  no: '开发区督整〔2026〕1234号',
  round: 12,
  school: SCHOOL,
  office: OFFICE,
  inspector: PERSON,
  issuedOn: TODAY,
  items: items(6),
  today: TODAY,
}
const seen = {
  by: PERSON,
  photos: 99,
  onSite: true,
  lines: items(6).map((each) => `${each.text}：${REASON}`),
}
const report: ReportShown = {
  id: ID,
  seq: SEQ,
  noticeNo: '开发区督整〔2026〕1234号',
  school: SCHOOL,
  author: PERSON,
  items: items(6).map(({ no, text }) => ({ no, text, measures: REASON, done: false })),
  photos: 99,
  today: TODAY,
}
const request = (kind: RequestShown['kind']): RequestShown => ({
  id: ID,
  seq: SEQ,
  kind,
  noticeNo: '开发区督整〔2026〕1234号',
  school: SCHOOL,
  asker: PERSON,
  reason: REASON,
  due: NEXT_YEAR,
  to: NEXT_YEAR,
  answerBy: NEXT_YEAR,
  stopped: false,
  today: TODAY,
})
const visit: VisitShown = {
  id: ID,
  seq: SEQ,
  school: { name: SCHOOL },
  candidates: [],
  onDay: TODAY,
  dayDefault: true,
  part: 'full',
  partDefault: true,
  methods: [
    'lesson_observation',
    'document_review',
    'meeting_attendance',
    'discussion_visit',
    'questionnaire',
    'campus_patrol',
  ],
  findings: items(6).map((each, i) => ({
    ...each,
    severity: i % 2 === 0 ? 'urgent' : 'general',
    severityDefault: true,
    dueDefault: i % 2 === 0,
    joins: 'Z-12345' as CaseId,
  })),
  today: TODAY,
  hints: [
    READ_BY_MODEL,
    `${SCHOOL}的责任督学是${PERSON}，您以代督导身份记录`,
    '消防通道建议当日清理',
    '请补照片，可在7天内直接发来',
  ],
  recused: false,
  open: [],
  colleague: null,
}
const openItems = (count: number) =>
  items(count).map(({ no, text, due, state }) => ({
    no,
    text,
    due,
    state,
    late: 365,
    seen: 'better' as const,
  }))
const records = Array.from({ length: 5 }, (_, i) => ({
  id: `${i}${ID.slice(1)}`,
  seq: SEQ,
  no: `开发区-26-1234${i}`,
  school: SCHOOL,
  onDay: NEXT_YEAR,
  part: 'evening' as const,
  findings: items(6).map((each) => each.text),
}))
const candidates = ['南康区', '章贡区', '赣县区', '信丰县', '大余县', '上犹县'].map((county, i) => ({
  code: `36070200${i}` as SchoolCode,
  name: SCHOOL,
  county,
}))
const shownCase = {
  id: 'Z-12345',
  seq: SEQ,
  school: SCHOOL,
  text: FINDING,
  inspector: PERSON,
  today: TODAY,
  foundOn: NEXT_YEAR,
  section: '赣州经济技术开发区教育科技体育局基础教育与民办教育管理科',
  office: OFFICE,
  answerBy: NEXT_YEAR,
  answer: REASON,
  due: NEXT_YEAR,
}

const alarm: alarmCards.AlarmShown = {
  id: ID,
  seq: SEQ,
  school: SCHOOL,
  what: FINDING,
  reporter: PERSON,
  at: instantOf('2026-12-30T10:30:00+08:00'),
}

const training = { title: FINDING, form: 'self_study', organizerLevel: 'national', hours: 399.5 } as const
const entry = {
  id: ID,
  seq: SEQ,
  title: '督学培训待核验',
  fields: [
    { name: '督学', value: PERSON },
    ...trainingFields({ ...training, startOn: TODAY, endOn: NEXT_YEAR }, TODAY),
  ],
  hints: [
    uncountedText(training) ?? '',
    overlapText([{ title: FINDING, startOn: TODAY, endOn: NEXT_YEAR }], TODAY),
    '请发培训证明的照片，7天内直接发来就行',
  ],
}

/** The longest heading, and a thing to do that `action` tells from others. */
const reminderLine = (kind: number, action: number): ReminderLine => ({
  head:
    kind === 1 ? '督导办满2个工作日没有办理，请督促或代办' : '整改12月30日（周三）截止，请在今天下班前上报',
  text: `Z-12345 赣州经济技术开发区${SCHOOL}：${FINDING}（12月30日（周三）到期，至2月26日（周五）逾期365天）`,
  buttons: [
    { label: '确认上报', action: `report_confirm:${ID}${action}:${SEQ}`, style: 'main' },
    { label: '不报', action: `report_drop:${ID}${action}:${SEQ}` },
  ],
  about: '',
  while: null,
  until: instantOf('2027-02-26T08:00:00+08:00'),
})

const CARDS: Record<string, Card> = {
  visitCard: visitCard(visit),
  'visitCard, which school': visitCard({ ...visit, school: null, candidates }),
  'visitCard, a day to come': visitCard({ ...visit, onDay: NEXT_YEAR }),
  'visitCard, to be left to others': visitCard({ ...visit, recused: true }),
  'visitCard, a due day left open': visitCard({
    ...visit,
    findings: visit.findings.map(({ joins: _, ...each }) => ({
      ...each,
      dueOpen: { words: '农历腊月二十八下午五点半之前', days: [TODAY, NEXT_YEAR] },
    })),
  }),
  'visitCard, in his words': visitCard({
    ...visit,
    dayDefault: false,
    partDefault: false,
    counts: { lessons: 12, documents: 345, questionnaires: 678 },
    findings: visit.findings.map((each) => ({ ...each, severityDefault: false, dueDefault: false })),
    said: {
      school: '文青小文青小文青',
      day: '上上周星期三那天',
      part: '一大早七点五十分',
      due: () => '下下周星期五以前',
      severity: () => '算不上什么大问题',
      noIssue: null,
    },
  }),
  'visitCard, beside a colleague': visitCard({
    ...visit,
    colleague: { visit: ID, name: PERSON, no: '开发区-26-12345', part: 'evening' },
  }),
  'visitCard, like what is open': visitCard({
    ...visit,
    findings: visit.findings.map((each) => ({ ...each, alike: true as const })),
    open: openItems(6),
  }),
  followupCard: followupCard({
    id: ID,
    seq: SEQ,
    school: SCHOOL,
    open: openItems(20),
  }),
  amendmentCard: amendmentCard({
    id: ID,
    seq: SEQ,
    no: '开发区-26-12345',
    school: SCHOOL,
    changes: [
      { name: '学校', old: SCHOOL, now: SCHOOL },
      { name: '过程', old: FINDING, now: REASON },
    ],
    reason: REASON,
  }),
  photoCard: photoCard(records, TODAY),
  withdrawCard: withdrawCard(records, REASON, TODAY),
  'withdrawCard, the only one': withdrawCard(records.slice(0, 1), null, TODAY),
  copyCard: copyCard(visit, '开发区-26-12345'),
  recordCard: recordCard({
    ...visit,
    no: '开发区-26-12345',
    school: SCHOOL,
    inspector: PERSON,
    office: OFFICE,
    advice: items(6).map((each) => each.text),
  }),
  proposalCard: proposalCard({
    id: ID,
    seq: SEQ,
    kind: 'other_school',
    school: SCHOOL,
    asker: PERSON,
    askedOn: NEXT_YEAR,
    what: `撤回整改通知 赣州经开督整〔2026〕12345号（${SCHOOL}），改发${SCHOOL}。`,
    reason: REASON,
    hints: [REASON],
    today: TODAY,
  }),
  noticeCard: noticeCard(notice),
  taskCard: taskCard(notice, `退回补充：${REASON}`),
  approvalCard: approvalCard({ ...notice, no: null, issuedOn: null }),
  verdictCard: verdictCard(notice, seen),
  eachCard: eachCard(notice),
  'eachCard, as many as it lists': eachCard({ ...notice, items: items(20) }),
  failCard: failCard(notice, { reason: REASON, due: NEXT_YEAR, items: items(6), onSite: true }),
  reportCard: reportCard(report),
  'askCard, extension': askCard(request('extension')),
  'askCard, objection': askCard(request('objection')),
  decisionCard: decisionCard(request('extension')),
  'decisionCard, objection': decisionCard(request('objection')),
  'decisionCard, clock stopped': decisionCard({ ...request('objection'), stopped: true }),
  generalApprovalCard: generalApprovalCard({
    place: '赣州经济技术开发区',
    on: true,
    what: '一般问题也要督导办审批后下发',
    today: TODAY,
  }),
  correctionCard: correctionCard({
    id: ID,
    seq: SEQ,
    noticeNo: '开发区督整〔2026〕1234号',
    school: SCHOOL,
    reason: REASON,
    changes: items(6).map(({ no, text }) => ({
      case: no as CaseId,
      field: 'text',
      from: text,
      to: `${text}，${REASON}`,
    })),
    findings: new Map(items(6).map(({ no, text }) => [no as CaseId, text])),
    office: '改为小问题就是撤回这一项，须督导办同意',
    today: TODAY,
  }),
  wishesCard: wishesCard(
    items(MOST_WISHES).map(({ text }, i) => ({
      id: `${ID.slice(1)}${i}`,
      seq: SEQ,
      wish: {
        kind: 'remind',
        every: 'week',
        weekdays: [1, 2, 3, 4, 5],
        time: '16:30',
        topic: null,
        words: text.slice(0, 60),
      },
    })),
    TODAY,
  ),
  entryCard: entryCard({ ...entry, question: null, refusal: null }),
  'entryCard, refused': entryCard({
    ...entry,
    question: null,
    refusal: '许鹿梁欧阳、欧阳修文、司马相如、诸葛孔明与该校有应回避的情形（教育督导条例第十条），请换人。',
  }),
  'entryCard, asking': entryCard({
    ...entry,
    refusal: null,
    question: {
      ask: '哪一级主办的？',
      choices: Object.entries(LEVEL_NAMES).map(([value, label]) => ({ value, label })),
      ticks: [],
    },
  }),
  'entryCard, to tick': entryCard({
    ...entry,
    refusal: null,
    question: {
      ask: '哪几处已经报送？没有勾的以后再登记',
      choices: [],
      ticks: ['党委', '政府', '上级'].map((value) => ({ value, label: `已报送${value}，回执已收` })),
    },
  }),
  filedCard: filedCard(entry),
  verifyCard: verifyCard({ ...entry, overlaps: true }),
  alarmCard: alarmCards.alarmCard(alarm, 'office'),
  'alarmCard, to the school': alarmCards.alarmCard(alarm, 'school'),
  closeCard: closeCard(shownCase),
  letterCard: letterCard(shownCase),
  sectionCard: sectionCard(shownCase),
  answerCard: answerCard(shownCase, true),
  'letterCard, no section yet': letterCard({ ...shownCase, section: null }),
  'reminderCard, one thing to do': reminderCard([reminderLine(1, 1)]),
  'reminderCard, more to do than it has buttons for': reminderCard([
    ...Array.from({ length: 12 }, (_, n) => reminderLine(1, Math.floor(n / 2))),
    ...Array.from({ length: 12 }, (_, n) => reminderLine(2, n + 6)),
  ]),
}
const cases = Object.entries(CARDS)

test('every card that there is stands here', async () => {
  const folder = new URL('../../cards/', import.meta.url)
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  const files = names.map((name) => new URL(name, folder).href)
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ file)))
  const made = modules.flatMap((module) => Object.keys(module).filter((name) => name.endsWith('Card')))
  expect([...new Set(cases.map(([name]) => name.split(',')[0]))].sort()).toEqual(made.sort())
})

describe.each([false, true])('sent late: %s', (late) => {
  test.each(cases)('%s is one that WeCom takes, to the letter of its limits', (_, card) => {
    const { texts, shown } = rendered(card, late)
    expect(cardComplaint(shown, { channel: 'app', strict: true })).toBeNull()
    for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048)
  })

  test.each(cases)('%s says in full before it what it shortens', (_, card) => {
    const { texts, shown } = rendered(card, late)
    const onCard = wordsIn(shown)
    const before = texts
      .map((text) => text.replace(/^（\d+\/\d+）/, ''))
      .join('')
      .replaceAll('\n', '')
    for (const words of wordsOf(card))
      expect(onCard.some((each) => each.includes(words)) || before.includes(words.replaceAll('\n', ''))).toBe(
        true,
      )
  })
})

test.each(cases)('%s keeps its labels whole, and apart', (_, card) => {
  const labels = card.kind === 'buttons' ? card.buttons.map((each) => each.label) : [card.submit.label]
  for (const label of labels) expect([...label].length).toBeLessThanOrEqual(10)
  expect(new Set(labels).size).toBe(labels.length)
  expect(wordsIn(rendered(card, false).shown)).toEqual(expect.arrayContaining(labels))
})

test('six candidates with one long name: each county is read, and the button says which', () => {
  const card = CARDS['visitCard, which school'] as Extract<Card, { kind: 'buttons' }>
  expect(card.buttons.map((each) => each.label)).toEqual([
    '第1所',
    '第2所',
    '第3所',
    '第4所',
    '第5所',
    '不记',
  ])
  expect(card.body).toContain(`第2所：章贡区${SCHOOL}`)
})

/** The texts that go before the card, and the card as WeCom gets it. */
function rendered(card: Card, late: boolean): { texts: string[]; shown: object } {
  const taskId = late ? `${'f'.repeat(30)}-late` : 'f'.repeat(30)
  const sent = callsIn(render({ kind: 'card', to: 'somebody', card }, { taskId, late }, 1)).map(
    (call) => JSON.parse(call.json) as { text?: { content: string }; template_card?: object },
  )
  return { texts: sent.flatMap((each) => each.text?.content ?? []), shown: sent.at(-1)?.template_card ?? {} }
}

/** All that the card has to say, piece by piece. */
const wordsOf = (card: Card): string[] => [
  card.title,
  card.note ?? '',
  ...(card.kind === 'buttons'
    ? [card.body ?? '', ...card.fields.map((each) => each.value)]
    : card.options.map((each) => each.label)),
]

const wordsIn = (shown: unknown): string[] =>
  typeof shown === 'string'
    ? [shown]
    : typeof shown === 'object' && shown !== null
      ? Object.values(shown).flatMap(wordsIn)
      : []
