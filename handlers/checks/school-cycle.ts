import { schoolCycleAnswer } from '#cards/checks/principals.ts'
import { schoolCycle as fiveYears } from '#src/policy/checks/c5.5-school-cycle.ts'
import type { Topic } from './topic.ts'

/** 「综合督导计划」. */
export const schoolCycle: Topic = {
  right: 'view_supervisions',
  checks: [fiveYears],
  answer: schoolCycleAnswer,
}
