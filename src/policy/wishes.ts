import {
  addDays,
  at,
  dateOf,
  dayOf,
  firstOfMonth,
  hourOf,
  lastOfMonth,
  minuteOf,
  mondayOf,
  plusMs,
  weekdayOf,
  type Day,
  type Instant,
} from '#src/domain/day.ts'
import type { Asked, Clock, Pause, Quiet, WishDays } from '#src/domain/wish.ts'
import { instantOfSlot, mayRemind, SLOTS } from './hours.ts'
import { isWorkingDay, workingDayFrom, workingDayUntil, type WorkingDays } from './working-days.ts'

/** A pause ends by itself: after a week where nobody says until when, and after thirty days at the latest. */
export const PAUSE_DAYS = 7
export const LONGEST_PAUSE_DAYS = 30

const WEEK = 7

/**
 * The working day on which a reminder of one's own goes, in the week, month or on the day to which `on` belongs: from a day
 * off it moves on to the next working day (policy.md 8.3), and never out of its week or month. Null where there is none.
 */
export function daysOf(days: WorkingDays, wish: WishDays, on: Day): Day[] {
  switch (wish.every) {
    case 'day':
      return isWorkingDay(days, on) ? [on] : []
    case 'week': {
      const monday = mondayOf(on)
      const moved = wish.weekdays.map((weekday) => workingDayFrom(days, addDays(monday, weekday - 1)))
      return [...new Set(moved)].filter((each) => each < addDays(monday, WEEK))
    }
    case 'month': {
      const last = lastOfMonth(on)
      const moved = workingDayFrom(days, addDays(firstOfMonth(on), Math.min(wish.date, dateOf(last)) - 1))
      return [moved > last ? workingDayUntil(days, last) : moved]
    }
    case 'once':
      return [wish.on]
  }
}

/**
 * Which of its days a reminder of one's own has come to by the clock of `on`, still worth saying `today`: what the clock has
 * missed while it stood still is said as long as its week or month runs; null where there is none.
 */
export function dayComeTo(days: WorkingDays, wish: Asked, on: Day, today: Day): Day | null {
  if (!daysOf(days, wish, on).includes(on)) return null
  if (wish.every === 'day') return on === today ? on : null
  if (wish.every === 'week') return mondayOf(on) === mondayOf(today) ? on : null
  return wish.every === 'once' || firstOfMonth(on) === firstOfMonth(today) ? on : null
}

/** What somebody wants to be left alone with, and until when. */
export type Quietness = { quiets: readonly Quiet[]; pause: Pause | null }

/** What the clock has for him: of his own work, so that a pause may drop it; at a time that he has named himself. */
export type ToSay = { own: boolean; asked: boolean; until: Instant }

const minutesOf = (clock: Clock): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

function isQuiet(quiets: readonly Quiet[], moment: Instant): boolean {
  const weekday = weekdayOf(dayOf(moment))
  const minute = hourOf(moment) * 60 + minuteOf(moment)
  return quiets.some(
    ({ weekdays, from, to }) =>
      (weekdays.length === 0 || weekdays.includes(weekday)) &&
      minute >= minutesOf(from) &&
      minute < minutesOf(to),
  )
}

/** So far is looked ahead for an hour at which he may be told. */
const LOOK_AHEAD_DAYS = 14

function nextHour(days: WorkingDays, quiets: readonly Quiet[], now: Instant): Instant | null {
  for (let on = dayOf(now); on <= addDays(dayOf(now), LOOK_AHEAD_DAYS); on = addDays(on, 1))
    for (const slot of SLOTS) {
      const moment = instantOfSlot(on, slot)
      if (moment > now && mayRemind(days, moment) && !isQuiet(quiets, moment)) return moment
    }
  return null
}

/**
 * When somebody is to hear what the clock has for him now; null where he does not want it. Hours put it off, a pause drops
 * what is of his own work alone. What would lose its meaning by waiting is not silenced where others rely on it: it comes now.
 */
export function whenToSay(
  days: WorkingDays,
  { quiets, pause }: Quietness,
  { own, asked, until }: ToSay,
  now: Instant,
): Instant | null {
  if (own && pause && dayOf(now) <= pause.until) return null
  if (asked || !isQuiet(quiets, now)) return now
  const next = nextHour(days, quiets, now)
  if (next !== null && next < until) return next
  return own ? null : now
}

/** The half hour up to which a time is rounded down. */
export function slotOf(clock: Clock): Clock {
  const minutes = minutesOf(clock)
  return clockOf(minutes - (minutes % 30))
}

/** `08:30` of minutes since midnight. */
export const clockOf = (minutes: number): Clock =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The moment at which a reminder that is put off comes: that one, or the next at which the clock may speak. */
export function nextChance(days: WorkingDays, wanted: Instant): Instant {
  if (mayRemind(days, wanted)) return wanted
  const today = dayOf(wanted)
  const morning = at(today, 8)
  if (isWorkingDay(days, today) && wanted < morning) return morning
  return at(workingDayFrom(days, addDays(today, 1)), 8)
}

const HOUR_MS = 3_600_000
export const inAnHour = (now: Instant): Instant => plusMs(now, HOUR_MS)
