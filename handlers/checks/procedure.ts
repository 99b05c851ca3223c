import { procedureAnswer } from '#cards/checks/inspectors.ts'
import { procedure as steps } from '#src/policy/checks/c10.4-procedure.ts'
import { basicConditions } from '#src/policy/checks/c10.3-basic-conditions.ts'
import type { Topic } from './topic.ts'

/** 「聘任进度」. */
export const procedure: Topic = {
  right: 'view_appointments',
  zone: true,
  checks: [steps, basicConditions],
  answer: procedureAnswer,
}
