import { at, type Day, type Instant } from '#src/domain/day.ts'
import { addWorkingDays, type WorkingDays } from './working-days.ts'

/**
 * When what has been asked must have been asked for so many whole working days to have passed by the morning of a working
 * day: from `from` on, before `to`. Asked on Monday, one has passed on Wednesday morning (policy.md 8.5).
 */
export const askedBefore = (days: WorkingDays, passed: number, on: Day): { from: Instant; to: Instant } => ({
  from: at(addWorkingDays(days, on, -passed - 1)),
  to: at(addWorkingDays(days, on, -passed)),
})
