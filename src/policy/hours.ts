import { addDays, at, dayOf, plusMs, type Day, type Instant } from '#src/domain/day.ts'
import { isWorkingDay, workingDayFrom, type WorkingDays } from './working-days.ts'

/**
 * When the clock speaks on a working day: every half hour outside quiet hours. The rule book's own are 08:00, 08:30, 16:00
 * and 17:30 (policy.md 3.2, 6, 8.3); the others are there for those whom people have asked for.
 */
// prettier-ignore
export const SLOTS = [
  '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00', '12:30', '13:00', '13:30',
  '14:00', '14:30', '15:00', '15:30', '16:00', '16:30', '17:00', '17:30', '18:00', '18:30', '19:00', '19:30',
] as const
export type Slot = (typeof SLOTS)[number]

/** One slot of one day. */
export type Hour = { day: Day; slot: Slot }

export function instantOfSlot(day: Day, slot: Slot): Instant {
  const [hour, minute] = slot.split(':').map(Number) as [number, number]
  return at(day, hour, minute)
}

/** What is due at 08:00 goes out over ten minutes (policy.md 8.3). */
const SPREAD_MINUTES = 10
const QUIET_FROM_HOUR = 20
const HALF_HOUR = 30
const MINUTE_MS = 60_000

/** When on this day the clock has spoken to everybody. */
export const lastTurn = (day: Day): Instant => at(day, 8, SPREAD_MINUTES - 1)

/** A person's own minute after eight, the same every day. */
export function turnOf(userid: string, day: Day): Instant {
  let hash = 0
  for (const char of userid) hash = (hash * 31 + (char.codePointAt(0) as number)) % 1_000_003
  return at(day, 8, hash % SPREAD_MINUTES)
}

/** The turn after one that has passed: the day's first where that was before it. */
export function turnAfter(past: Instant | null, day: Day): Instant {
  const first = at(day, 8)
  return past === null || past < first ? first : plusMs(past, MINUTE_MS)
}

/**
 * Whether the clock may speak: on working days from the first slot of the day to the beginning of the quiet hours (20:00 to
 * 07:30). What was held back waits for eight o'clock, so that it comes together with what the new day brings.
 */
export function mayRemind(days: WorkingDays, now: Instant): boolean {
  const today = dayOf(now)
  return isWorkingDay(days, today) && now >= at(today, 8) && now < at(today, QUIET_FROM_HOUR)
}

/** The slots of working days after `from` that have come by `now`, the oldest first. */
export function hoursBetween(days: WorkingDays, from: Instant, now: Instant): Hour[] {
  const hours: Hour[] = []
  for (
    let day = workingDayFrom(days, dayOf(from));
    day <= dayOf(now);
    day = workingDayFrom(days, addDays(day, 1))
  )
    for (const slot of SLOTS) {
      const moment = instantOfSlot(day, slot)
      if (moment > from && moment <= now) hours.push({ day, slot })
    }
  return hours
}

/**
 * Where a clock that is moved on has to stop so that its ticks bring what its minutes would have brought: at each minute
 * in which people have their turn, and every half hour, on which all slots lie. The last one is `to`.
 */
export function stopsBetween(from: Instant, to: Instant): Instant[] {
  const stops: Instant[] = []
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    for (let minute = 0; minute < 24 * 60; minute += HALF_HOUR) stops.push(at(day, 0, minute))
    for (let minute = 1; minute < SPREAD_MINUTES; minute++) stops.push(at(day, 8, minute))
  }
  const between = stops.filter((stop) => stop > from && stop < to)
  return [...between.toSorted((a, b) => a - b), to]
}

/** The end of a day, when what was only for that day has lost its meaning. */
export const endOf = (day: Day): Instant => plusMs(at(addDays(day, 1)), -1)
