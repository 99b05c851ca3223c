import { addDays, dateOf, dayText, monthOf, weekdayOf, type Day } from '#src/domain/day.ts'
import {
  MATTER_NAMES,
  METHOD_NAMES,
  PART_NAMES,
  SEVERITY_NAMES,
  type Method,
  type Part,
  type SchoolCode,
} from '#src/domain/words.ts'
import type { DraftFinding } from '#src/domain/visit.ts'
import { encodeAction, type Act } from './action.ts'
import type { Button, Card, Field } from './card.ts'

/** A draft as its card shows it: names in place of codes. */
export type VisitShown = {
  id: string
  seq: number
  school: { name: string } | null
  candidates: { code: SchoolCode; name: string; county: string | null }[]
  onDay: Day
  dayDefault: boolean
  part: Part
  partDefault: boolean
  methods: Method[]
  findings: DraftFinding[]
  today: Day
  /** Lines of their own: 补录, day off, substitute, open cases at the school, provisional dates. */
  hints: string[]
}

const marked = (value: string, isDefault: boolean) => (isDefault ? `${value}「默认」` : value)

const button = (visit: VisitShown, label: string, act: Act, arg?: string): Button => ({
  label,
  action: encodeAction({ act, id: visit.id, seq: visit.seq, ...(arg === undefined ? {} : { arg }) }),
})

/** The card that shows what will be saved, every date with its weekday; nothing is saved before 确认. */
export function visitCard(visit: VisitShown): Card {
  const question = questionOf(visit)
  return {
    kind: 'buttons',
    title: visit.findings.length > 0 ? '督导记录和整改通知（待确认）' : '督导记录（待确认）',
    ...(question === null ? {} : { note: question.text }),
    fields: fieldsOf(visit),
    body: [
      ...(question?.lines ?? []),
      ...visit.findings.map((each, i) => findingLine(each, i, visit)),
      ...visit.hints,
    ].join('\n'),
    buttons: question?.blocks
      ? [...question.buttons, button(visit, '不记', 'visit_drop')]
      : [
          { ...button(visit, '确认', 'visit_confirm'), style: 'main' },
          button(visit, '修改', 'visit_change'),
          button(visit, '不记', 'visit_drop'),
          ...(question?.buttons ?? []),
        ],
  }
}

/** A second record of the same half-day is made on purpose or not at all. */
export const copyCard = (visit: VisitShown, recorded: string): Card => ({
  kind: 'buttons',
  title: '这个时段已经记过一次',
  fields: [
    { name: '学校', value: visit.school?.name ?? '待定' },
    { name: '日期', value: `${dayText(visit.onDay, visit.today)}${PART_NAMES[visit.part]}` },
    { name: '已记', value: recorded },
  ],
  buttons: [button(visit, '另记一次', 'visit_copy'), button(visit, '不记', 'visit_drop')],
})

/** `lines` stand above the findings; a question that blocks leaves no 确认. */
type Question = { text: string; blocks: boolean; lines?: string[]; buttons: Button[] }

/** At most one question a card: the school first, since nothing can be saved without it, then the day. */
function questionOf(visit: VisitShown): Question | null {
  if (!visit.school) return schoolQuestion(visit)
  const other = (days: number) => addDays(visit.today, -days)
  if (visit.onDay > visit.today)
    return {
      text: `${dayText(visit.onDay, visit.today)}还没到，督导是哪天？`,
      blocks: true,
      buttons: [button(visit, '今天', 'visit_day', other(0)), button(visit, '昨天', 'visit_day', other(1))],
    }
  if (!visit.dayDefault) return null
  return {
    text: '没说哪天，按今天记；不是今天请点下面的日期，或直接说',
    blocks: false,
    buttons: [button(visit, '昨天', 'visit_day', other(1)), button(visit, '前天', 'visit_day', other(2))],
  }
}

function schoolQuestion(visit: VisitShown): Question {
  if (visit.candidates.length === 0) return { text: '是哪所学校？请直接回复校名', blocks: true, buttons: [] }
  const shown = visit.candidates.slice(0, 5)
  const more = visit.candidates.length > shown.length ? '；不在其中请回复全名' : ''
  const names = shown.map((each) => nameAmong(each, shown))
  const fit = names.every((name) => name.length <= LABEL_LENGTH)
  const labels = fit ? names : names.map((_, i) => `第${i + 1}所`)
  return {
    text: `是哪所学校？${more}`,
    blocks: true,
    lines: fit ? [] : names.map((name, i) => `${labels[i]}：${name}`),
    buttons: shown.map((each, i) => button(visit, labels[i] as string, 'visit_school', each.code)),
  }
}

/** Buttons hold ten characters; longer names stand in full above them. */
const LABEL_LENGTH = 10

type Candidate = VisitShown['candidates'][number]

/** With its county where another bears the same name. */
function nameAmong({ name, county }: Candidate, among: readonly Candidate[]): string {
  const isShared = among.filter((each) => each.name === name).length > 1
  return isShared && county ? `${county}${name}` : name
}

function fieldsOf(visit: VisitShown): Field[] {
  const { findings } = visit
  const fields: Field[] = [
    { name: '学校', value: visit.school?.name ?? '待定' },
    { name: '日期', value: marked(dayText(visit.onDay, visit.today), visit.dayDefault) },
    { name: '时段', value: marked(PART_NAMES[visit.part], visit.partDefault) },
    { name: '方式', value: methodsText(visit.methods) },
  ]
  const first = findings[0]
  if (!first) return [...fields, { name: '问题', value: '未发现问题' }]
  if (sameSeverity(findings))
    fields.push({ name: '程度', value: marked(SEVERITY_NAMES[first.severity], first.severityDefault) })
  if (sameDue(findings))
    fields.push({ name: '期限', value: marked(dueText(first.due, visit.today), first.dueDefault) })
  return fields
}

const methodsText = (methods: Method[]): string =>
  methods.length > 0
    ? methods.map((method) => METHOD_NAMES[method]).join('、')
    : marked(METHOD_NAMES.campus_patrol, true)

const sameSeverity = (all: DraftFinding[]) =>
  all.every((each) => each.severity === all[0]?.severity && each.severityDefault === all[0].severityDefault)
const sameDue = (all: DraftFinding[]) =>
  all.every((each) => each.due === all[0]?.due && each.dueDefault === all[0]?.dueDefault)

const dueText = (due: Day | null, today: Day): string =>
  due === null ? '当场建议，不限期' : `${dayText(due, today)}前`

function findingLine(finding: DraftFinding, index: number, visit: VisitShown): string {
  const facts: string[] = []
  if (finding.matter) facts.push(MATTER_NAMES[finding.matter])
  if (!sameSeverity(visit.findings))
    facts.push(marked(SEVERITY_NAMES[finding.severity], finding.severityDefault))
  if (!sameDue(visit.findings)) facts.push(marked(dueText(finding.due, visit.today), finding.dueDefault))
  if (finding.joins) facts.push(`并入 ${finding.joins}，不重复开`)
  return `${index + 1}. ${finding.text}${facts.length > 0 ? `（${facts.join('，')}）` : ''}`
}

/** `11月16日是周日（休息日）`: a line on the card, not a question. */
export const dayOffHint = (on: Day): string =>
  `${monthOf(on)}月${dateOf(on)}日是${weekdayOf(on) > 5 ? `周${weekdayOf(on) === 6 ? '六' : '日'}` : '节假日'}（休息日）`
