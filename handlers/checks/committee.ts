import { committeeAnswer } from '#cards/checks/committee.ts'
import { committeeRoster } from '#src/policy/checks/c1.1-committee-roster.ts'
import type { Topic } from './topic.ts'

/** 「督委会名单」. */
export const committee: Topic = {
  right: 'view_committee',
  checks: [committeeRoster],
  answer: committeeAnswer,
}
