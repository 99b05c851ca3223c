import { CITY } from '#src/domain/records.ts'
import { loopIntegrity } from '#src/policy/checks/c7.3-loop-integrity.ts'
import { privateSchools } from '#src/policy/checks/c5.6-private-schools.ts'
import type { Line } from '#src/policy/checks/check.ts'
import type { Answer, Row } from './answer.ts'
import { levelText } from './level.ts'
import { count, linesOf, listIn, type Looked } from './looked.ts'

/** 「闭环情况」: how many are followed to their close, how many lag, and for how long the oldest (C7.3). */
export const loopAnswer = (looked: Looked): Answer => ({
  title: `${looked.placeName}整改闭环（近一年正式问题）`,
  rows: linesOf(looked, loopIntegrity).map((line) => loopRow(line, looked)),
  none: '没有资料。',
  clauses: ['S-7'],
})

function loopRow(line: Line, { nameOf }: Looked): Row {
  const [total, gaps] = [count(line, 'total'), count(line, 'gaps')]
  const told = [
    `问题 ${total} 项`,
    `走完全程 ${count(line, 'complete')} 项`,
    gaps > 0 ? `断点 ${gaps} 项，最久 ${count(line, 'oldest_gap_days')} 天` : '没有断点',
    ...(line.evidence.length > 0 ? [`最早的：${line.evidence.slice(0, 3).join('、')}`] : []),
  ]
  return {
    name: nameOf.place(line.subject),
    facts: total > 0 ? told : ['没有正式问题'],
    level: levelText(line),
  }
}

const COMPARED: Record<string, string> = {
  'C5.1': '挂牌覆盖',
  'C5.3': '每学期两次',
  'C5.4': '校长任期综合督导',
  'C5.5': '综合督导周期',
}

/** 「民办学校督导情况」: where private schools are supervised less than public ones (C5.6). */
export const privateSchoolsAnswer = (looked: Looked): Answer => ({
  title: `${looked.placeName}民办学校督导（与公办相比）`,
  rows: linesOf(looked, privateSchools)
    .toSorted((a, b) => Number(b.subject === CITY) - Number(a.subject === CITY))
    .map((line) => privateRow(line, looked)),
  none: '没有在办的民办学校。',
  clauses: ['S-5'],
})

function privateRow(line: Line, { nameOf }: Looked): Row {
  const lower = listIn(line, 'lower').map((each) => COMPARED[each] ?? each)
  return {
    name: nameOf.place(line.subject),
    facts: [
      `民办 ${count(line, 'schools')} 所`,
      line.level === 'unknown'
        ? '没有可比的数据'
        : lower.length > 0
          ? `低于公办：${lower.join('、')}`
          : '不低于公办',
    ],
    level: levelText(line),
  }
}
