import { dateOf, dayText, monthOf, weekdayOf, type Day } from '#src/domain/day.ts'
import { MATTER_NAMES, PART_NAMES, SEVERITY_NAMES } from '#src/domain/words.ts'
import type { DraftFinding } from '#src/domain/visit.ts'
import type { Button, Card, Field } from './card.ts'
import { methodsText } from './methods.ts'
import { openLines } from './open-items.ts'
import { questionOf, type Question } from './visit-question.ts'
import { visitButton, type VisitShown } from './visit-shown.ts'

/** So many characters of the sender's stand beside a value. */
const WORDS_SHOWN = 8

/** `11月17日（周一）「昨天」`: a default is told as such, what was said in other words than the value with those words. */
function marked(value: string, isDefault: boolean, words: string | null = null): string {
  if (isDefault) return `${value}「默认」`
  const tells = words !== null && words.length <= WORDS_SHOWN && !value.includes(words)
  return tells ? `${value}「${words}」` : value
}

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
      ...openLines(visit.open, visit.today),
      ...visit.hints,
    ].join('\n'),
    buttons: buttonsOf(visit, question),
  }
}

const buttonsOf = (visit: VisitShown, question: Question | null): Button[] =>
  question?.blocks
    ? [...question.buttons, visitButton(visit, '不记', 'visit_drop')]
    : [
        { ...visitButton(visit, question?.confirm ?? '确认', 'visit_confirm'), style: 'main' },
        visitButton(visit, '修改', 'visit_change'),
        visitButton(visit, '不记', 'visit_drop'),
        ...(question?.buttons ?? []),
        ...(visit.open.length > 0 ? [visitButton(visit, '回看', 'visit_followup')] : []),
      ]

/** A second record of the same half-day is made on purpose or not at all. */
export const copyCard = (visit: VisitShown, recorded: string): Card => ({
  kind: 'buttons',
  title: '这个时段已经记过一次',
  fields: [
    { name: '学校', value: visit.school?.name ?? '待定' },
    { name: '日期', value: `${dayText(visit.onDay, visit.today)}${PART_NAMES[visit.part]}` },
    { name: '已记', value: recorded },
  ],
  buttons: [visitButton(visit, '另记一次', 'visit_copy'), visitButton(visit, '不记', 'visit_drop')],
})

function fieldsOf(visit: VisitShown): Field[] {
  const findings = freshOf(visit)
  const { said } = visit
  const fields: Field[] = [
    { name: '学校', value: visit.school ? marked(visit.school.name, false, said?.school) : '待定' },
    { name: '日期', value: marked(dayText(visit.onDay, visit.today), visit.dayDefault, said?.day) },
    { name: '时段', value: marked(PART_NAMES[visit.part], visit.partDefault, said?.part) },
    {
      name: '方式',
      value: marked(methodsText(visit.methods, visit.counts ?? {}), visit.methods.length === 0),
    },
  ]
  if (visit.findings.length === 0) return [...fields, { name: '问题', value: noIssueText(visit) }]
  const [first] = findings
  if (!first) return fields
  if (sameSeverity(findings)) fields.push({ name: '程度', value: severityText(first, visit) })
  if (sameDue(findings)) fields.push({ name: '期限', value: dueText(first, visit) })
  return fields
}

/** Who did not say so shall see that it is the bot that takes it so. */
const noIssueText = ({ said }: VisitShown): string =>
  marked('未发现问题', said?.noIssue === null, said?.noIssue)

const severityText = ({ severity, severityDefault }: DraftFinding, { said }: VisitShown): string =>
  marked(SEVERITY_NAMES[severity], severityDefault, said?.severity(severity))

function dueText({ due, dueDefault, dueOpen }: DraftFinding, { said, today }: VisitShown): string {
  if (dueOpen) return `${dueOpen.words}（待定）`
  return due === null ? '当场建议，不限期' : marked(`${dayText(due, today)}前`, dueDefault, said?.due(due))
}

/** What joins an open case keeps that case's severity and date. */
const freshOf = (visit: VisitShown): DraftFinding[] => visit.findings.filter((each) => !each.joins)

const sameSeverity = (all: DraftFinding[]) =>
  all.every((each) => each.severity === all[0]?.severity && each.severityDefault === all[0].severityDefault)
const sameDue = (all: DraftFinding[]) =>
  all.every(
    (each) =>
      each.due === all[0]?.due &&
      each.dueDefault === all[0]?.dueDefault &&
      each.dueOpen?.words === all[0]?.dueOpen?.words,
  )

function findingLine(finding: DraftFinding, index: number, visit: VisitShown): string {
  const facts = [
    ...(finding.matter ? [MATTER_NAMES[finding.matter]] : []),
    ...(finding.joins ? [`并入 ${finding.joins}，不重复开`] : ownFacts(finding, visit)),
  ]
  return `${index + 1}. ${finding.text}${facts.length > 0 ? `（${facts.join('，')}）` : ''}`
}

/** What the fields above do not say of all findings. */
const ownFacts = (finding: DraftFinding, visit: VisitShown): string[] => [
  ...(sameSeverity(freshOf(visit)) ? [] : [severityText(finding, visit)]),
  ...(sameDue(freshOf(visit)) ? [] : [dueText(finding, visit)]),
]

/** On a card, and under an answer, whose reading the rules were unsure of. */
export const READ_BY_MODEL = '由模型辅助理解，请核对'

/** `11月16日是周日（休息日）`: a line on the card, not a question. */
export const dayOffHint = (on: Day): string =>
  `${monthOf(on)}月${dateOf(on)}日是${weekdayOf(on) > 5 ? `周${weekdayOf(on) === 6 ? '六' : '日'}` : '节假日'}（休息日）`
