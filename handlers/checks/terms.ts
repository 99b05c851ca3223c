import { termsAnswer } from '#cards/checks/terms.ts'
import { term } from '#src/policy/checks/c10.5-term.ts'
import type { Topic } from './topic.ts'

/** 「督学聘期到期」「下半年哪些督学聘期到了」. */
export const terms: Topic = {
  right: 'view_appointments',
  zone: true,
  own: true,
  checks: [term],
  answer: termsAnswer,
}
