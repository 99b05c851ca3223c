import { exitAnswer } from '#cards/checks/inspectors.ts'
import { exitGrounds } from '#src/policy/checks/c11.3-exit-grounds.ts'
import type { Topic } from './topic.ts'

/** 「督学退出」. */
export const exit: Topic = {
  right: 'view_appointments',
  checks: [exitGrounds],
  answer: exitAnswer,
}
