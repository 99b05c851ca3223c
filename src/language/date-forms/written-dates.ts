import {
  addMonths,
  dayInMonth,
  daysBetween,
  firstOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
  type Day,
} from '#src/domain/day.ts'
import { number, pattern, SLIP_DAYS, stretch, type DateForm, type Reading, type When } from './form.ts'
import { WEEK, weekdayNumber, weekdaySaid } from './weekdays.ts'

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

/** 周五21号, 下周三26号: the day of that number that is such a weekday; where none is, it may be either. */
function weekdayAndDate(which: string | undefined, weekday: string, date: number, when: When): Reading {
  const byWeekday = weekdaySaid(which, weekday, when)
  const month = firstOfMonth(when.today)
  const near = [0, 1, -1].flatMap(
    (months) => dayInMonth(yearOf(addMonths(month, months)), monthOf(addMonths(month, months)), date) ?? [],
  )
  const both = near.filter((on) => weekdayOf(on) === weekdayNumber(weekday))
  const looked = both.find((on) => (when.tense === 'future' ? on >= when.today : on <= when.today))
  const byDate = bareDate(date, when)
  return looked || both[0]
    ? { day: looked ?? both[0]! }
    : { day: byDate ?? byWeekday, ...(byDate && { or: byWeekday }) }
}

/** That day of the year that the words look to; the 29th of February only where it lies within a year. */
export function monthAndDate(month: number, date: number, { today, tense }: When): Day | null {
  const year = yearOf(today)
  const found = dayInMonth(year, month, date)
  const away = found ? daysBetween(today, found) : 0
  if (tense === 'future' && away < -SLIP_DAYS) return dayInMonth(year + 1, month, date)
  if (tense === 'past' && away > SLIP_DAYS) return dayInMonth(year - 1, month, date)
  const other = found ?? dayInMonth(year + (tense === 'future' ? 1 : -1), month, date)
  return other && Math.abs(daysBetween(today, other)) <= 366 ? other : null
}

const YEARS: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2 }
const CENTURY = 2000

/** 明年, 2026年, 26年, 二〇二六年. */
function yearMeant(written: string, { today }: When): number {
  const shift = YEARS[written]
  if (shift !== undefined) return yearOf(today) + shift
  const digits = [...written.replace('年', '')].map((char) => {
    const digit = '〇一二三四五六七八九'.indexOf(char === '零' ? '〇' : char)
    return digit < 0 ? char : String(digit)
  })
  const year = Number(digits.join(''))
  return year < 100 ? CENTURY + year : year
}

function inYear(year: string | undefined, month: number, date: number, when: When): Day | null {
  return year ? dayInMonth(yearMeant(year, when), month, date) : monthAndDate(month, date, when)
}

const MONTHS: Record<string, number> = { 上: -1, 本: 0, 这: 0, 当: 0, 下: 1 }

/** 本月20号, 下个月5日. */
function inMonth(which: string, date: number, today: Day): Day | null {
  const month = addMonths(firstOfMonth(today), MONTHS[which.replace(/[个一]/g, '')]!)
  return dayInMonth(yearOf(month), monthOf(month), date)
}

/** 22到24号: the second day follows the first within a month. */
function toDate(from: Day | null, date: number): Reading {
  if (!from) return { day: null }
  const until = dayInMonth(yearOf(from), monthOf(from), date)
  const next = addMonths(firstOfMonth(from), 1)
  return stretch(from, until && until >= from ? until : dayInMonth(yearOf(next), monthOf(next), date))
}

/** 10月22日到11月3日: the second day is the first such one after it. */
function toMonthAndDate(from: Day | null, month: string | undefined, date: number): Reading {
  if (!from || !month) return toDate(from, date)
  const years = [yearOf(from), yearOf(from) + 1].map((year) => dayInMonth(year, number(month), date))
  return stretch(from, years.find((on) => on !== null && on >= from) ?? null)
}

const YEAR = '(前年|去年|今年|本年|明年|后年|\\d{4}年|(?<!\\d)\\d{2}年|[二][〇零一二三四五六七八九]{3}年)'
const MONTH = '(1[0-2]|0?[1-9]|元|十[一二]?|[一二三四五六七八九])月(?:份)?'
const TO = '\\s*(?:到|至|-|—|~)\\s*'
const WHICH_MONTH = '(上一?个?|本|这个?|当|下一?个?)月(?:份)?'
// What digits measure and cannot be a month or a day: 3.5米, 1-2次, 2/3的学生, 高1.2,.
const NOT_MEASURED = '(?<![\\d.\\-/:a-z高宽深厚长距约仅达超占均价度率分量径比第])'
const SHORT_MONTH = '(1[0-2]|0?[1-9])'
const SHORT_DATE = '(3[01]|[12]\\d|0?[1-9])(?!\\d)(?![./-]\\d)'
// After a bare 11.20 only these may follow.
const AFTER_SHORT_DATE =
  '(?=$|[\\s,。;!?:)、]|[日号]|之?前|以前|[前去到来在早晚整改完我督检听巡进给跟和对复看查走跑抽陪约回参做交办开专综随吗吧呢行可好]|[上下中]午|的(?=$|[\\s,。]|那|督|检|记|巡|时候))'
// At the head of a message 3/10 is a day, whatever follows it but what it would count.
const NO_UNIT =
  '(?=[一-龥])(?![米个节条日号月倍元万亿吨公厘毫千度秒%人名岁斤升平处具瓶间张份次的]|以上|左右|多|小时|分钟|分(?:的|之)|学时|课时|学生|教师|老师|家长|班级|孩子|幼儿|时间|面积|假|小?长假|黄金周|放假|劳动节|国庆|元旦|期间|前后)'
// 11月28日（周五）: the weekday only repeats the date.
const ALSO_WEEKDAY = `(?:\\s*\\(?${WEEK}[一二三四五六日天]\\)?)?(?:当[天日])?`
// 3号楼, 2号门 and 12号文 are places and papers.
const NOT_A_NUMBERED_THING =
  '(?![楼门厅桌床车机线岗房柜窗井栋校教食堂宿舍文令件院馆库梯泵灯柱池塔炉锅灶舱位座铺幢]|电梯|电箱|配电|消防栓|灭火器|区(?![里县])|地(?:块|下)|公路|操场|场地|会议室|仓)'
const NOT_NUMBERED = '(?<![第〕\\d月.\\-/)a-z一二三四五六七八九十百])'
// Without 日 or 号 a number after a month may count something else: 9月三好学生, 3月12人.
const BARE_DAY =
  '(?:\\d{1,2}(?![\\d份个次人名节所家校条项元天年周%])|[一二三四五六七八九十廿]{1,3}(?=$|[\\s,。;前之以去到在我早晚]|[上下中]午|督导|检查|巡查)|(?:[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)' +
  NO_UNIT +
  ')'

// 限3日, 给5日, 为期7日: a length of time.
const NO_TERM = '(?<![限给期宽缓延共满达近续每])'
// 15日内 and 20日后 are terms, 日均 and 日常 other words.
const DAY_ENDS =
  '(?![内后里均常志光用子本程语间托夜益渐出落晒照历游训]|[之以][内后]|期(?!限)|(?:的|左右)?时间)'

/** 2025-12-5, 明年3月1号, 12.5, 二十号, 10月22到24号: days told by their numbers. */
export const WRITTEN_DATES: readonly DateForm[] = [
  {
    nature: 'open',
    pattern: pattern(`${YEAR}?${MONTH}<n>[日号]?${TO}(?:${MONTH})?<n>[日号]`),
    read: ([, year, month, date, toMonth, to], when) =>
      toMonthAndDate(inYear(year, number(month), number(date), when), toMonth, number(to)),
  },
  {
    nature: 'open',
    pattern: pattern(`${WHICH_MONTH}<n>[日号]?${TO}<n>[日号]`),
    read: ([, which, date, to], { today }) => toDate(inMonth(which!, number(date), today), number(to)),
  },
  {
    nature: 'open',
    pattern: pattern(`${NOT_NUMBERED}<n>[日号]?${TO}<n>号${NOT_A_NUMBERED_THING}`),
    read: ([, date, to], when) => toDate(bareDate(number(date), when), number(to)),
  },
  {
    nature: 'open',
    pattern: pattern(
      `${NOT_MEASURED}${SHORT_MONTH}([./])(3[01]|[12]\\d|0?[1-9])${TO}(?:${SHORT_MONTH}\\2)?${SHORT_DATE}(?:[日号]|${AFTER_SHORT_DATE})`,
    ),
    read: ([, month, , date, toMonth, to], when) =>
      toMonthAndDate(monthAndDate(number(month), number(date), when), toMonth, number(to)),
  },
  {
    nature: 'open',
    pattern: pattern(
      '(?<![\\d〔(\\[])(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})[日号]?(?!\\d)' + ALSO_WEEKDAY,
    ),
    read: ([, year, month, date]) => dayInMonth(number(year), number(month), number(date)),
  },
  {
    nature: 'open',
    pattern: pattern(`${YEAR}?(?<![\\d.])${MONTH}(?:<n>[日号]|(${BARE_DAY}))${ALSO_WEEKDAY}`),
    read: ([, year, month, date, bare], when) => inYear(year, number(month), number(date ?? bare), when),
  },
  {
    nature: 'open',
    pattern: pattern(
      `${NOT_MEASURED}${SHORT_MONTH}[./-]${SHORT_DATE}${AFTER_SHORT_DATE}[日号]?${ALSO_WEEKDAY}`,
    ),
    read: ([, month, date], when) => monthAndDate(number(month), number(date), when),
  },
  {
    nature: 'open',
    pattern: pattern(`(?<=^\\s*)${SHORT_MONTH}[./]${SHORT_DATE}${NO_UNIT}`),
    read: ([, month, date], when) => monthAndDate(number(month), number(date), when),
  },
  {
    nature: 'open',
    pattern: pattern(
      `(?:(上上个?|上一?个?|本|这个?|下下个?|下一?个?)${WEEK}|(?<![每逢隔])${WEEK})([一二三四五六日天])[,、\\s]*\\(?<n>[日号]\\)?${NOT_A_NUMBERED_THING}`,
    ),
    read: ([, which, weekday, date], when) => weekdayAndDate(which, weekday!, number(date), when),
  },
  {
    nature: 'open',
    pattern: pattern(`${WHICH_MONTH}<n>[日号]${NOT_A_NUMBERED_THING}${ALSO_WEEKDAY}`),
    read: ([, which, date], { today }) => inMonth(which!, number(date), today),
  },
  {
    // 拖到这个月二十七.
    nature: 'open',
    pattern: pattern(
      `${WHICH_MONTH}([二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)(?=$|[\\s,。;]|之?前|去|到|我|[上下]午)`,
    ),
    read: ([, which, date], { today }) => inMonth(which!, number(date), today),
  },
  {
    nature: 'open',
    pattern: pattern(`${NOT_NUMBERED}<n>号${NOT_A_NUMBERED_THING}${ALSO_WEEKDAY}`),
    read: ([, date], when) => bareDate(number(date), when),
  },
  {
    // 廿五前: only of a day can this be said.
    nature: 'open',
    pattern: pattern(`${NOT_NUMBERED}(廿[一二三四五六七八九]?)(?=之?前|以前)`),
    read: ([, date], when) => bareDate(number(date), when),
  },
  {
    // 轻微15日, 限20日; but 限3日 and 15日内 are terms.
    nature: 'open',
    pattern: pattern(
      `${NOT_NUMBERED}(?:${NO_TERM}([1-9]|10)|(1[1-9]|2\\d|3[01]|[一二三]?十[一二三四五六七八九]|[二三]十|廿[一二三四五六七八九]?))日${DAY_ENDS}`,
    ),
    read: ([, early, late], when) => bareDate(number(early ?? late), when),
  },
  {
    // 3日内 is a term; 15日前 and 25日上午 name the day.
    nature: 'open',
    pattern: pattern(
      `${NOT_NUMBERED}<n>日(?=之?前(?!去|来|到|往)|以前)|(?:^|(?<=[\\s,。;于在到至]))<n>日(?=[上下]午|去|到|我|在|对|复查|回头看|召开|督导|检查|前往)`,
    ),
    read: ([, date, other], when) => bareDate(number(date ?? other), when),
  },
]
