import { plansAnswer } from '#cards/checks/papers.ts'
import { countyPlans } from '#src/policy/checks/c14.1-county-plans.ts'
import type { Topic } from './topic.ts'

/** 「落实方案」. */
export const plans: Topic = {
  right: 'view_staffing',
  checks: [countyPlans],
  answer: plansAnswer,
}
