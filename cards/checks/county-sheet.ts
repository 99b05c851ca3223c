import { dayText, quarterOf, yearOf, type Day } from '#src/domain/day.ts'
import type { Picture } from '#src/domain/picture.ts'
import { CITY } from '#src/domain/records.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import type { Line } from '#src/policy/checks/check.ts'
import { sourceText } from '../sources.ts'
import type { Answer, Row } from './answer.ts'
import { isWorse, levelText, tally } from './level.ts'
import type { Looked } from './looked.ts'

/** 「县区对照表」: the facts of every check, county by county or check by check; marks are for people to give (C14.2). */
export const countySheetAnswer = (looked: Looked): Answer => ({
  title: `${looked.placeName}十四条措施对照表`,
  lead: [looked.whole ? '按未达标、预警的项数排列：' : '按检查项目排列：'],
  rows: looked.whole ? countyRows(looked) : checkRows(looked),
  none: '没有资料。',
  picture: sheetPicture(looked),
  notes: ['这里只列事实和依据，不打分。'],
  clauses: ['S-14'],
})

const QUARTERS = ['一', '二', '三', '四']

/** What goes before the sheet that comes at the end of a quarter; `quarter` is one of its days. */
export function sheetText({ whole, placeName, lines, view }: Looked, quarter: Day): string {
  const counties = whole ? `${ranked(lines).length} 个县（市、区），` : ''
  return [
    `${placeName}${yearOf(quarter)}年第${QUARTERS[quarterOf(quarter) - 1]}季度县区对照表见随附表格。`,
    `按${dayText(view.day)}在册的记录：${counties}${tally(lines)}。只列事实和依据，不打分。`,
    '有出入的请先补登记录，再发「县区对照表」重新取表。',
  ].join('\n')
}

/** The lines of a group in few words, under its worst level. */
const summed = (name: string, lines: readonly Line[], more: readonly string[] = []): Row => ({
  name,
  facts: [tally(lines), ...more],
  level: levelText(lines.toSorted(isWorse)[0]!),
})

const checkRows = ({ lines }: Looked): Row[] =>
  CHECKS.flatMap((check) => {
    const own = lines.filter((line) => line.check === check.id)
    return own.length > 0 ? [{ own, row: summed(check.name, own, [sourceText(check.clause)]) }] : []
  })
    .toSorted((a, b) => isWorse(a.own.toSorted(isWorse)[0]!, b.own.toSorted(isWorse)[0]!))
    .map(({ row }) => row)

/** Counties by how many rules are not met. */
function sheetPicture({ whole, lines, view }: Looked): Picture | null {
  const rows = whole ? ranked(lines) : []
  if (rows.length === 0) return null
  return {
    kind: 'counties',
    title: '各县（市、区）未达标项数',
    day: view.day,
    source: `依据：${sourceText('S-14')}`,
    unit: '项',
    need: null,
    rows: rows.map(([place, own]) => ({
      place,
      value: faults(own, 'breach'),
      level: own.toSorted(isWorse)[0]!.level,
    })),
  }
}

const faults = (lines: readonly Line[], level: Line['level']): number =>
  lines.filter((line) => line.level === level).length

/** The counties with their lines: the most breaches first, then the most warnings. */
const ranked = (lines: readonly Line[]): [place: string, own: Line[]][] =>
  [...Map.groupBy(lines, ({ place }) => place)]
    .filter(([place]) => place !== CITY)
    .toSorted(
      ([, a], [, b]) =>
        faults(b, 'breach') - faults(a, 'breach') || faults(b, 'warning') - faults(a, 'warning'),
    )

const countyRows = ({ lines }: Looked): Row[] => ranked(lines).map(([place, own]) => summed(place, own))
