import { dayText } from '#src/domain/day.ts'
import type { Accountability, Interview } from '#src/domain/records.ts'
import { interviewRecord } from '#src/policy/checks/c8.1-interview-record.ts'
import { interviewFilings } from '#src/policy/checks/c8.2-interview-filings.ts'
import { interviewOrganizers } from '#src/policy/checks/c8.3-interview-organizers.ts'
import { outcomePublication } from '#src/policy/checks/c8.4-outcome-publication.ts'
import type { Check, Line } from '#src/policy/checks/check.ts'
import { holds } from '#src/policy/checks/view/spans.ts'
import type { Answer, Row } from './answer.ts'
import { isWorse, levelText } from './level.ts'
import { dayIn, linesOf, listIn, type Looked } from './looked.ts'

const RECIPIENTS: Record<string, string> = { party: '当地党委', government: '当地政府', superior: '上级部门' }
const ORGANIZERS: Record<string, string> = {
  supervision_office: '督导委办公室',
  party_organization_department: '组织部',
  education_department: '教育行政部门',
  department: '相关部门',
}

/** 「约谈归档」: each interview with its signed record, its three filings and who held it (C8.1–C8.3). */
export function interviewsAnswer(looked: Looked): Answer {
  const byCheck = (check: Check) => new Map(linesOf(looked, check).map((line) => [line.subject, line]))
  const [record, filings, organizers] = [interviewRecord, interviewFilings, interviewOrganizers].map(
    byCheck,
  ) as [Map<string, Line>, Map<string, Line>, Map<string, Line>]
  const asked = looked.view.records.interviews.filter(
    ({ no, heldOn }) =>
      organizers.has(no) && (!looked.period || (heldOn !== null && holds(looked.period, heldOn))),
  )
  const rows = asked.map((each) => {
    const lines = [record, filings, organizers].flatMap((lines) => lines.get(each.no) ?? []).toSorted(isWorse)
    return { worst: lines[0]!, row: interviewRow(each, lines, looked) }
  })
  return {
    title: `${looked.placeName}约谈归档`,
    lead:
      asked.length > 0
        ? [`约谈 ${asked.length} 次，已谈 ${asked.filter(({ heldOn }) => heldOn).length} 次。`]
        : [],
    rows: rows.toSorted((a, b) => isWorse(a.worst, b.worst)).map(({ row }) => row),
    none: '没有约谈的登记。',
    clauses: ['S-8'],
  }
}

function interviewRow(
  { no, target, heldOn }: Interview,
  lines: readonly Line[],
  { nameOf, view }: Looked,
): Row {
  const found = (check: Check) => lines.find((line) => line.check === check.id)
  const [filings, organizers] = [found(interviewFilings), found(interviewOrganizers)]
  const unfiled = filings ? listIn(filings, 'missing').map((each) => RECIPIENTS[each] ?? each) : []
  const lacking = organizers ? listIn(organizers, 'missing').map((each) => ORGANIZERS[each] ?? each) : []
  return {
    name: `${no} ${nameOf.school(target)}`,
    facts: [
      heldOn ? `${dayText(heldOn, view.day)}约谈` : '还没有谈',
      ...(heldOn ? [found(interviewRecord)?.figures['met'] ? '记录已签字' : '没有签字的记录'] : []),
      ...(heldOn ? [unfiled.length > 0 ? `未报送${unfiled.join('、')}` : '三方已报送'] : []),
      ...(lacking.length > 0 ? [`组织单位缺${lacking.join('、')}`] : []),
    ],
    level: levelText(lines[0]!),
  }
}

/** 「问责公布」: which outcomes have been published, or why not (C8.4). */
export function accountabilityAnswer(looked: Looked): Answer {
  const rows = new Map(looked.view.records.accountability.map((row) => [row.no, row]))
  return {
    title: `${looked.placeName}问责结果公布`,
    rows: linesOf(looked, outcomePublication).map((line) =>
      outcomeRow(line, rows.get(line.subject)!, looked),
    ),
    none: '没有问责的登记。',
    notes: ['「及时公布」没有规定天数，20 个工作日是默认标准。'],
    clauses: ['S-8'],
  }
}

function outcomeRow(line: Line, { target, notPublicReason }: Accountability, { nameOf, view }: Looked): Row {
  const [decided, published] = [dayIn(line, 'decided_on')!, dayIn(line, 'published_on')]
  const stands = published
    ? `${dayText(published, view.day)}公布`
    : notPublicReason
      ? `不公开：${notPublicReason}`
      : '还没有公布'
  return {
    name: `${line.subject} ${nameOf.school(target)}`,
    facts: [`${dayText(decided, view.day)}决定`, stands],
    level: levelText(line),
  }
}
