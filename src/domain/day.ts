import { Temporal } from 'temporal-polyfill'

/**
 * The only file that knows calendars of hours and days. Instants are epoch milliseconds, days are ISO strings;
 * the zone is the city's (all of China keeps one). Neither Node 24 nor workerd has Temporal, hence the polyfill.
 */
export type Instant = number & { readonly __unit: 'epoch ms' }
export type Day = string & { readonly __unit: 'day' }

export const ZONE = 'Asia/Shanghai'
// China has kept UTC+8 without summer time since 1991; records do not reach further back.
const OFFSET_MS = 8 * 3600_000
export const DAY_MS = 86_400_000

export const instant = (ms: number): Instant => ms as Instant
export const plusMs = (at: Instant, ms: number): Instant => (at + ms) as Instant

/** Parses `2026-11-23` strictly; null for anything else, the 30th of February included. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day
  } catch {
    return null
  }
}

/** Trusts its argument: for constants and for values that a zod schema has already parsed. */
export const day = (iso: string): Day => iso as Day

/** Epoch milliseconds of an ISO date-time with an offset, such as `2026-11-23T10:30:00+08:00`. */
/** The moment of an HTTP `Date` header; null where it cannot be read. */
export function httpDate(header: string | null): Instant | null {
  const ms = Date.parse(header ?? '')
  return Number.isNaN(ms) ? null : instant(ms)
}

export const instantOf = (iso: string): Instant => Temporal.Instant.from(iso).epochMilliseconds as Instant

/** Parses `2026-11-23T08:30` in the city's zone, or with an offset or `Z`; null for anything else. */
export function parseMoment(text: string): Instant | null {
  const hasZone = /(Z|[+-]\d{2}:\d{2})$/.test(text)
  try {
    return hasZone
      ? instantOf(text)
      : (Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).epochMilliseconds as Instant)
  } catch {
    return null
  }
}

/** The first millisecond of a day in the city's zone, plus hours and minutes. */
export const at = (on: Day, hour = 0, minute = 0): Instant =>
  (Date.parse(on) - OFFSET_MS + (hour * 60 + minute) * 60_000) as Instant

export const dayOf = (moment: Instant): Day => new Date(moment + OFFSET_MS).toISOString().slice(0, 10) as Day
export const hourOf = (moment: Instant): number => new Date(moment + OFFSET_MS).getUTCHours()
export const minuteOf = (moment: Instant): number => new Date(moment + OFFSET_MS).getUTCMinutes()

export function addDays(on: Day, days: number): Day {
  const date = dateOf(on) + days
  // Most steps stay within a month, and every month has 28 days.
  if (date >= 1 && date <= 28) return `${on.slice(0, 8)}${date < 10 ? '0' : ''}${date}` as Day
  return new Date(Date.parse(on) + days * DAY_MS).toISOString().slice(0, 10) as Day
}
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS
/** 29 February plus one year is 28 February; 31 January plus one month is the last of February. */
export function addMonths(on: Day, months: number): Day {
  // Without Temporal, which takes twenty times as long: the checks do it for every school.
  const all = yearOf(on) * 12 + monthOf(on) - 1 + months
  const [year, month] = [Math.floor(all / 12), all % 12]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const pad = (number: number, length: number) => String(number).padStart(length, '0')
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(Math.min(dateOf(on), last), 2)}` as Day
}
export const addYears = (on: Day, years: number): Day => addMonths(on, years * 12)

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (on: Day): number => ((new Date(on).getUTCDay() + 6) % 7) + 1
export const mondayOf = (on: Day): Day => addDays(on, 1 - weekdayOf(on))
export const yearOf = (on: Day): number => Number(on.slice(0, 4))
export const monthOf = (on: Day): number => Number(on.slice(5, 7))
export const dateOf = (on: Day): number => Number(on.slice(8, 10))
export const firstOfMonth = (on: Day): Day => `${on.slice(0, 7)}-01` as Day
export const lastOfMonth = (on: Day): Day => addDays(addMonths(firstOfMonth(on), 1), -1)
/** 1 to 4. */
export const quarterOf = (on: Day): number => Math.ceil(monthOf(on) / 3)
export const firstOfQuarter = (on: Day): Day => addMonths(firstOfMonth(on), -((monthOf(on) - 1) % 3))
export const lastOfQuarter = (on: Day): Day => addDays(addMonths(firstOfQuarter(on), 3), -1)

/** The day of that number in a month, or null where the month has none (the 31st of November). */
export function dayInMonth(year: number, month: number, date: number): Day | null {
  const pad = (n: number) => String(n).padStart(2, '0')
  return parseDay(`${year}-${pad(month)}-${pad(date)}`)
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']
export const weekdayName = (on: Day): string => `周${WEEKDAYS[weekdayOf(on) - 1]}`

/** `11月28日（周五）`; with the year where it differs from `today`'s. */
export function dayText(on: Day, today?: Day): string {
  const year = today !== undefined && yearOf(on) !== yearOf(today) ? `${yearOf(on)}年` : ''
  return `${year}${monthOf(on)}月${dateOf(on)}日（${weekdayName(on)}）`
}

/** `11月28日（周五）16:05`. */
export const momentText = (moment: Instant): string => `${dayText(dayOf(moment))}${clockText(moment)}`

/** `16:05`. */
export const clockText = (moment: Instant): string => new Date(moment + OFFSET_MS).toISOString().slice(11, 16)

/** First semester 1 August – 31 January, second 1 February – 31 July (policy.md 0). */
export function semesterOf(on: Day): { name: string; from: Day; to: Day } {
  const year = yearOf(on)
  const month = monthOf(on)
  if (month >= 2 && month <= 7)
    return { name: `${year - 1}-${year}-2`, from: day(`${year}-02-01`), to: day(`${year}-07-31`) }
  const start = month >= 8 ? year : year - 1
  return { name: `${start}-${start + 1}-1`, from: day(`${start}-08-01`), to: day(`${start + 1}-01-31`) }
}

/** For libraries that want one. */
export const asDate = (moment: Instant): Date => new Date(moment)

/** `16:05:09`: tells two equal messages of one minute apart. */
export const secondText = (moment: Instant): string =>
  new Date(moment + OFFSET_MS).toISOString().slice(11, 19)
