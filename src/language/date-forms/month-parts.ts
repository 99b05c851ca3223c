import {
  addDays,
  addMonths,
  day,
  dayInMonth,
  firstOfMonth,
  lastOfMonth,
  monthOf,
  yearOf,
  type Day,
} from '#src/domain/day.ts'
import { number, pattern, SLIP_DAYS, TO_BE_DONE, type DateForm, type When } from './form.ts'

const MONTHS: Record<string, number> = { 上: -1, 本: 0, 这: 0, 当: 0, 下: 1, 下下: 2 }
const YEARS: Record<string, number> = { 去年: -1, 今年: 0, 本年: 0, 明年: 1 }

/** The first day of the month meant by 上个, 本, 下, 11 or nothing. */
function monthMeant(written: string | undefined, { today, tense }: When): Day {
  const shift = MONTHS[(written ?? '本').replace(/[个一]/g, '')]
  if (shift !== undefined) return addMonths(firstOfMonth(today), shift)
  const first = addMonths(day(`${yearOf(today)}-01-01`), number(written) - 1)
  if (tense === 'future') return addDays(lastOfMonth(first), SLIP_DAYS) < today ? addMonths(first, 12) : first
  return first > today ? addMonths(first, -12) : first
}

const LAST_DATE: Record<string, number> = { 初: 1, 上旬: 10, 中: 15, 中旬: 20 }

function partOfMonth(month: Day, part: string): Day {
  const date = LAST_DATE[part]
  return date === undefined ? lastOfMonth(month) : addDays(month, date - 1)
}

/** 月初 and 月中 without a month: the next that has not gone by. */
function nextPart(written: string | undefined, part: string, when: When): Day {
  const found = partOfMonth(monthMeant(written, when), part)
  const gone = !written && found < when.today
  return gone ? partOfMonth(addMonths(firstOfMonth(when.today), 1), part) : found
}

/** Something done 月初 or 中旬 was done on one of ten days; 月底 is the last one. */
function partDone(written: string | undefined, part: string, when: When): Day | null {
  if (LAST_DATE[part] !== undefined || part === '下旬') return null
  const found = partOfMonth(monthMeant(written, when), part)
  return found > when.today ? partOfMonth(addMonths(firstOfMonth(when.today), -1), part) : found
}

function partMeant(
  year: string | undefined,
  month: string | undefined,
  part: string,
  when: When,
): Day | null {
  const done = when.as === 'event' && when.tense === 'past'
  if (!year) return done ? partDone(month, part, when) : nextPart(month, part, when)
  if (done && LAST_DATE[part] !== undefined) return null
  return partOfMonth(
    day(`${yearOf(when.today) + YEARS[year]!}-${String(number(month)).padStart(2, '0')}-01`),
    part,
  )
}

const lastOfQuarter = (today: Day, quarters: number): Day =>
  lastOfMonth(addMonths(firstOfMonth(today), 2 - ((monthOf(today) - 1) % 3) + 3 * quarters))

const MONTH = '1[0-2]|0?[1-9]|元|十[一二]?|[一二三四五六七八九]'

/** The day that is named within a part of a month: 12月中旬15号. */
function dateWithin(
  year: string | undefined,
  which: string | undefined,
  date: number,
  when: When,
): Day | null {
  const month = year
    ? day(`${yearOf(when.today) + YEARS[year]!}-${String(number(which)).padStart(2, '0')}-01`)
    : monthMeant(which, when)
  const found = dayInMonth(yearOf(month), monthOf(month), date)
  const gone = !which && found !== null && when.tense === 'future' && found < when.today
  return gone ? addMonths(found, 1) : found
}

/** 月底, 下月初, 12月中旬, 上旬, 本季度末, 年底: a part of a month or year, which as a deadline is its last day. */
export const MONTH_PARTS: readonly DateForm[] = [
  {
    nature: 'open',
    pattern: pattern(
      `(?<![每各逐\\d]|[每各几半]个)(?:(?:(去年|今年|本年|明年)(?=[\\d一二三四五六七八九十]))?(上一?个?|本|这个?|当|下下个?|下一?个?|${MONTH})?月(?:份)?(?:底|末|[上中下]旬|初(?!中)|中(?![午考学心]))|(?<!月|月份)[上中下]旬)[的,\\s]*(?:[就也]是|就|大概|具体)?<n>[日号]`,
    ),
    read: ([, year, which, date], when) => dateWithin(year, which, number(date), when),
  },
  {
    nature: 'part',
    pattern: pattern(
      `(?<![每各逐\\d]|[每各几半]个)(?:(?:(去年|今年|本年|明年)(?=[\\d一二三四五六七八九十]))?(?:(上一?个?|本|这个?|当|下下个?|下一?个?|${MONTH}))?月(?:份)?(底|末(?!考)|中旬|上旬|下旬|初(?!中)|中(?![午考学心]))|(?<!月|月份)([上中下]旬))`,
    ),
    read: ([, year, month, part, alone], when) => partMeant(year, month, (part ?? alone)!, when),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      `(?:(本|这一?个?|当|下下个?|下一?个?)|(?<![个半几\\d一-龥]))月(?:份)?(?:之内|以内|内)|(?<![\\d个])(本|这一?个?|下一?个?|${MONTH})月(?:份)?${TO_BE_DONE}`,
    ),
    read: ([, which, toBeDone], when) =>
      lastOfMonth(monthMeant(which ?? toBeDone, { ...when, tense: 'future' })),
  },
  {
    // 五月前退, 9月份以前.
    nature: 'ahead',
    pattern: pattern(`(?<![\\d个年])(${MONTH})月(?:份)?(?=之?前(?![一-龥]{0,2}月)|以前)`),
    read: ([, month], when) => monthMeant(month, { ...when, tense: 'future' }),
  },
  {
    nature: 'ahead',
    pattern: pattern('(本|这个?|下一?个?)季度(?:末|底|之内|以内|内|结束前)|(?<![\\d一-龥])季度?末(?=之?前)'),
    read: ([, which], { today }) => lastOfQuarter(today, which?.startsWith('下') ? 1 : 0),
  },
  {
    nature: 'part',
    pattern: pattern(
      '(?:(去年|今年|本年|明年)年?|(?<![\\d一二两三四五六七八九十半几多])年)(?:底|末)|(?:今年|本年|(?<![\\d一二两三四五六七八九十半几多去明前后每])年)(?:之内|以内|内)',
    ),
    read: ([, year], { today }) => day(`${yearOf(today) + YEARS[year ?? '今年']!}-12-31`),
  },
]
