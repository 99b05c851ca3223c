import type { Day } from '#src/domain/day.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { holds, type Days } from './view/spans.ts'
import type { View } from './view/view.ts'

/** The dates of routine visits to a school on these days, holidays included, the earliest first (C5.3). */
export const datesWithin = (view: View, school: SchoolCode, days: Days): Day[] =>
  [...view.visitDates(school)].filter((date) => holds(days, date)).toSorted()
