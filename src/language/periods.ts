import {
  addDays,
  addMonths,
  day,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  semesterOf,
  yearOf,
  type Day,
} from '#src/domain/day.ts'
import type { DateHeard } from './dates.ts'
import type { Said } from './named.ts'
import { NUMERAL, numeralOf } from './numerals.ts'

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

// In January 12月 is the last one, in November it is the next.
const FAR_AHEAD_DAYS = 183

/** Months of a year that was named, else of this one, or of the last where they are far ahead. */
function monthsNamed(year: string | undefined, from: number, count: number, today: Day): Period {
  const named = months(yearMeant(year, today), from, count)
  const far = !year && daysBetween(today, named.from) > FAR_AHEAD_DAYS
  return far ? months(yearOf(today) - 1, from, count) : named
}

function monthNamed(year: string | undefined, month: number, today: Day): Period | null {
  return month >= 1 && month <= 12 ? monthsNamed(year, month, 1, today) : null
}

const TEN_DAYS: Record<string, readonly [from: number, to: number]> = {
  上: [1, 10],
  中: [11, 20],
  下: [21, 31],
}

/** 上旬, 中旬 or 下旬 of a month. */
function tenDays(month: Period | null, part: string): Period | null {
  const [from, to] = TEN_DAYS[part]!
  if (!month) return null
  const last = addDays(month.from, to - 1)
  return { from: addDays(month.from, from - 1), to: last < month.to ? last : month.to }
}

/** 去年11月到今年2月; the second month is the first such one after the first. */
function fromMonthTo(
  from: Period | null,
  year: string | undefined,
  month: number,
  today: Day,
): Period | null {
  if (!from || !(month >= 1 && month <= 12)) return null
  const same = months(year ? yearMeant(year, today) : yearOf(from.from), month, 1)
  const to = same.to < from.from && !year ? months(yearOf(from.from) + 1, month, 1) : same
  return to.to < from.from ? null : { from: from.from, to: to.to }
}

/** 近三天, 过去30天, 最近一个月: so much time with today as its last day. */
function untilToday(n: number, unit: string, today: Day): Period | null {
  if (!(n >= 1 && n <= 400)) return null
  const days = /周|星期|礼拜/.test(unit) ? 7 * n : n
  const before = /[月年]/.test(unit)
    ? addMonths(today, /年/.test(unit) ? -12 * n : -n)
    : addDays(today, -days)
  return { from: addDays(before, 1), to: today }
}

/** Both semesters of the school year that holds a day. */
function schoolYear(on: Day): Period {
  const { from } = semesterOf(on)
  const start = from.slice(5) === '08-01' ? from : addMonths(from, -6)
  return { from: start, to: addDays(addMonths(start, 12), -1) }
}

function semester(on: Day): Period {
  const { from, to } = semesterOf(on)
  return { from, to }
}

const quarterOf = (today: Day): Day =>
  addMonths(day(`${yearOf(today)}-01-01`), 3 * Math.floor((Number(today.slice(5, 7)) - 1) / 3))

/** Those with more words before those that they contain. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `(?:${YEAR})?(?<!\\d)(1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月?(?:到|至|-)(?:${YEAR})?(1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月(?!\\d|[一二三四五六七八九])`,
    ),
    read: ([, year, first, lastYear, last], today) =>
      fromMonthTo(monthNamed(year, numeralOf(first!) ?? 0, today), lastYear, numeralOf(last!) ?? 0, today),
  },
  {
    pattern: new RegExp(`(?:最?近|过去)的?(?:(${NUMERAL})|(半))(天|日|周|个?星期|个?礼拜|个?月|年)`),
    read: ([, n, half, unit], today) =>
      half
        ? untilToday(/年/.test(unit!) ? 6 : 15, /年/.test(unit!) ? '月' : '天', today)
        : untilToday(numeralOf(n!) ?? 0, unit!, today),
  },
  {
    pattern: /(\d{4})\s*[-~到至]\s*\d{4}学?年度?(?:第?([一二12上下])学期)?/,
    read: ([, year, half]) => {
      const first = day(`${year}-08-01`)
      return half ? semester(/[一1上]/.test(half) ? first : addMonths(first, 6)) : schoolYear(first)
    },
  },
  {
    pattern: /([上本这下])(?:个|一)?学年/,
    read: ([, which], today) => schoolYear(addMonths(today, 12 * shiftOf(which!))),
  },
  {
    pattern: new RegExp(`(?:${YEAR})?前([一二两三1-3])个?季度`),
    read: ([, year, n], today) => months(yearMeant(year, today), 1, 3 * numeralOf(n!)!),
  },
  {
    pattern: new RegExp(`(?:${YEAR})?第?([一二三四1-4])季度`),
    read: ([, year, n], today) => monthsNamed(year, 3 * numeralOf(n!)! - 2, 3, today),
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
    read: ([, which], today) => semester(addMonths(semesterOf(today).from, 6 * shiftOf(which!))),
  },
  {
    pattern: new RegExp(
      `(?:(?:${YEAR})?(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])|${WHICH})月份?([上中下])旬`,
    ),
    read: ([, year, month, which, part], today) => {
      const first = addMonths(firstOfMonth(today), shiftOf(which ?? '本'))
      const meant = month
        ? monthNamed(year, numeralOf(month)!, today)
        : { from: first, to: lastOfMonth(first) }
      return tenDays(meant, part!)
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
  {
    // 年度总结拿来看看 2025的.
    pattern: /(?<!\d)(20[2-4]\d)(?=的|全年|$|[\s,。])/,
    read: ([, year]) => months(Number(year), 1, 12),
  },
  {
    // 导我全年的履职总结, 要一份年度小结.
    pattern:
      /(?<![每各近去前上明一两\d年])(?:全年(?!级|制|龄)|年度(?=[^,。;]{0,6}(?:总结|小结|报告|述职|汇总|简报|情况|履职|工作)))/,
    read: (_, today) => months(yearOf(today), 1, 12),
  },
  { pattern: /(?:今日|今天)/, read: (_, today) => ({ from: today, to: today }) },
]

const SINCE = /^(?:份|的)?(?:以来|至今|到现在|到目前|到今天|以后)/

/** 今年以来, 9月1号至今: up to today. */
function upToToday(plain: string, said: Said<Period>, today: Day): Said<Period> {
  const since = SINCE.exec(plain.slice(said.span[1]))
  if (!since || said.value.from > today) return said
  const span = [said.span[0], said.span[1] + since[0].length] as const
  return { value: { from: said.value.from, to: today }, span }
}

/** One day, or the days of a weekend or of a stretch. */
function ofDate({ day: first, or, until, span }: DateHeard): Said<Period> {
  const [from, to] = or ? [first!, or].sort() : [first!, until ?? first!]
  return { value: { from: from!, to: to! }, span }
}

function ofForms(plain: string, today: Day): Said<Period> | null {
  for (const { pattern, read } of FORMS) {
    const found = pattern.exec(plain)
    const value = found && read(found, today)
    if (value) return { value, span: [found.index, found.index + found[0].length] }
  }
  return null
}

/** 年底考核要用, 距离月底: an end that something is for narrows no list. */
const ONLY_AN_END = /^(?:本|这个?|今)?(?:月底|月末|年底|年末|年前|年关)/

/** The stretch of time that a question names: a named week, month, quarter, half-year or year is meant whole. */
export function periodIn(plain: string, dates: readonly DateHeard[], today: Day): Said<Period> | null {
  const told = dates.filter(({ day: on, span }) => on !== null && !ONLY_AN_END.test(plain.slice(...span)))
  const stretch = told.find(({ until }) => until)
  const said = (stretch && ofDate(stretch)) ?? ofForms(plain, today) ?? (told[0] ? ofDate(told[0]) : null)
  return said && upToToday(plain, said, today)
}
