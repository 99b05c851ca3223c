import { monitoringAnswer } from '#cards/checks/papers.ts'
import { monitoringRegister } from '#src/policy/checks/c6.1-monitoring-register.ts'
import type { Topic } from './topic.ts'

/** 「监测报告」, and how far special supervisions go by them. */
export const monitoring: Topic = {
  right: 'view_committee',
  checks: [monitoringRegister],
  besides: ['supervisions'],
  answer: monitoringAnswer,
}
