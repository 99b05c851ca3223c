/** Days are ISO strings here too, and the sums with them the oracle's own: empty stands for a day that is not known. */

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
const iso = (year: number, month: number, date: number) => `${pad(year, 4)}-${pad(month)}-${pad(date)}`

export const yearOf = (day: string): number => Number(day.slice(0, 4))
const monthOf = (day: string): number => Number(day.slice(5, 7))
export const dateOf = (day: string): number => Number(day.slice(8, 10))

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const following = new Map<string, string>()

/** The day after. */
export function next(day: string): string {
  const found = following.get(day) ?? nextOf(day)
  following.set(day, found)
  return found
}

function nextOf(day: string): string {
  const [year, month, date] = [yearOf(day), monthOf(day), dateOf(day)]
  if (date < daysInMonth(year, month)) return iso(year, month, date + 1)
  return month < 12 ? iso(year, month + 1, 1) : iso(year + 1, 1, 1)
}

const counted = new Map<string, number>()

/** How many days have passed since the first of January of the year 0. */
function count(day: string): number {
  const found = counted.get(day) ?? counting(day)
  counted.set(day, found)
  return found
}

function counting(day: string): number {
  const year = yearOf(day)
  let days = year * 365 + Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400)
  for (let month = 1; month < monthOf(day); month++) days += daysInMonth(year, month)
  return days + dateOf(day) - 1
}

/** Days between = difference of dates (B2.2). */
export const between = (from: string, to: string): number => count(to) - count(from)

/** Monday to Friday. The first of January of the year 0 was a Saturday. */
export const isWeekday = (day: string): boolean => count(day) % 7 >= 2

export function plusDays(day: string, n: number): string {
  const wanted = count(day) + n
  let [year, month] = [Math.floor(wanted / 365.2425), 1]
  while (count(iso(year + 1, 1, 1)) <= wanted) year++
  while (count(iso(year, 1, 1)) > wanted) year--
  while (month < 12 && count(iso(year, month + 1, 1)) <= wanted) month++
  return iso(year, month, wanted - count(iso(year, month, 1)) + 1)
}

/** Keeps the day, or takes the last of a shorter month (B2.2). */
export function plusMonths(day: string, n: number): string {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + n
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return iso(year, month, Math.min(dateOf(day), daysInMonth(year, month)))
}

export const plusYears = (day: string, n: number): string => plusMonths(day, 12 * n)

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`
export const lastOfMonth = (day: string): string => plusDays(plusMonths(firstOfMonth(day), 1), -1)

/** The earlier of two days of which either may be empty (open). */
export function earlierEnd(a: string, b: string): string {
  if (a === '') return b
  if (b === '') return a
  return a < b ? a : b
}

/** Both ends included; an empty end is open, an empty start is always (B2.5). */
export const holds = (from: string, to: string, day: string): boolean =>
  (from === '' || from <= day) && (to === '' || day <= to)

/** The latest of days, empty where there is none. */
export const latest = (days: readonly string[]): string => [...days].sort().at(-1) ?? ''
/** The earliest of days, empty where there is none. */
export const earliest = (days: readonly string[]): string => [...days].sort()[0] ?? ''

/** A figure: null for a day that cannot be had. */
export const orNull = (day: string): string | null => (day === '' ? null : day)
