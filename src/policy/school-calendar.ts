import type { Day } from '#src/domain/day.ts'

/** The first and the last day of teaching of a semester, as the school calendar (校历) of a place has them. */
export type TeachingPeriod = { from: Day; to: Day }
