import { governmentCycleAnswer } from '#cards/checks/governments.ts'
import { governmentsFiveYears } from '#src/policy/checks/c4.2-governments-five-years.ts'
import type { Topic } from './topic.ts'

/** 「督政覆盖」. */
export const governmentCycle: Topic = {
  right: 'view_supervisions',
  checks: [governmentsFiveYears],
  answer: governmentCycleAnswer,
}
