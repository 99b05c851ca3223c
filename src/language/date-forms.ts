import {
  addDays,
  addMonths,
  dayInMonth,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  monthOf,
  weekdayOf,
  yearOf,
  type Day,
} from '#src/domain/day.ts'
import { springFestival } from '#src/policy/statutory-days.ts'
import { addWorkingDays, type WorkingDays } from '#src/policy/working-days.ts'
import { NUMERAL, numeralOf } from './numerals.ts'

/** Whether a bare weekday or day number looks back (something done) or ahead (something to do). */
export type Tense = 'past' | 'future'
export type When = { today: Day; tense: Tense; workingDays: WorkingDays }

/**
 * One way to say a day. `nature`: `past` is always an event; `ahead` is a deadline unless a verb of going follows;
 * `term` is a length of time, a deadline only near words of putting right; `open` is settled by its neighbours.
 */
export type DateForm = {
  nature: 'past' | 'ahead' | 'term' | 'open'
  pattern: RegExp
  /** Null where the words name a day that cannot be told (期末, the 31st of November). */
  read(found: RegExpExecArray, when: When): Day | null
}

const pattern = (source: string): RegExp => new RegExp(source.replaceAll('<n>', `(${NUMERAL})`), 'g')
const number = (written: string | undefined): number => numeralOf(written ?? '') ?? NaN

const RELATIVE: Record<string, number> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  前儿: -2,
  昨天: -1,
  昨儿: -1,
  昨日: -1,
  昨: -1,
  明天: 1,
  明日: 1,
  明: 1,
  后天: 2,
  大后天: 3,
}

const WEEKS: Record<string, number> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 }
const weeksOf = (prefix: string): number => WEEKS[prefix.replace('个', '')] ?? 0
const weekdayNumber = (written: string): number =>
  '一二三四五六日'.indexOf(written.replace(/[天末7]/, '日')) + 1 || number(written)

const inWeek = (today: Day, weeks: number, weekday: number): Day =>
  addDays(mondayOf(today), weeks * 7 + weekday - 1)

/** A bare weekday never means today: one would have said 今天. */
function bareWeekday(weekday: number, { today, tense }: When): Day {
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  return addDays(today, tense === 'future' ? ahead || 7 : ahead - 7)
}

/** The nearest month, from this one on in the given direction, in which that day exists and lies right. */
function bareDate(date: number, { today, tense }: When): Day | null {
  const step = tense === 'future' ? 1 : -1
  for (let months = 0; months < 3; months++) {
    const month = addMonths(firstOfMonth(today), months * step)
    const found = dayInMonth(yearOf(month), monthOf(month), date)
    if (found && daysBetween(today, found) * step >= 0) return found
  }
  return null
}

// A deadline a few weeks gone is a slip to be asked about, not one of next year; likewise a visit a few weeks ahead.
const SLIP_DAYS = 45

function monthAndDate(month: number, date: number, { today, tense }: When): Day | null {
  const year = yearOf(today)
  const found = dayInMonth(year, month, date)
  const away = found ? daysBetween(today, found) : 0
  if (tense === 'future' && away < -SLIP_DAYS) return dayInMonth(year + 1, month, date)
  if (tense === 'past' && away > SLIP_DAYS) return dayInMonth(year - 1, month, date)
  return found ?? dayInMonth(year + (tense === 'future' ? 1 : -1), month, date)
}

const YEARS: Record<string, number> = { 去年: -1, 今年: 0, 本年: 0, 明年: 1 }

function inYear(prefix: string | undefined, month: number, date: number, when: When): Day | null {
  if (!prefix) return monthAndDate(month, date, when)
  const shift = YEARS[prefix]
  return dayInMonth(shift === undefined ? parseInt(prefix) : yearOf(when.today) + shift, month, date)
}

const MONTHS: Record<string, number> = { 上: -1, 本: 0, 这: 0, 当: 0, 下: 1 }

/** The first day of the month meant by 上个, 本, 下, 11 or nothing. */
function monthMeant(written: string | undefined, { today, tense }: When): Day | null {
  const shift = MONTHS[(written ?? '本').replace('个', '')]
  if (shift !== undefined) return addMonths(firstOfMonth(today), shift)
  const first = dayInMonth(yearOf(today), number(written), 1)
  if (!first) return null
  const gone = lastOfMonth(first) < today
  if (tense === 'future') return gone ? addMonths(first, 12) : first
  return first > today ? addMonths(first, -12) : first
}

const PART_OF_MONTH: Record<string, number> = { 初: 1, 上旬: 10, 中: 15, 中旬: 20 }

function partOfMonth(month: Day | null, part: string): Day | null {
  if (!month) return null
  const date = PART_OF_MONTH[part]
  return date === undefined ? lastOfMonth(month) : addDays(month, date - 1)
}

/** 月初 and 月中 without a month: the next that has not gone by. */
function nextPartOfMonth(written: string | undefined, part: string, when: When): Day | null {
  const found = partOfMonth(monthMeant(written, when), part)
  const gone = !written && found !== null && found < when.today
  return gone ? partOfMonth(addMonths(firstOfMonth(when.today), 1), part) : found
}

function later(from: Day, n: number, unit: string, workingDays: WorkingDays): Day | null {
  if (Number.isNaN(n) || Math.abs(n) > 400) return null
  if (/工作日/.test(unit)) return addWorkingDays(workingDays, from, n)
  if (/周|星期|礼拜/.test(unit)) return addDays(from, n * 7)
  if (/月/.test(unit)) return addMonths(from, n)
  if (/小?时/.test(unit)) return addDays(from, Math.ceil(n / 24))
  return addDays(from, n)
}

const FESTIVALS: Record<string, readonly [number, number]> = {
  元旦: [1, 1],
  五一: [5, 1],
  劳动节: [5, 1],
  六一: [6, 1],
  儿童节: [6, 1],
  教师节: [9, 10],
  国庆: [10, 1],
  国庆节: [10, 1],
}

/** The first working day after the holiday named, or after the next one that is arranged. */
function firstDayBack(name: string, { today, workingDays }: When): Day | null {
  const festival = FESTIVALS[name]
  const from = festival
    ? monthAndDate(...festival, { today, tense: 'future', workingDays })
    : name === '春节'
      ? [yearOf(today), yearOf(today) + 1].map(springFestival).find((on) => on >= today)!
      : nextHoliday(today, workingDays)
  return from && addWorkingDays(workingDays, from, 1)
}

/** The next day off that is no weekend's; none within half a year is not known. */
function nextHoliday(today: Day, workingDays: WorkingDays): Day | null {
  for (let days = 0; days < 183; days++) {
    const on = addDays(today, days)
    if (workingDays.exception(on) === 'off') return on
  }
  return null
}

const WEEK = '(?:周|星期|礼拜)'
const UNIT = '(个?工作日|天|日|周|个?星期|个?礼拜|个?月|个?小时)'
// 3.5米, 1-2次 and 2/3 are no dates: after a bare 11.20 only these may follow.
const AFTER_SHORT_DATE =
  '(?=$|[\\s,。;!?:)、]|[日号]|之?前|以前|[前去到来在早晚上下中的改整完我督检听巡进给跟和对复])'
// 11月28日（周五）: the weekday only repeats the date.
const ALSO_WEEKDAY = `(?:\\s*\\(?${WEEK}[一二三四五六日天]\\)?)?`
// 3号楼, 2号门 and 12号文 are places and papers.
const NOT_A_NUMBERED_THING = '(?![楼门厅桌床车机线岗房柜窗井栋校教食堂宿舍文令件])'

/** The ways to say a day, those with more words before those with fewer. */
export const DATE_FORMS: readonly DateForm[] = [
  {
    nature: 'open',
    pattern: pattern(
      '(?<![\\d〔(\\[])(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})[日号]?(?!\\d)' + ALSO_WEEKDAY,
    ),
    read: ([, year, month, date]) => dayInMonth(number(year), number(month), number(date)),
  },
  {
    nature: 'open',
    pattern: pattern(
      '(?<!\\d)(今年|明年|去年|本年|\\d{4}年)?(\\d{1,2}|元|[一二三四五六七八九十]{1,2})月<n>(?:[日号]|(?![\\d份个]))' +
        ALSO_WEEKDAY,
    ),
    read: ([, year, month, date], when) => inYear(year, number(month), number(date), when),
  },
  {
    nature: 'open',
    pattern: pattern(
      `(?<![\\d.\\-/a-z])(\\d{1,2})[./-](\\d{1,2})(?!\\d)${AFTER_SHORT_DATE}[日号]?${ALSO_WEEKDAY}`,
    ),
    read: ([, month, date], when) => monthAndDate(number(month), number(date), when),
  },
  {
    nature: 'open',
    pattern: pattern(`(上个?|本|这个?|当|下个?)月<n>[日号]${NOT_A_NUMBERED_THING}${ALSO_WEEKDAY}`),
    read: ([, which, date], when) => {
      const month = monthMeant(which, when)
      return month && dayInMonth(yearOf(month), monthOf(month), number(date))
    },
  },
  {
    nature: 'open',
    pattern: pattern(
      `(?<![第〕\\d月.\\-/)a-z一二三四五六七八九十])<n>号${NOT_A_NUMBERED_THING}${ALSO_WEEKDAY}`,
    ),
    read: ([, date], when) => bareDate(number(date), when),
  },
  {
    // 3日内 is a term; 15日前 and 25日上午 name the day.
    nature: 'open',
    pattern: pattern(
      '(?<![第〕\\d月.\\-/)a-z一二三四五六七八九十])<n>日(?=之?前(?!去|来|到|往)|以前)|(?:^|(?<=[\\s,。;于在到至]))<n>日(?=[上下]午|去|到|我|在|对|复查|回头看|召开|督导|检查|前往)',
    ),
    read: ([, date, other], when) => bareDate(number(date ?? other), when),
  },
  {
    // At the head of a message 3/10 is a day, whatever follows it.
    nature: 'open',
    pattern: pattern('(?<=^\\s*)(\\d{1,2})[./](\\d{1,2})(?=[一-龥])(?![米个节条日号月])'),
    read: ([, month, date], when) => monthAndDate(number(month), number(date), when),
  },
  {
    // 从周一到周三: the first day tells when it began.
    nature: 'open',
    pattern: pattern(`从?${WEEK}([一二三四五六日天])(?:到|至)(?:${WEEK})?([一二三四五六日天])`),
    read: ([, weekday], when) => bareWeekday(weekdayNumber(weekday!), when),
  },
  {
    nature: 'past',
    pattern: pattern(`(上上个?|上个?)${WEEK}([一二三四五六日天末1-7])(?![次节]|\\d(?!\\d?[:点时]))`),
    read: ([, weeks, weekday], { today }) => inWeek(today, weeksOf(weeks!), weekdayNumber(weekday!)),
  },
  {
    nature: 'ahead',
    pattern: pattern(`((?<!一)下下个?|下个?)${WEEK}([一二三四五六日天末1-7])(?![次节]|\\d(?!\\d?[:点时]))`),
    read: ([, weeks, weekday], { today }) => inWeek(today, weeksOf(weeks!), weekdayNumber(weekday!)),
  },
  {
    nature: 'open',
    pattern: pattern(`(本|这个?)${WEEK}([一二三四五六日天末1-7])(?![次节]|\\d(?!\\d?[:点时]))`),
    read: ([, , weekday], { today }) => inWeek(today, 0, weekdayNumber(weekday!)),
  },
  {
    nature: 'ahead',
    pattern: pattern(`(本|这个?|下个?)?${WEEK}(?:之内|以内|内|结束前)`),
    read: ([, weeks = '本'], { today }) => inWeek(today, weeksOf(weeks), 7),
  },
  {
    nature: 'ahead',
    pattern: pattern(`(?<![一二两三四五六七八九十\\d])(下个?)${WEEK}(?=之?前)`),
    read: (_, { today }) => inWeek(today, 1, 7),
  },
  {
    nature: 'open',
    pattern: pattern(
      `(?<![每逢隔一二两三四五六七八九十\\d至到和、])${WEEK}([一二三四五六日天末1-7])(?![次节至]|\\d(?!\\d?[:点时])|到${WEEK}|个?课时)`,
    ),
    read: ([, weekday], when) => bareWeekday(weekdayNumber(weekday!), when),
  },
  {
    nature: 'past',
    pattern: pattern('(?:大前天|前天|前日|前儿|昨天|昨日|昨儿|昨(?=早|晨|晚|夜|上午|下午|中午))'),
    read: ([said], { today }) => addDays(today, RELATIVE[said]!),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      '(?:大后天|(?<!之|以)后天|明天|明日|(?<![一-龥])明(?=早|晨|晚|上午|下午)|(?<=[我们在到于是改成为定约])明(?=早|晨|晚|上午|下午))',
    ),
    read: ([said], { today }) => addDays(today, RELATIVE[said]!),
  },
  {
    nature: 'open',
    pattern: pattern('(?:今天|今日|今儿|当天|当日|刚才|刚刚|今(?=早|晨|晚|上午|下午|中午))'),
    read: (_, { today }) => today,
  },
  {
    nature: 'past',
    pattern: pattern(`(?:<n>|(半))${UNIT}(?:之前|以前|前)(?=[,\\s]|去|到|来|我|在|督|检|查|听)`),
    read: ([, n, half, unit], { today, workingDays }) =>
      half ? addDays(today, /月/.test(unit!) ? -15 : NaN) : later(today, -number(n), unit!, workingDays),
  },
  {
    nature: 'term',
    pattern: pattern(`(?<![第\\d.前后近])(?:<n>|(半))${UNIT}(?:之内|以内|内|之后|以后|后)?`),
    read: ([, n, half, unit], { today, workingDays }) =>
      half ? (/月/.test(unit!) ? addDays(today, 15) : today) : later(today, number(n), unit!, workingDays),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      '(?:(上个?|本|这个?|当|下个?|\\d{1,2}|[一二三四五六七八九十]{1,2}))?月(底|末|中旬|上旬|下旬|初|中(?![午考学心]))',
    ),
    read: ([, which, part], when) => nextPartOfMonth(which, part!, { ...when, tense: 'future' }),
  },
  {
    nature: 'ahead',
    pattern: pattern('(本|这个?|当|下个?)?月(?:之内|以内|内)'),
    read: ([, which], when) => partOfMonth(monthMeant(which, when), '末'),
  },
  {
    nature: 'ahead',
    pattern: pattern('(?:今年|本年)?(?:年底|年末|年内)|(?:今年|本年)(?:之内|以内|内)'),
    read: (_, { today }) => dayInMonth(yearOf(today), 12, 31),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      `(${Object.keys(FESTIVALS)
        .sort((a, b) => b.length - a.length)
        .join('|')})(?=之?前|以前)`,
    ),
    read: ([, name], when) => monthAndDate(...FESTIVALS[name!]!, { ...when, tense: 'future' }),
  },
  {
    nature: 'ahead',
    pattern: pattern('(?:春节|过年|年)(?=之?前(?!$|[一-龥]{0,2}年)|以前)|(?:春节|过年|年)(?=前$)'),
    read: ([said], { today }) => {
      const coming = [yearOf(today), yearOf(today) + 1].map(springFestival).find((on) => on >= today)!
      // 年前 is said of the lunar year from December on; before that the calendar's year ends first.
      return said === '年' && monthOf(today) < 12 && monthOf(today) > 2
        ? dayInMonth(yearOf(today), 12, 31)
        : coming
    },
  },
  {
    nature: 'ahead',
    pattern: pattern(
      '(春节|国庆|五一|元旦|清明|端午|中秋|节|假期?|长假|放假)(?:节|假期?|长假)?(?:后|结束后?|回来)(?:的)?(?:第一天(?:上班)?|第一个(?:工作日|上班日)|上班(?:的)?第一天|上班(?:后)?首日)',
    ),
    read: ([, name], when) => firstDayBack(name!, when),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      '(?:本?学期末|期末|学期结束|放假|放寒假|放暑假|寒假|暑假|春节|过年|开学|本?学期)(?=之?前|以前|内)',
    ),
    read: () => null,
  },
]
