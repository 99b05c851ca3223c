import {
  addDays,
  addMonths,
  day,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  semesterOf,
  yearOf,
  type Day,
} from '#src/domain/day.ts'
import type { DateHeard } from './dates.ts'
import type { Said } from './named.ts'
import { numeralOf } from './numerals.ts'

/** Both days belong to it. */
export type Period = { from: Day; to: Day }

type Form = { pattern: RegExp; read(found: RegExpExecArray, today: Day): Period | null }

const SHIFTS: Record<string, number> = {
  上上: -2,
  上: -1,
  前: -1,
  去: -1,
  本: 0,
  这: 0,
  当: 0,
  今: 0,
  下: 1,
  明: 1,
}
const shiftOf = (written: string): number => SHIFTS[written.replace(/[个一]/g, '')] ?? 0
const YEAR = '(去|今|本|上|前|当|明|\\d{4})(?:一?年度?)'
const WHICH = '(上上个?|上一?个?|本|这个?|当|下一?个?)'

/** The year that 去年, 本年度 or 2025年 names; this one where none was named. */
function yearMeant(written: string | undefined, today: Day): number {
  if (!written) return yearOf(today)
  if (/\d/.test(written)) return Number(written)
  return yearOf(today) + (written === '前' ? -2 : shiftOf(written))
}

const months = (year: number, from: number, count: number): Period => {
  const first = addMonths(day(`${year}-01-01`), from - 1)
  return { from: first, to: lastOfMonth(addMonths(first, count - 1)) }
}

const week = (today: Day, weeks: number): Period => {
  const from = addDays(mondayOf(today), weeks * 7)
  return { from, to: addDays(from, 6) }
}

/** A month without a year is the latest that has begun, unless a year was named. */
function monthNamed(year: string | undefined, month: number, today: Day): Period | null {
  if (!(month >= 1 && month <= 12)) return null
  const named = months(yearMeant(year, today), month, 1)
  return year || named.from <= today ? named : months(yearOf(today), month, 1)
}

const quarterOf = (today: Day): Day =>
  addMonths(day(`${yearOf(today)}-01-01`), 3 * Math.floor((Number(today.slice(5, 7)) - 1) / 3))

/** Those with more words before those that they contain. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `(?:${YEAR})?(1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月?(?:到|至|-)(1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月(?!\\d|[一二三四五六七八九])`,
    ),
    read: ([, year, first, last], today) => {
      const [from, to] = [numeralOf(first!)!, numeralOf(last!)!]
      return from >= 1 && to <= 12 && from <= to ? months(yearMeant(year, today), from, to - from + 1) : null
    },
  },
  {
    pattern: new RegExp(`(?:${YEAR})?第?([一二三四1-4])季度`),
    read: ([, year, n], today) => months(yearMeant(year, today), 3 * numeralOf(n!)! - 2, 3),
  },
  {
    pattern: new RegExp(`${WHICH}季度`),
    read: ([, which], today) => {
      const from = addMonths(quarterOf(today), 3 * shiftOf(which!))
      return { from, to: lastOfMonth(addMonths(from, 2)) }
    },
  },
  {
    pattern: new RegExp(`(?:${YEAR})?([上下])半年`),
    read: ([, year, half], today) => months(yearMeant(year, today), half === '上' ? 1 : 7, 6),
  },
  {
    pattern: /([上本这下])(?:个|一)?学期/,
    read: ([, which], today) => {
      const { from, to } = semesterOf(addMonths(semesterOf(today).from, 6 * shiftOf(which!)))
      return { from, to }
    },
  },
  {
    pattern: new RegExp(
      `(?:${YEAR})?(?<![\\d上下本这])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|的|(?!\\d|[一二三四五六七八九十底初末中上下旬]))`,
    ),
    read: ([, year, month], today) => monthNamed(year, numeralOf(month!)!, today),
  },
  {
    pattern: new RegExp(`${WHICH}月`),
    read: ([, which], today) => {
      const from = addMonths(firstOfMonth(today), shiftOf(which!))
      return { from, to: lastOfMonth(from) }
    },
  },
  {
    pattern: new RegExp(`${WHICH}(?:周|星期|礼拜)(?![一二三四五六日天末1-7])`),
    read: ([, which], today) => week(today, shiftOf(which!)),
  },
  { pattern: new RegExp(YEAR), read: ([, year], today) => months(yearMeant(year, today), 1, 12) },
  { pattern: /(?:今日|今天)/, read: (_, today) => ({ from: today, to: today }) },
]

/** The stretch of time that a question names: a named week, month, quarter, half-year or year is meant whole. */
export function periodIn(plain: string, dates: readonly DateHeard[], today: Day): Said<Period> | null {
  const stretch = dates.find(({ day, until }) => day && until)
  if (stretch) return { value: { from: stretch.day!, to: stretch.until! }, span: stretch.span }
  for (const { pattern, read } of FORMS) {
    const found = pattern.exec(plain)
    const value = found && read(found, today)
    if (value) return { value, span: [found.index, found.index + found[0].length] }
  }
  const only = dates.find(({ day: on }) => on !== null)
  return only ? { value: { from: only.day!, to: only.day! }, span: only.span } : null
}
