import { hoursAnswer } from '#cards/checks/hours.ts'
import { fortyHours } from '#src/policy/checks/c11.1-forty-hours.ts'
import type { Topic } from './topic.ts'

/** 「我学时够了吗」, and an office's list of its inspectors. */
export const hours: Topic = { right: 'view_staffing', own: true, checks: [fortyHours], answer: hoursAnswer }
