import type { Day } from '#src/domain/day.ts'
import { dayAhead, type DateHeard } from '../dates.ts'
import { firstDay } from '../first-day.ts'
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

/** The first day of what took place. */
export const firstDayOf = (heard: Heard): Day | null =>
  firstDay({ plain: heard.plain, dates: daysNamed(heard) })?.day ?? null

/** The day of what can only have taken place: 整改超期两个月 names none to come. */
export function dayGoneBy(heard: Heard, { today }: Listening): Day | null {
  const dates = daysNamed(heard).filter(({ day }) => day !== null && day <= today)
  return firstDay({ plain: heard.plain, dates })?.day ?? null
}

/** The day of the entry that is withdrawn: the Friday to come of 周五的会不开了, the one gone by of 周五那条删掉. */
export function dayOfEntry(heard: Heard, listening: Listening): Day | null {
  const entry = daysNamed(heard)[0]
  if (!entry?.day) return null
  const words = heard.plain.slice(...entry.span)
  const ahead = entry.day < listening.today && BARE.test(words) && ARRANGED.test(heard.plain)
  return (ahead ? dayAhead(words, listening) : null) ?? entry.day
}
