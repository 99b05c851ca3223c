import { addDays, day, type Day } from '#src/domain/day.ts'

/** Days from one to another, both counted; null is open. */
export type Span = { from: Day | null; to: Day | null }

/** Days from one to another, both counted. */
export type Days = { from: Day; to: Day }

const EVER = day('0001-01-01')
const NEVER = day('9000-12-31')

/** An open end closed with a day beyond all records. */
export const closedSpan = ({ from, to }: Span): Days => ({ from: from ?? EVER, to: to ?? NEVER })

export const holds = ({ from, to }: Span, on: Day): boolean =>
  (from === null || from <= on) && (to === null || on <= to)

/** The days that both hold; null where there are none. */
export function overlap(one: Days, other: Days): Days | null {
  const from = one.from > other.from ? one.from : other.from
  const to = one.to < other.to ? one.to : other.to
  return from <= to ? { from, to } : null
}

/** The earlier of two ends, either of which may be open. */
export const earlierEnd = (one: Day | null, other: Day | null): Day | null =>
  one === null ? other : other === null || one < other ? one : other

export const latest = (days: Iterable<Day>): Day | null => {
  let found: Day | null = null
  for (const each of days) if (found === null || each > found) found = each
  return found
}

export const earliest = (days: Iterable<Day>): Day | null => {
  let found: Day | null = null
  for (const each of days) if (found === null || each < found) found = each
  return found
}

/** The same days in as few spans as can be, the first one first: spans that meet become one. */
export function joined(spans: readonly Days[]): Days[] {
  const whole: Days[] = []
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = whole.at(-1)
    if (!last || span.from > addDays(last.to, 1)) whole.push({ ...span })
    else if (span.to > last.to) last.to = span.to
  }
  return whole
}
