import { chiefsAnswer } from '#cards/checks/committee.ts'
import { chiefInspectors } from '#src/policy/checks/c2.1-chief-inspectors.ts'
import type { Topic } from './topic.ts'

/** 「总督学配备」. */
export const chiefs: Topic = {
  right: 'view_committee',
  checks: [chiefInspectors],
  answer: chiefsAnswer,
}
