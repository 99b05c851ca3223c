import { addDays, lastOfMonth, mondayOf, type Day } from '#src/domain/day.ts'
import type { WishSaid } from '#src/domain/entry.ts'
import type { Clock } from '#src/domain/wish.ts'
import { clockOf } from '#src/policy/wishes.ts'
import { clockIn } from './clock-times.ts'
import { daysAhead } from './dates.ts'
import { NUMERAL, numeralOf } from './numerals.ts'
import type { Listening } from './understanding.ts'

const WEEK = '(?:周|星期|礼拜)'
const DAYS = '一二三四五六日'
const numberOf = (written: string): number => DAYS.indexOf(written.replace('天', '日')) + 1

const STRETCH = new RegExp(`${WEEK}([${DAYS}天])(?:到|至|-|~)${WEEK}?([${DAYS}天])`)
const SINGLE = new RegExp(`${WEEK}((?:[${DAYS}天](?![个次])[、,和跟及]?${WEEK}?)*[${DAYS}天])(?![个次])`, 'g')

/** 周一到周五, 周二、四, 周末: days of the week, 1 = Monday. */
export function weekdaysIn(plain: string): number[] {
  if (/周末|双休|节假日|放假|休息日/.test(plain)) return [6, 7]
  const stretch = STRETCH.exec(plain)
  const all = stretch
    ? Array.from(DAYS, (_, i) => i + 1).filter(
        (each) => each >= numberOf(stretch[1]!) && each <= numberOf(stretch[2]!),
      )
    : [...plain.matchAll(SINGLE)].flatMap(([, days]) =>
        [...days!.replace(/[^一二三四五六日天]/g, '')].map(numberOf),
      )
  return [...new Set(all)].toSorted((a, b) => a - b)
}

/** What a part of the day means where no hour is said. */
const PARTS: readonly (readonly [RegExp, Clock])[] = [
  [/下班/, '17:00'],
  [/傍晚|晚上|晚间|今晚|每晚/, '18:00'],
  [/下午|午后/, '14:00'],
  [/中午|午间|午休/, '12:00'],
  [/早|上午/, '08:00'],
]

/** The time of day of a reminder: an hour, or what its part of the day means. */
export function timeIn(plain: string): Clock | undefined {
  const clock = clockIn(plain)
  return clock ? clockOf(clock.minutes) : PARTS.find(([words]) => words.test(plain))?.[1]
}

/** 每周五, 周一到周五每天; 周一到周三提醒我 is said of days to come once. */
const EACH_WEEK = new RegExp(
  `每个?${WEEK}|(?:每天|都|以后|固定).*${STRETCH.source}|${STRETCH.source}.*(?:每天|都|[推弹])`,
)
const MONTHLY = new RegExp(`每个?月的?(?:(月?底|末|最后一天)|(${NUMERAL})[号日]?)?`)
const LAST_DATE = 31

/** On which days a reminder of one's own goes: 每周一, 每月25号, 明天. */
export function repeatIn(plain: string, listening: Listening): WishSaid {
  if (EACH_WEEK.test(plain)) {
    const weekdays = weekdaysIn(plain)
    return { every: 'week', weekdays: weekdays.length > 0 ? weekdays : [1] }
  }
  const month = MONTHLY.exec(plain)
  if (month) {
    const date = month[1] ? LAST_DATE : (numeralOf(month[2] ?? '1') ?? 1)
    return { every: 'month', date: Math.min(Math.max(date, 1), LAST_DATE) }
  }
  if (/每天|每日|天天|每个?工作日|每早|每晚/.test(plain)) return { every: 'day' }
  const { day } = daysAhead(plain, listening)
  if (!day) return {}
  // 周五 alone, said to a weekly reminder that waits, is which day of the week.
  const weekdays = /提醒|[本这下]个?(?:周|星期|礼拜)/.test(plain) ? [] : weekdaysIn(plain)
  return { every: 'once', on: day, ...(weekdays.length > 0 && { weekdays }) }
}

/** What is left alone of a day by naming a part of it. */
const QUIET_PARTS: readonly (readonly [RegExp, Clock, Clock])[] = [
  [/晚上|晚间|夜里|夜间|半夜|深夜|睡觉|下班(?:以|之)?后|下班(?:时间)?/, '18:00', '24:00'],
  [/下午|午后/, '14:00', '18:00'],
  [/中午|午休|午睡|午间|吃饭/, '12:00', '14:00'],
  [/大清早|大早上|一大早|清早|早上|早晨|清晨/, '00:00', '09:00'],
  [/上午/, '00:00', '12:00'],
]

const AFTER = /^[整半]?\s*(?:点|钟)?(?:之后|以后|过后|后)/
const BEFORE = /^[整半]?\s*(?:点|钟)?(?:之前|以前|前)/

/** The hours of 晚上, 九点以前, 六点以后; null where none are named. */
export function hoursIn(plain: string): { from: Clock; to: Clock } | null {
  const clock = clockIn(plain)
  if (clock) {
    const rest = plain.slice(clock.span[1])
    if (AFTER.test(rest)) return { from: clockOf(clock.minutes), to: '24:00' }
    if (BEFORE.test(rest)) return { from: '00:00', to: clockOf(clock.minutes) }
  }
  const [first, ...others] = QUIET_PARTS.filter(([words]) => words.test(plain))
  if (!first) return null
  // 下午和晚上: what follows on one another is one stretch.
  const [, from, to] = others.reduce(
    (all, [, start, end]) => (end === all[1] ? [all[0], start, all[2]] : all),
    first,
  )
  return { from, to }
}

const WEEK_DAYS = 7

/** Up to which day: 今天, 这周, 这个月, 到12月1号, 三天; null where none is said. */
export function untilIn(plain: string, listening: Listening): Day | null {
  const { today } = listening
  const monday = mondayOf(today)
  if (/今[天晚日儿]/.test(plain)) return today
  if (/下个?(?:周|星期|礼拜)(?![一二三四五六日天])/.test(plain)) return addDays(monday, 2 * WEEK_DAYS - 1)
  if (/[本这]个?(?:周|星期|礼拜)(?![一二三四五六日天])/.test(plain)) return addDays(monday, WEEK_DAYS - 1)
  if (/[本这]个?月/.test(plain)) return lastOfMonth(today)
  const count = new RegExp(`(${NUMERAL}|几)天`).exec(plain)
  if (count) return addDays(today, (count[1] === '几' ? 3 : (numeralOf(count[1]!) ?? 1)) - 1)
  const { day, until } = daysAhead(plain, listening)
  return until ?? day
}
