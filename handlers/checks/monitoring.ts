import { monitoringAnswer } from '#cards/checks/papers.ts'
import { monitoringRegister } from '#src/policy/checks/c6.1-monitoring-register.ts'
import type { Topic } from './topic.ts'

/** 「监测报告」. */
export const monitoring: Topic = {
  right: 'view_committee',
  checks: [monitoringRegister],
  answer: monitoringAnswer,
}
