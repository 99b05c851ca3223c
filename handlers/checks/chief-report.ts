import { chiefReportAnswer } from '#cards/checks/papers.ts'
import { chiefReport as yearlyReport } from '#src/policy/checks/c3.3-chief-report.ts'
import type { Topic } from './topic.ts'

/** 「总督学报告」. */
export const chiefReport: Topic = {
  right: 'view_committee',
  checks: [yearlyReport],
  answer: chiefReportAnswer,
}
