import type { Day } from '#src/domain/day.ts'
import { dayAhead, type DateHeard } from '../dates.ts'
import type { Heard } from '../hear.ts'
import type { Listening } from '../understanding.ts'

/** 刚才那条 and 当天停课 name no day. */
const NO_DAY = /刚|当[天日]/
/** What lies ahead when it is called off: a bare weekday of it is the next. */
const ARRANGED = /会|复查|回头看|约谈|行程|计划|安排|原定|预约/
const BARE = /^(?:周|星期|礼拜|[\d一二三四五六七八九十]+[号日])/

/** The days that are named outright. */
export const daysNamed = ({ dates, plain }: Heard): DateHeard[] =>
  dates.filter(({ span }) => !NO_DAY.test(plain.slice(...span)))

/** 12月27开始, 从5号起: whatever else is said of when, this is the first day. */
const BEGINS = /^\s*(?:当天|那天)?(?:起|开始|开班|开课|开训|报到)/
const FROM = /(?:从|自|始于)\s*$/

/** The first day of what took place; of several that were said the one that begins it, else the first that can only be one day. */
export function firstDayOf(heard: Heard): Day | null {
  const told = daysNamed(heard).filter(({ day }) => day !== null)
  const events = told.filter(({ as }) => as === 'event')
  const all = events.length > 0 ? events : told
  const first = all.find(
    ({ span: [from, to] }) => BEGINS.test(heard.plain.slice(to)) || FROM.test(heard.plain.slice(0, from)),
  )
  return (first ?? all.find(({ or }) => or === undefined) ?? all[0])?.day ?? null
}

/** The day of the entry that is withdrawn: the Friday to come of 周五的会不开了, the one gone by of 周五那条删掉. */
export function dayOfEntry(heard: Heard, listening: Listening): Day | null {
  const entry = daysNamed(heard)[0]
  if (!entry?.day) return null
  const words = heard.plain.slice(...entry.span)
  const ahead = entry.day < listening.today && BARE.test(words) && ARRANGED.test(heard.plain)
  return (ahead ? dayAhead(words, listening) : null) ?? entry.day
}
