import { evaluationAnswer } from '#cards/checks/governments.ts'
import { yearlyEvaluation } from '#src/policy/checks/c4.1-yearly-evaluation.ts'
import type { Topic } from './topic.ts'

/** 「履职评价进度」. */
export const evaluation: Topic = {
  right: 'view_supervisions',
  checks: [yearlyEvaluation],
  answer: evaluationAnswer,
}
