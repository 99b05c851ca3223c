import { studiosAnswer } from '#cards/checks/inspectors.ts'
import { studioFunds } from '#src/policy/checks/c11.4-studio-funds.ts'
import type { Topic } from './topic.ts'

/** 「首席督学工作室」. */
export const studios: Topic = {
  right: 'view_appointments',
  checks: [studioFunds],
  answer: studiosAnswer,
}
