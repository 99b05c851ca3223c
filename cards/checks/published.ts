import { dayText, yearOf } from '#src/domain/day.ts'
import type { Commendation, Supervision } from '#src/domain/records.ts'
import { commendation } from '#src/policy/checks/c7.1-commendation.ts'
import { publication } from '#src/policy/checks/c7.2-publication.ts'
import type { Line } from '#src/policy/checks/check.ts'
import type { Answer, Row } from './answer.ts'
import { isFine, levelText, tally } from './level.ts'
import { count, dayIn, linesOf, subjectOf, type Looked } from './looked.ts'

/** 「今年表彰了没有」「表彰名单」: yes with the document's number, or no; who was commended (C7.1). */
export function commendationAnswer(looked: Looked): Answer {
  const year = looked.period ? yearOf(looked.period.from) : looked.view.year
  const lines = linesOf(looked, commendation).filter((line) => count(line, 'year') === year)
  const own = lines.find((line) => subjectOf(line) === looked.place)
  const counties = looked.whole ? lines.filter((line) => line !== own) : []
  const issued = looked.view.records.commendations.filter(
    ({ place, issuedOn }) =>
      (looked.whole || place === looked.place) && issuedOn !== null && yearOf(issuedOn) === year,
  )
  return {
    title: `${year}年${looked.placeName}通报表彰`,
    lead: [
      ...(own ? [`${looked.whole ? '市本级' : looked.place}：${issuedText(own)}（${levelText(own)}）`] : []),
      ...(counties.length > 0 ? [`各县（市、区）：${tally(counties)}`] : []),
    ],
    rows: issued.map((each) => listRow(each, looked)),
    ...(own || issued.length > 0 ? {} : { none: '没有通报表彰的登记。' }),
    notes: draftNotes(looked, year),
    clauses: ['S-7'],
  }
}

const issuedText = (line: Line): string =>
  line.figures['met']
    ? `已印发 ${count(line, 'issued')} 份（${line.evidence.join('、')}）`
    : '还没有印发通报表彰文件'

function listRow(
  { place, title, issuedOn, docNo, units, persons }: Commendation,
  { nameOf, view }: Looked,
): Row {
  return {
    name: `${nameOf.place(place)}《${title}》${docNo ?? ''}`,
    facts: [
      ...(issuedOn ? [`${dayText(issuedOn, view.day)}印发`] : []),
      ...(units.length > 0 ? [`单位：${units.map(nameOf.school).join('、')}`] : []),
      ...(persons.length > 0 ? [`个人：${persons.map(nameOf.person).join('、')}`] : []),
    ],
    level: null,
  }
}

/** A list without an issued document does not count. */
function draftNotes({ records, place, whole }: Looked, year: number): string[] {
  const drafts = records.commendations.filter(
    (row) => !row.withdrawn && row.year === year && row.issuedOn === null && (whole || row.place === place),
  )
  return drafts.length > 0 ? [`另有 ${drafts.length} 份名单还没有印发，不算。`] : []
}

/** 「未公示的报告」: special and comprehensive reports that have not been published, the oldest first (C7.2). */
export function unpublishedAnswer(looked: Looked): Answer {
  const rows = new Map(looked.view.records.supervisions.map((row) => [row.no, row]))
  const lines = linesOf(looked, publication)
  const open = lines
    .filter((line) => line.figures['met'] === false)
    .toSorted((a, b) => count(b, 'working_days') - count(a, 'working_days'))
  return {
    title: `${looked.placeName}专项、综合督导报告公布`,
    lead: lines.length > 0 ? [`报告 ${lines.length} 份，未公布 ${open.length} 份。`] : [],
    rows: open.map((line) => reportRow(line, rows.get(line.subject)!, looked)),
    none: lines.length > 0 ? '都已公布或有不公开的理由。' : '没有督导报告的登记。',
    notes: ['法规没有规定天数；20、40 个工作日是默认标准。'],
    clauses: ['S-7', 'R-23'],
  }
}

const KINDS: Record<Supervision['supervisionKind'], string> = {
  special: '专项',
  comprehensive: '综合',
  evaluation: '评价',
}

function reportRow(line: Line, { supervisionKind, targets }: Supervision, { nameOf, view }: Looked): Row {
  const on = dayIn(line, 'report_on')!
  const [first, ...more] = targets.map(nameOf.school)
  return {
    name: `${line.subject} ${KINDS[supervisionKind]} ${first ?? ''}${more.length > 0 ? `等 ${targets.length} 个` : ''}`,
    facts: [`${dayText(on, view.day)}出报告`, `已过 ${count(line, 'working_days')} 个工作日`],
    level: isFine(line) ? '进行中' : levelText(line),
  }
}
