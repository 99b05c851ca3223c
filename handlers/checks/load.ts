import { loadAnswer } from '#cards/checks/assigned.ts'
import { load as schoolsEach } from '#src/policy/checks/c5.2-load.ts'
import type { Topic } from './topic.ts'

/** 「督学负担」. */
export const load: Topic = {
  right: 'view_appointments',
  zone: true,
  own: true,
  checks: [schoolsEach],
  answer: loadAnswer,
}
