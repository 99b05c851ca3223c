import { accountabilityAnswer } from '#cards/checks/accountable.ts'
import { outcomePublication } from '#src/policy/checks/c8.4-outcome-publication.ts'
import type { Topic } from './topic.ts'

/** 「问责公布」. */
export const accountability: Topic = {
  right: 'view_accountability',
  checks: [outcomePublication],
  answer: accountabilityAnswer,
}
