import { committeeRulesAnswer } from '#cards/checks/papers.ts'
import { committeeRules as rulesOnFile } from '#src/policy/checks/c3.2-committee-rules.ts'
import type { Topic } from './topic.ts'

/** 「督委会规程」. */
export const committeeRules: Topic = {
  right: 'view_committee',
  checks: [rulesOnFile],
  answer: committeeRulesAnswer,
}
