import { budgetAnswer } from '#cards/checks/papers.ts'
import { budgetLine } from '#src/policy/checks/c12.1-budget-line.ts'
import { costRules } from '#src/policy/checks/c12.2-cost-rules.ts'
import type { Topic } from './topic.ts'

/** 「督导经费」. */
export const budget: Topic = {
  right: 'view_staffing',
  checks: [budgetLine, costRules],
  answer: budgetAnswer,
}
