import { lastOfMonth, type Day } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { endOf } from '#src/policy/hours.ts'
import type { Remark } from '../reminders/remark.ts'

/** One reader's digest of a month, which means something until the next one. */
export const monthRemark = (day: Day, county: string | null, recipient: UserId, text: string): Remark => ({
  kind: 'monthly_digest',
  subject: `digest:${county ?? 'city'}`,
  recipient,
  period: day.slice(0, 7),
  lines: [{ head: null, text, while: null, until: endOf(lastOfMonth(day)), about: `month:${recipient}` }],
})
