import { addDays, daysBetween, monthOf, yearOf, type Day, day } from '#src/domain/day.ts'
import { lunarDay, pureBrightness, springFestival } from '#src/policy/statutory-days.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import { number, pattern, SLIP_DAYS, type DateForm, type Reading, type When } from './form.ts'

type InYear = (year: number) => Day

const fixed =
  (monthAndDate: string): InYear =>
  (year) =>
    day(`${year}-${monthAndDate}`)
const lunar =
  (month: number, date: number): InYear =>
  (year) =>
    lunarDay(year, month, date)

/** The winter solstice of this century. */
const winterSolstice: InYear = (year) => day(`${year}-12-${solsticeDate(year % 100)}`)
const solsticeDate = (ofCentury: number): number =>
  Math.floor(ofCentury * 0.2422 + 21.94) - Math.floor(ofCentury / 4)

/** Those that come with days off: what 节前 and 节后 mean is the nearest of them. */
const WITH_DAYS_OFF: Record<string, InYear> = {
  元旦: fixed('01-01'),
  春节: springFestival,
  清明: pureBrightness,
  五一: fixed('05-01'),
  端午: lunar(5, 5),
  中秋: lunar(8, 15),
  国庆: fixed('10-01'),
}

const HOLIDAYS: Record<string, InYear> = {
  ...WITH_DAYS_OFF,
  过年: springFestival,
  大年初一: springFestival,
  除夕: (year) => addDays(springFestival(year), -1),
  年三十: (year) => addDays(springFestival(year), -1),
  元宵: lunar(1, 15),
  劳动节: fixed('05-01'),
  青年节: fixed('05-04'),
  六一: fixed('06-01'),
  儿童节: fixed('06-01'),
  七一: fixed('07-01'),
  建军节: fixed('08-01'),
  教师节: fixed('09-10'),
  重阳: lunar(9, 9),
  十一: fixed('10-01'),
  冬至: winterSolstice,
  圣诞: fixed('12-25'),
  平安夜: fixed('12-24'),
  腊八: (year) => lunarDay(year - 1, 12, 8),
}

const among = (names: object): string =>
  Object.keys(names)
    .sort((a, b) => b.length - a.length)
    .join('|')

const PLACE = '(?<![第双二三四五六七八九月年周期拜初])'
const NAMED = `${PLACE}(${among(HOLIDAYS)})节?`
const BEFORE = '(?=之?前(?![后天日儿])|以前|到来前)'

/** 清明放假前一天: the last day of school before the days off, which may begin with a weekend. */
function lastDayBefore(name: string | undefined, when: When): Day {
  const { today, tense, workingDays } = when
  const all = name ? [HOLIDAYS[name]!] : Object.values(WITH_DAYS_OFF)
  const days = all
    .flatMap((inYear) =>
      [-1, 0, 1].map((years) => addWorkingDays(workingDays, inYear(yearOf(today) + years), -1)),
    )
    .sort()
  return tense === 'future' ? days.find((on) => on >= today)! : days.findLast((on) => on <= today)!
}

/** The first of its days from `from` on. */
const nextOf = (inYear: InYear, from: Day): Day =>
  [yearOf(from), yearOf(from) + 1].map(inYear).find((on) => on >= from)!

const nextHoliday = (from: Day): Day =>
  Object.values(WITH_DAYS_OFF)
    .map((inYear) => nextOf(inYear, from))
    .sort()[0]!

/** That of its days that the words look to. */
const meant = (inYear: InYear, { today, tense }: When): Day =>
  tense === 'future'
    ? nextOf(inYear, today)
    : [yearOf(today) + 1, yearOf(today), yearOf(today) - 1]
        .map(inYear)
        .find((on) => daysBetween(today, on) <= 0)!

/** The day before a festival that has just been, or is just to come. */
function eveOf(name: string | undefined, { today, tense }: When): Day {
  const all = name ? [HOLIDAYS[name]!] : Object.values(WITH_DAYS_OFF)
  const eves = all
    .flatMap((inYear) => [-1, 0, 1].map((years) => addDays(inYear(yearOf(today) + years), -1)))
    .sort()
  return tense === 'future' ? eves.find((eve) => eve >= today)! : eves.findLast((eve) => eve <= today)!
}

// No arranged holiday is longer; whoever speaks of its end may speak from within it.
const LONGEST_HOLIDAY = 10

/** The latest first working day after one of the holidays that has gone by. */
const lastDayBack = (all: readonly InYear[], { today, workingDays }: When): Day | null =>
  all
    .flatMap((inYear) => [-1, 0].map((years) => inYear(yearOf(today) + years)))
    .map((begun) => addWorkingDays(workingDays, begun, 1))
    .filter((back) => back <= today && daysBetween(back, today) <= SLIP_DAYS)
    .sort()
    .at(-1) ?? null

/** The first working day after a holiday that may have begun already. */
function firstDayBack(begin: (from: Day) => Day, { today, workingDays }: When): Day {
  const begun = addWorkingDays(workingDays, begin(addDays(today, -LONGEST_HOLIDAY)), 1)
  return begun > today ? begun : addWorkingDays(workingDays, begin(today), 1)
}

/** 年前 is said of the lunar year from December on, before that of the calendar's; either way it may be the other. */
function beforeTheYear(newYear: boolean, { today, as }: When): Reading {
  if (as === 'event') return { day: null }
  const spring = nextOf(springFestival, today)
  if (yearOf(spring) === yearOf(today)) return { day: spring }
  const end = newYear ? day(`${yearOf(today) + 1}-01-01`) : day(`${yearOf(today)}-12-31`)
  return monthOf(today) === 12 ? { day: spring, or: end } : { day: end, or: spring }
}

const LUNAR_MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 }

/** That day of the lunar year that the words look to; its twelfth month lies in the next year, and 384 days are too far. */
function lunarMeant(month: number, date: number, { today, tense }: When): Day | null {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 30)) return null
  const all = [-2, -1, 0, 1].map((years) => lunarDay(yearOf(today) + years, month, date))
  const found =
    tense === 'future'
      ? all.find((on) => on >= today)
      : all.findLast((on) => daysBetween(today, on) <= SLIP_DAYS)
  return found && Math.abs(daysBetween(today, found)) <= 366 ? found : null
}

/** 国庆前, 节后第一天上班, 年前, 腊月二十: days told by a festival or by the lunar calendar. */
export const HOLIDAY_FORMS: readonly DateForm[] = [
  {
    nature: 'ahead',
    pattern: pattern(`${NAMED}(?:放假|假期|长假)?${BEFORE}`),
    read: ([, name], { today, as }) => (as === 'event' ? null : nextOf(HOLIDAYS[name!]!, today)),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      `(?<![一-龥])(?:节日?|小?长假|黄金周|节假日)${BEFORE}|(?<=[请在于须要求都限到改完赶争取最迟晚、])(?:节日?|小?长假|黄金周|节假日)${BEFORE}`,
    ),
    read: (_, { today, as }) => (as === 'event' ? null : nextHoliday(today)),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      `(?<![\\d一二两三四五六七八九十百半几多去今明后本当全每学往近些跨成青少中老幼壮毕前])(新)?年关?${BEFORE}(?!之?前[一-龥]{0,2}年)`,
    ),
    read: ([, newYear], when) => beforeTheYear(newYear !== undefined, when),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      `(?:${NAMED}|(年)|(?<![一-龥])(?:节日?)|小?长假|黄金周|节假日|假期?|放假)(?:假期|长假|放假|假)?(?:(?:之?后|结束(?:之?后)?|回来)的?(?:上班|复工|开工)?(?:后)?|上班|复工|收假)的?(?:第一天|头一?天|(?:第|头)一个(?:工作日|上班日)|首日|首个工作日)(?:上班)?|^上班(?:第一|头一?)天`,
    ),
    read: ([, name, year], when) => {
      const inYear = year ? springFestival : name ? HOLIDAYS[name]! : null
      const told = when.as === 'event' && when.tense === 'past'
      const gone = told ? lastDayBack(inYear ? [inYear] : Object.values(WITH_DAYS_OFF), when) : null
      return gone ?? firstDayBack((from) => (inYear ? nextOf(inYear, from) : nextHoliday(from)), when)
    },
  },
  {
    // 元旦前一天, 节前最后一天.
    nature: 'open',
    pattern: pattern(
      `(?:${NAMED}|(?<![一-龥])[节假]|(?<=[限在于到])节|小?长假|放假)(假期|放假|长假)?的?前(?:的?(?:最后)?一[天日]|的?最后一个(?:工作日|上班日)|头一天)|(?:${NAMED}|(?<![一-龥])节)前夕`,
    ),
    read: ([said, name, off, other], when) =>
      off || /^(?:假|小?长假|放假)/.test(said) ? lastDayBefore(name, when) : eveOf(name ?? other, when),
  },
  {
    // 冬至那天, 教师节上午, 六一去了.
    nature: 'open',
    pattern: pattern(
      `${NAMED}(?:的?(?:当天|当日|那天|那日|这天|这一天)|(?=[上下]午|去[了的过]|到[了校])(?!到来))`,
    ),
    read: ([, name], when) => meant(HOLIDAYS[name!]!, when),
  },
  {
    // 年后, 节后, 中秋后: some day after it.
    nature: 'ahead',
    pattern: pattern(
      `(?:${NAMED}|(?<![一-龥])(?:节日?|年))(?:假期|长假|放假|假)?(?:之后|以后|后)(?![备面来方台勤厨院一-龥]?(?:\\d|第)|[备面来方台勤厨院])`,
    ),
    read: () => null,
  },
  {
    nature: 'open',
    pattern: pattern(
      '(?:农历|阴历)?(正|冬|腊)月(?:初([一二三四五六七八九十])|<n>)(?:[日号])?|(?:农历|阴历)<n>月(?:初([一二三四五六七八九十])|<n>)(?:[日号])?|(?:大?年|正月)初([一二三四五六七八九十])',
    ),
    read: ([, named, first, date, month, early, other, newYears], when) =>
      lunarMeant(
        newYears ? 1 : named ? LUNAR_MONTHS[named]! : number(month),
        number(newYears ?? first ?? date ?? early ?? other),
        when,
      ),
  },
]
