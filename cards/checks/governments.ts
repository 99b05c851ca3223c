import { dayText } from '#src/domain/day.ts'
import { yearlyEvaluation } from '#src/policy/checks/c4.1-yearly-evaluation.ts'
import { governmentsFiveYears } from '#src/policy/checks/c4.2-governments-five-years.ts'
import type { Answer } from './answer.ts'
import { levelText, tally } from './level.ts'
import { dayIn, linesOf, subjectOf, type Looked } from './looked.ts'

const NO_GOVERNMENT = '这里不设政府，不单独考核。'

/** 「履职评价进度」: last year's evaluation of each county's government (C4.1). */
export function evaluationAnswer(looked: Looked): Answer {
  const lines = linesOf(looked, yearlyEvaluation)
  return {
    title: `${looked.placeName}${looked.view.year - 1}年度履行教育职责评价`,
    ...(lines.length > 1 && { lead: [tally(lines)] }),
    rows: lines.map((line) => ({
      name: subjectOf(line),
      facts: [
        line.figures['met'] ? '已完成' : line.figures['started'] ? '已启动，还没有出结果' : '还没有启动',
      ],
      level: levelText(line),
    })),
    none: NO_GOVERNMENT,
    notes: ['时限（3月31日前启动、6月30日前完成）为默认，文件没有规定。'],
    clauses: ['S-4'],
  }
}

/** 「督政覆盖」: the last special or comprehensive supervision of each government (C4.2). */
export function governmentCycleAnswer(looked: Looked): Answer {
  const lines = linesOf(looked, governmentsFiveYears)
  return {
    title: `${looked.placeName}督政五年覆盖`,
    ...(lines.length > 1 && { lead: [tally(lines)] }),
    rows: lines.map((line) => {
      const [last, deadline] = [dayIn(line, 'last_on'), dayIn(line, 'deadline')]
      const told = (on: NonNullable<typeof last>) => dayText(on, looked.view.day)
      return {
        name: subjectOf(line),
        facts:
          last && deadline
            ? [`上次${told(last)}`, `最迟${told(deadline)}再做`]
            : ['没有专项或综合督导的登记'],
        level: levelText(line),
      }
    }),
    none: NO_GOVERNMENT,
    clauses: ['R-14'],
  }
}
