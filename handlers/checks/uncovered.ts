import { uncoveredAnswer } from '#cards/checks/assigned.ts'
import { plaqueCoverage } from '#src/policy/checks/c5.1-plaque-coverage.ts'
import type { Topic } from './topic.ts'

/** 「哪些学校没挂牌」. */
export const uncovered: Topic = {
  right: 'view_appointments',
  zone: true,
  checks: [plaqueCoverage],
  answer: uncoveredAnswer,
}
