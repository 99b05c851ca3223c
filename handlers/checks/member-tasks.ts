import { memberTasksAnswer } from '#cards/checks/committee.ts'
import { memberTasks as tasks } from '#src/policy/checks/c3.4-member-tasks.ts'
import type { Topic } from './topic.ts'

/** 「成员单位任务」: a unit reads its own. */
export const memberTasks: Topic = {
  right: 'view_committee',
  checks: [tasks],
  answer: memberTasksAnswer,
}
