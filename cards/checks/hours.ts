import { yearOf } from '#src/domain/day.ts'
import type { Training } from '#src/domain/records.ts'
import { fortyHours } from '#src/policy/checks/c11.1-forty-hours.ts'
import type { Line } from '#src/policy/checks/check.ts'
import { hoursOf } from '#src/policy/checks/training-hours.ts'
import type { Answer, Row } from './answer.ts'
import { levelText, tally } from './level.ts'
import { count, linesOf, personOf, type Looked } from './looked.ts'
import { hoursPicture } from './pictures.ts'

/** The year that is meant: this one, or the one before where it was named. */
const yearMeant = ({ period, view }: Looked): number =>
  period && yearOf(period.from) === view.year - 1 ? view.year - 1 : view.year

/** 「我学时够了吗」: 已核 26 / 40，待核 8，还差 14; an office reads its inspectors, the fewest hours first (C11.1). */
export function hoursAnswer(looked: Looked): Answer {
  const year = yearMeant(looked)
  const lines = linesOf(looked, fortyHours).filter((line) => count(line, 'year') === year)
  const title = `${looked.person ? looked.nameOf.person(looked.person) : looked.placeName}${year}年集中培训学时`
  return looked.person ? ownHours(looked, title, year, lines[0]) : hoursOfAll(looked, title, lines)
}

function ownHours(looked: Looked, title: string, year: number, line: Line | undefined): Answer {
  return {
    title,
    picture: line ? hoursPicture(looked, title, [line]) : null,
    rows: line ? [{ name: '', facts: hourFacts(line, looked), level: levelText(line) }] : [],
    none: '没有登记在聘的督学信息卡，算不出来（数据不足）。',
    notes: uncountedText(looked, year),
    clauses: ['S-11'],
  }
}

const neededOf = (line: Line, { view }: Looked): number => view.setting('training_hours', line.place)

function hourFacts(line: Line, looked: Looked): string[] {
  const [hours, pending, needed] = [count(line, 'hours'), count(line, 'pending'), neededOf(line, looked)]
  return [
    [
      `已核 ${hours} / ${needed}`,
      `待核 ${pending}`,
      ...(hours < needed ? [`还差 ${needed - hours}`] : []),
      ...(line.figures['part'] ? ['当年部分时间在聘'] : []),
    ].join('，'),
  ]
}

/** What is on file and does not count: other forms, and what a school held itself. */
function uncountedText({ view, person }: Looked, year: number): string[] {
  const rows = view.records.training.filter((row) => row.userid === person && yearOf(row.endOn) === year)
  const sum = (name: string, fits: (row: Training) => boolean): string[] => {
    const hours = hoursOf(rows.filter(fits))
    return hours > 0 ? [`${name} ${hours}`] : []
  }
  const uncounted = [
    ...sum('网络研修', ({ form }) => form === 'online'),
    ...sum('自学', ({ form }) => form === 'self_study'),
    ...sum('校内培训', ({ form, organizerLevel }) => form === 'concentrated' && organizerLevel === 'school'),
  ]
  return uncounted.length > 0 ? [`${uncounted.join('、')} 不计入。`] : []
}

function hoursOfAll(looked: Looked, title: string, lines: readonly Line[]): Answer {
  const fewest = lines.toSorted((a, b) => count(a, 'hours') - count(b, 'hours'))
  return {
    title,
    lead: lines.length > 0 ? [`督学 ${lines.length} 名：${tally(lines)}`] : [],
    picture: hoursPicture(looked, title, fewest),
    rows: looked.totalsOnly ? [] : fewest.map((line) => rowOf(line, looked)),
    ...(lines.length === 0 && { none: '没有登记在聘的督学信息卡，算不出来（数据不足）。' }),
    clauses: ['S-11'],
  }
}

const rowOf = (line: Line, looked: Looked): Row => ({
  name: looked.nameOf.person(personOf(line)),
  facts: hourFacts(line, looked),
  level: levelText(line),
})
