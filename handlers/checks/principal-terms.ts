import { principalTermsAnswer } from '#cards/checks/principals.ts'
import { principalsTerm } from '#src/policy/checks/c5.4-principals-term.ts'
import type { Topic } from './topic.ts'

/** 「快到任期没综合督导的校长」. */
export const principalTerms: Topic = {
  right: 'view_supervisions',
  checks: [principalsTerm],
  answer: principalTermsAnswer,
}
