import { commendationAnswer } from '#cards/checks/published.ts'
import { commendation as issuedEachYear } from '#src/policy/checks/c7.1-commendation.ts'
import type { Topic } from './topic.ts'

/** 「今年表彰了没有」「表彰名单」. */
export const commendation: Topic = {
  right: 'view_commendations',
  checks: [issuedEachYear],
  answer: commendationAnswer,
}
