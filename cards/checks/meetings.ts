import { day, dayText, daysBetween, yearOf } from '#src/domain/day.ts'
import type { Meeting } from '#src/domain/records.ts'
import { plenary } from '#src/policy/checks/c3.1-plenary.ts'
import type { Line } from '#src/policy/checks/check.ts'
import { holds } from '#src/policy/checks/view/spans.ts'
import type { Answer, Row } from './answer.ts'
import { levelText, tally } from './level.ts'
import { count, dayIn, linesOf, subjectOf, type Looked } from './looked.ts'

const TYPES: Record<Meeting['meetingType'], string> = {
  plenary: '全体会议',
  office: '办公室会议',
  special: '专题会议',
  zone: '责任区会议',
}
const STATES: Record<Meeting['status'], string> = {
  planned: '拟召开',
  held: '已召开',
  postponed: '延期',
  cancelled: '取消',
}

/** 「今年开过督委会没有」: the plenary with its minutes, or how long the year still is (C3.1); what else was held. */
export function meetingsAnswer(looked: Looked): Answer {
  const year = looked.period ? yearOf(looked.period.from) : looked.view.year
  const lines = linesOf(looked, plenary).filter((line) => count(line, 'year') === year)
  const own = lines.find((line) => subjectOf(line) === looked.place)
  const counties = looked.whole ? lines.filter((line) => line !== own) : []
  return {
    title: `${year}年${looked.whole ? '市' : looked.placeName}教育督导委员会会议`,
    lead: [
      ...(own ? [`全体会议：${plenaryText(own, looked)}（${levelText(own)}）`] : []),
      ...othersText(looked, year),
    ],
    rows: counties.map((line) => plenaryRow(line, looked)),
    ...(counties.length > 0 && { notes: [`各县（市、区）全体会议：${tally(counties)}`] }),
    clauses: ['S-3'],
  }
}

function plenaryText(line: Line, { view }: Looked): string {
  const last = dayIn(line, 'last_on')
  if (!last) {
    const isOver = count(line, 'year') < view.year
    return isOver ? '没有召开过' : `未召开，距年底 ${daysBetween(view.day, day(`${view.year}-12-31`))} 天`
  }
  const minutes = view.records.meetings.find(
    ({ place, meetingType, heldOn, status }) =>
      place === subjectOf(line) && meetingType === 'plenary' && status === 'held' && heldOn === last,
  )?.minutesOn
  return `${dayText(last, view.day)}已召开，${minutes ? `纪要${dayText(minutes, view.day)}归档` : '已开未归档，纪要还没有登记'}`
}

const plenaryRow = (line: Line, looked: Looked): Row => ({
  name: subjectOf(line),
  facts: [plenaryText(line, looked)],
  level: levelText(line),
})

/** Meetings of another kind, and plenaries that are still to come or were put off, in the time that was asked about. */
function othersText({ view, records, place, period }: Looked, year: number): string[] {
  const asked = records.meetings.filter(
    (row) =>
      !row.withdrawn &&
      row.place === place &&
      (period ? holds(period, row.heldOn) : yearOf(row.heldOn) === year) &&
      (row.meetingType !== 'plenary' || row.status !== 'held'),
  )
  return asked
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
    .map(
      ({ meetingType, heldOn, status }) =>
        `${TYPES[meetingType]}：${dayText(heldOn, view.day)}${STATES[status]}`,
    )
}
