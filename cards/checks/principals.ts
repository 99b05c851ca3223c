import { dayText, daysBetween } from '#src/domain/day.ts'
import { principalsTerm } from '#src/policy/checks/c5.4-principals-term.ts'
import { schoolCycle } from '#src/policy/checks/c5.5-school-cycle.ts'
import type { Line } from '#src/policy/checks/check.ts'
import type { Answer, Row } from './answer.ts'
import { isFine, levelText, tally } from './level.ts'
import { dayIn, linesOf, type Looked } from './looked.ts'

const byDay = (name: string) => (a: Line, b: Line) =>
  (dayIn(a, name) ?? '9') < (dayIn(b, name) ?? '9') ? -1 : 1

/** 「快到任期没综合督导的校长」: by what is left of the term; terms whose days nobody has entered are counted apart (C5.4). */
export function principalTermsAnswer(looked: Looked): Answer {
  const lines = linesOf(looked, principalsTerm)
  const unknown = lines.filter(({ level }) => level === 'unknown')
  const asked = lines.filter((line) => !isFine(line) && line.level !== 'unknown').toSorted(byDay('end_on'))
  return {
    title: `${looked.placeName}校（园）长任期综合督导`,
    lead: lines.length > 0 ? [tally(lines)] : [],
    rows: asked.map((line) => termRow(line, looked)),
    none: lines.length > 0 ? '没有快到任期还没综合督导的。' : '没有学校的资料。',
    notes: unknown.length > 0 ? [unknownText(unknown, looked)] : [],
    clauses: ['S-5'],
  }
}

const NAMED = 5

function unknownText(lines: readonly Line[], { nameOf }: Looked): string {
  const named = [...new Set(lines.map((line) => nameOf.school(line.school ?? '')))]
  const some = named.slice(0, NAMED).join('、')
  return `任期起止没有登记的 ${named.length} 所，判断不了：${some}${named.length > NAMED ? '等' : ''}。`
}

/** `CODE/PERSON@START` of a line: who holds the post. */
const personIn = (line: Line): string => line.subject.slice(line.subject.indexOf('/') + 1).split('@')[0]!

function termRow(line: Line, { nameOf, view }: Looked): Row {
  const [end, planned] = [dayIn(line, 'end_on')!, dayIn(line, 'planned_on')]
  const left = daysBetween(view.day, end)
  return {
    name: `${nameOf.school(line.school ?? '')} ${nameOf.person(personIn(line))}`,
    facts: [
      `任期${dayText(end, view.day)}止，${left < 0 ? `已过 ${-left} 天` : monthsText(left)}`,
      planned ? `计划${dayText(planned, view.day)}综合督导` : '还没有安排综合督导',
    ],
    level: levelText(line, isExplained(line, view)),
  }
}

const monthsText = (days: number): string =>
  days < 60 ? `还有 ${days} 天` : `还有约 ${Math.floor(days / 30)} 个月`

/** Whether the office has written down why (原则上). */
const isExplained = (line: Line, { records, written }: Looked['view']): boolean =>
  records.principalTerms.some(
    ({ school, person, startOn, explanation }) =>
      explanation && line.subject === `${school}/${written(person)}@${startOn ?? ''}`,
  )

/** 「综合督导计划」: what is planned, and which schools' five years run out (C5.5). */
export function schoolCycleAnswer(looked: Looked): Answer {
  const lines = linesOf(looked, schoolCycle)
  const planned = lines.filter(
    (line) => (isFine(line) || line.level === 'unknown') && dayIn(line, 'planned_on'),
  )
  const pressing = lines
    .filter((line) => !isFine(line) && line.level !== 'unknown')
    .toSorted(byDay('deadline'))
  const unknown = lines.filter(({ level }) => level === 'unknown').length
  return {
    title: `${looked.placeName}学校综合督导（每 3 至 5 年一次）`,
    lead: lines.length > 0 ? [tally(lines)] : [],
    rows: [...pressing, ...planned.toSorted(byDay('planned_on'))].map((line) => cycleRow(line, looked)),
    none: lines.length > 0 ? '没有快到 5 年的，也没有已排的计划。' : '没有学校的资料。',
    notes: unknown > 0 ? [`从没登记过综合督导的 ${unknown} 所，判断不了，请补登记。`] : [],
    clauses: ['R-14'],
  }
}

function cycleRow(line: Line, { nameOf, view }: Looked): Row {
  const [last, deadline, planned] = [
    dayIn(line, 'last_on'),
    dayIn(line, 'deadline'),
    dayIn(line, 'planned_on'),
  ]
  return {
    name: nameOf.school(line.subject),
    facts: [
      last ? `上次${dayText(last, view.day)}` : '还没有做过',
      ...(deadline ? [`最迟${dayText(deadline, view.day)}`] : []),
      planned ? `计划${dayText(planned, view.day)}` : '没有排期',
    ],
    level: levelText(line),
  }
}
