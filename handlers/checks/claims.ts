import { claimsAnswer } from '#cards/checks/inspectors.ts'
import { unsettledCosts } from '#src/policy/checks/c12.3-unsettled-costs.ts'
import type { Topic } from './topic.ts'

/** 「我的交通补助」. */
export const claims: Topic = {
  right: 'view_appointments',
  own: true,
  checks: [unsettledCosts],
  answer: claimsAnswer,
}
