import { loopAnswer } from '#cards/checks/loop.ts'
import { loopIntegrity } from '#src/policy/checks/c7.3-loop-integrity.ts'
import type { Topic } from './topic.ts'

/** 「闭环情况」. */
export const loop: Topic = {
  right: 'view_supervisions',
  checks: [loopIntegrity],
  answer: loopAnswer,
}
