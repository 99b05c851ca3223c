import { CITY } from '#src/domain/records.ts'
import { dayText } from '#src/domain/day.ts'
import { ratio } from '#src/policy/checks/c9.1-ratio.ts'
import { stages } from '#src/policy/checks/c9.2-stages.ts'
import type { Line } from '#src/policy/checks/check.ts'
import { planned } from '#src/policy/checks/planned.ts'
import type { Answer, Row } from './answer.ts'
import { levelText } from './level.ts'
import { countiesPicture } from './pictures.ts'
import { count, dayIn, linesOf, listIn, type Looked } from './looked.ts'

const STAGES: Record<string, string> = { preschool: '学前', compulsory: '义务教育', senior: '高中（含中职）' }

/** 「章贡区督学够不够」: students and their day, need and have (C9.1), with the stages beside it (C9.2). */
export function staffingAnswer(looked: Looked): Answer {
  const byPlace = new Map(linesOf(looked, stages).map((line) => [line.subject, line]))
  const rows = linesOf(looked, ratio).map((line) => ({
    line,
    row: rowOf(line, byPlace.get(line.subject), looked),
  }))
  const city = looked.whole ? rows.find(({ line }) => line.subject === CITY)?.row : undefined
  return {
    title: `${looked.placeName}专职督学配备`,
    ...(city && { lead: [`全市合计：${city.facts.join('，')}（${city.level}）`, '各县（市、区）：'] }),
    rows: rows.flatMap(({ row }) => (row === city ? [] : row)),
    none: '没有县（市、区）的资料。',
    picture: countiesPicture(looked, '各县（市、区）专职督学配备', linesOf(looked, ratio), {
      unit: '名',
      value: 'have',
      need: 'need',
    }),
    ...(looked.whole ? {} : { notes: plannedTexts(looked) }),
    clauses: ['S-9'],
  }
}

/** Whom the place will have with the appointments and departures that are on file already (policy.md 2.2, C9.1). */
const plannedTexts = ({ records, place, view }: Looked): string[] =>
  planned(records, { check: ratio, subject: place, figures: ['have'] }, view.day).map(
    ({ from, line }) =>
      `按已登记的任命和离任，${dayText(from, view.day)}起有专职督学 ${count(line, 'have')} 名（${levelText(line)}）。`,
  )

function rowOf(line: Line, staged: Line | undefined, { nameOf, view }: Looked): Row {
  const name = nameOf.place(line.subject)
  const have = `现有 ${count(line, 'have')} 名`
  const facts = [...studentFacts(line, have, view.day), ...(staged ? [stageFact(staged)] : [])]
  return { name, facts, level: levelText(line) }
}

function studentFacts(line: Line, have: string, today: Looked['view']['day']): string[] {
  const asOf = dayIn(line, 'as_of')
  if (line.figures['students'] === null)
    return [asOf ? `学生数不全或太旧（最早 ${dayText(asOf, today)}统计）` : '没有学生数', have]
  const [need, most, short] = [count(line, 'need'), count(line, 'most'), count(line, 'short')]
  const above = count(line, 'have') > most && most >= need ? '，高于区间' : ''
  const students = count(line, 'students').toLocaleString('en-US')
  return [
    `学生 ${students} 人${asOf ? `（${dayText(asOf, today)}统计）` : ''}`,
    `应配 ${need}—${Math.max(need, most)} 名`,
    `${have}${short > 0 ? `，缺 ${short} 名` : above}`,
    ...(line.level === 'unknown' ? ['督学信息卡没有登记'] : []),
  ]
}

function stageFact(line: Line): string {
  const missing = listIn(line, 'missing').map((each) => STAGES[each] ?? each)
  if (line.level === 'unknown') return '学段数据不足'
  return missing.length > 0 ? `缺${missing.join('、')}学段专职督学` : '学段齐全'
}
