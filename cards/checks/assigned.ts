import { plaqueCoverage } from '#src/policy/checks/c5.1-plaque-coverage.ts'
import { load } from '#src/policy/checks/c5.2-load.ts'
import type { Line } from '#src/policy/checks/check.ts'
import type { Answer, Row } from './answer.ts'
import { isFine, levelText, tally } from './level.ts'
import { count, linesOf, personOf, type Looked } from './looked.ts'

const WHY: Partial<Record<Line['level'], string>> = {
  breach: '没有责任督学',
  notice: '新开办，还在宽限期内',
  unknown: '有人负责，但督学信息卡没有登记',
}

/** 「哪些学校没挂牌」: schools with nobody, then those that are new, then those whose inspector has no card (C5.1). */
export function uncoveredAnswer(looked: Looked): Answer {
  const lines = linesOf(looked, plaqueCoverage)
  const covered = lines.filter(isFine).length
  return {
    title: `${looked.placeName}责任督学挂牌`,
    lead: lines.length > 0 ? [`学校 ${lines.length} 所，已有责任督学 ${covered} 所。`] : [],
    rows: lines.filter((line) => !isFine(line)).map((line) => schoolRow(line, looked)),
    none: lines.length > 0 ? '没有空缺。' : '没有学校的资料。',
    clauses: ['G-1', 'K-2'],
  }
}

const schoolRow = (line: Line, { nameOf, whole }: Looked): Row => ({
  name: nameOf.school(line.subject),
  facts: [...(whole ? [nameOf.place(line.place)] : []), WHY[line.level] ?? ''],
  level: levelText(line),
})

/** 「督学负担」: who has how many schools, the most first (C5.2). */
export function loadAnswer(looked: Looked): Answer {
  const lines = linesOf(looked, load).toSorted((a, b) => count(b, 'schools') - count(a, 'schools'))
  const schools = lines.reduce((sum, line) => sum + count(line, 'schools'), 0)
  const mean = lines.length > 0 ? Math.round((10 * schools) / lines.length) / 10 : 0
  return {
    title: `${looked.person ? looked.nameOf.person(looked.person) : looked.placeName}督学负担`,
    ...(looked.person || lines.length === 0
      ? {}
      : { lead: [`有责任学校的督学 ${lines.length} 名，平均 ${mean} 所：${tally(lines)}`] }),
    rows: looked.totalsOnly ? [] : lines.map((line) => inspectorRow(line, looked)),
    ...(lines.length === 0 && { none: '没有登记在聘督学的责任学校（数据不足）。' }),
    notes: ['规定是一人 5 所左右；6—7 所提示、8 所以上预警是默认标准。'],
    clauses: ['G-1'],
  }
}

const inspectorRow = (line: Line, { nameOf, person }: Looked): Row => ({
  name: nameOf.person(personOf(line)),
  facts: [`${count(line, 'schools')} 所`, ...(person ? [line.evidence.map(nameOf.school).join('、')] : [])],
  level: levelText(line),
})
