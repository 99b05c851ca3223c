import {
  addDays,
  addMonths,
  addYears,
  day,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  yearOf,
  type Day,
} from '#src/domain/day.ts'

/** The days whose findings and close-outs are counted, and the day on which the ledger is looked at. */
type Days = { from: Day; to: Day; asOf: Day }

/** What a digest tells of (policy.md 8.8): a week or a month, and the one before it, to compare with. */
export type DigestSpan = Days & { name: string; versus: string; before: Days }

export type SpanName = 'week' | 'last_week' | 'month' | 'last_month'

/** A span that is not over yet is compared with as many days of the one before: half a week with half a week. */
export function digestSpan(name: SpanName, today: Day): DigestSpan {
  switch (name) {
    case 'week':
      return weekly('本周', mondayOf(today), today, today)
    case 'last_week':
      return weekly('上周', addDays(mondayOf(today), -7), addDays(mondayOf(today), -1), today)
    case 'month':
      return monthly('本月', today, today)
    case 'last_month':
      return monthly('上月', addDays(firstOfMonth(today), -1), today)
  }
}

/** The year so far, compared with the same days of the last: what December's report tells of. */
export function yearSpan(today: Day): DigestSpan {
  const from = day(`${yearOf(today)}-01-01`)
  const [before, then] = [addYears(from, -1), addYears(today, -1)]
  return {
    ...{ name: `${yearOf(today)}年`, versus: '比上年同期', from, to: today, asOf: today },
    before: { from: before, to: then, asOf: then },
  }
}

const weekly = (name: string, from: Day, to: Day, asOf: Day): DigestSpan => ({
  ...{ name, from, to, asOf, versus: name === '本周' ? '比上周同期' : '比前一周' },
  before: { from: addDays(from, -7), to: addDays(to, -7), asOf: addDays(asOf, -7) },
})

function monthly(name: string, to: Day, asOf: Day): DigestSpan {
  const from = firstOfMonth(to)
  const isWhole = to === lastOfMonth(to)
  const before = addMonths(from, -1)
  return {
    ...{ name, from, to, asOf, versus: isWhole ? '比前一月' : '比上月同期' },
    before: {
      from: before,
      to: isWhole ? lastOfMonth(before) : addMonths(to, -1),
      asOf: addMonths(asOf, -1),
    },
  }
}
