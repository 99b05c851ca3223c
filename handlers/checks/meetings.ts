import { meetingsAnswer } from '#cards/checks/meetings.ts'
import { plenary } from '#src/policy/checks/c3.1-plenary.ts'
import type { Topic } from './topic.ts'

/** 「今年开过督委会没有」, and the meetings of a time. */
export const meetings: Topic = {
  right: 'view_committee',
  checks: [plenary],
  answer: meetingsAnswer,
}
