import type { DateHeard } from './dates.ts'
import type { Heard } from './hear.ts'

/** 12月27开始, 从5号起: whatever else is said of when, this is the first day. */
const BEGINS = /^\s*(?:当天|那天)?(?:起|开始|开班|开课|开训|报到)/
const FROM = /(?:从|自|始于)\s*$/

/** Of several days said of what took place the one that begins it, else the first that can only be one day. */
export function firstDay({ plain, dates }: Pick<Heard, 'plain' | 'dates'>): DateHeard | undefined {
  const told = dates.filter(({ day }) => day !== null)
  const events = told.filter(({ as }) => as === 'event')
  const all = events.length > 0 ? events : told
  const first = all.find(
    ({ span: [from, to] }) => BEGINS.test(plain.slice(to)) || FROM.test(plain.slice(0, from)),
  )
  return first ?? all.find(({ or }) => or === undefined) ?? all[0]
}
