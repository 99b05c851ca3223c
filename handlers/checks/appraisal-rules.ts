import { appraisalRulesAnswer } from '#cards/checks/papers.ts'
import { appraisalRules as rulesOnFile } from '#src/policy/checks/c5.7-appraisal-rules.ts'
import type { Topic } from './topic.ts'

/** 「绩效考评制度」. */
export const appraisalRules: Topic = {
  right: 'view_committee',
  checks: [rulesOnFile],
  answer: appraisalRulesAnswer,
}
