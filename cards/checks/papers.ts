import { dayText, yearOf } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { budgetLine } from '#src/policy/checks/c12.1-budget-line.ts'
import { costRules } from '#src/policy/checks/c12.2-cost-rules.ts'
import { countyPlans } from '#src/policy/checks/c14.1-county-plans.ts'
import { committeeRules } from '#src/policy/checks/c3.2-committee-rules.ts'
import { chiefReport } from '#src/policy/checks/c3.3-chief-report.ts'
import { appraisalRules } from '#src/policy/checks/c5.7-appraisal-rules.ts'
import { monitoringRegister } from '#src/policy/checks/c6.1-monitoring-register.ts'
import type { Check, Line } from '#src/policy/checks/check.ts'
import { percent } from '../digest.ts'
import type { Answer, Row } from './answer.ts'
import { levelText, tally } from './level.ts'
import { count, dayIn, linesOf, subjectOf, type Looked } from './looked.ts'

/** What each place has on file of a kind of paper, those without first. */
const papers =
  (check: Check, factsOf: (line: Line, looked: Looked) => readonly string[]) =>
  (looked: Looked): Answer => {
    const lines = linesOf(looked, check)
    return {
      title: `${looked.place === CITY && lines.length === 1 ? '市' : looked.placeName}${check.name}`,
      ...(lines.length > 1 && { lead: [tally(lines)] }),
      rows: lines.map((line) => ({
        name: lines.length > 1 ? placeText(line) : '',
        facts: factsOf(line, looked),
        level: levelText(line),
      })),
      none: '这里不设政府，不单独考核。',
      clauses: [check.clause],
    }
  }

const placeText = (line: Line): string => (subjectOf(line) === CITY ? '市本级' : subjectOf(line))

function documentFacts(line: Line, { view }: Looked): string[] {
  const on = dayIn(line, 'dated_on')
  return on
    ? [...line.evidence.map((title) => `《${title}》`), `${dayText(on, view.day)}印发`]
    : ['没有登记文件']
}

/** 「督委会规程」 (C3.2). */
export const committeeRulesAnswer = papers(committeeRules, documentFacts)
/** 「落实方案」 (C14.1). */
export const plansAnswer = papers(countyPlans, documentFacts)
/** 「办学绩效考评制度」 (C5.7). */
export const appraisalRulesAnswer = papers(appraisalRules, documentFacts)

/** 「总督学报告」: to the committee, each year (C3.3). */
export const chiefReportAnswer = papers(chiefReport, (line) =>
  count(line, 'reports') > 0
    ? line.evidence.map((title) => `《${title}》`)
    : [`${count(line, 'year')}年还没有向督委会报告的登记`],
)

const registered = papers(monitoringRegister, (line) => [
  `${count(line, 'year')}年`,
  count(line, 'reports') > 0 ? `${count(line, 'reports')} 份` : '没有登记',
])

/** 「监测报告」: of this year and the one before (C6.1), and how far supervisions go by them (C6.2). */
export const monitoringAnswer = (looked: Looked): Answer => ({
  ...registered(looked),
  notes: [
    useText(looked, looked.view.year) ??
      `${looked.view.year}年没有登记专项督导，引用监测报告的情况无从统计。`,
  ],
})

/** How far the special supervisions of a year go by monitoring reports (C6.2), null where there was none; for information only: no rule says how many have to. */
export function useText({ records, place }: Pick<Looked, 'records' | 'place'>, year: number): string | null {
  const special = records.supervisions.filter(
    (each) =>
      each.supervisionKind === 'special' &&
      yearIn(each) === year &&
      (place === CITY || each.place === place) &&
      !each.withdrawn,
  )
  const citing = special.filter(({ cites }) => Boolean(cites)).length
  return special.length === 0
    ? null
    : `${year}年专项督导 ${special.length} 次，引用监测报告的 ${citing} 次（${percent(citing, special.length)}），仅供了解。`
}

/** The year of its work, else of its plan. */
const yearIn = ({ onSiteFrom, startedOn, plannedOn, year }: Looked['records']['supervisions'][number]) => {
  const on = onSiteFrom ?? startedOn ?? plannedOn
  return on ? yearOf(on) : year
}

/** 「督导经费」: the budget line of each place, and whether it has rules for inspectors' costs (C12.1, C12.2). */
export function budgetAnswer(looked: Looked): Answer {
  const rules = new Map(linesOf(looked, costRules).map((line) => [line.subject, line]))
  const lines = linesOf(looked, budgetLine)
  return {
    title: `${looked.placeName}${looked.view.year}年督导经费`,
    ...(lines.length > 1 && { lead: [tally(lines)] }),
    rows: lines.map((line) => budgetRow(line, rules.get(line.subject))),
    none: '这里不设政府，不单独考核。',
    clauses: ['S-12'],
  }
}

function budgetRow(line: Line, rules: Line | undefined): Row {
  const amount = line.figures['amount']
  const told =
    amount === null
      ? '没有登记预算'
      : amount === 0
        ? '预算为 0'
        : `预算 ${Number(amount).toLocaleString('en-US')} 元`
  const hasRules = rules?.level === 'ok'
  return {
    name: placeText(line),
    facts: [told, hasRules ? '有费用办法' : '没有费用办法（预警）'],
    level: levelText(line),
  }
}
