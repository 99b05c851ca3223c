import { addDays, mondayOf, weekdayOf, type Day } from '#src/domain/day.ts'
import { number, pattern, stretch, TO_BE_DONE, type DateForm, type Reading, type When } from './form.ts'

/** Source of a pattern for 周, 星期 or 礼拜. */
export const WEEK = '(?:周|星期|礼拜)'
const DAY = '([一二三四五六日天末1-7])'
const NO_COUNT = '(?![次节]|\\d(?!\\d?(?:[:点时]|号[楼门厅教])))'

const WEEKS: Record<string, number> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 }
const weeksOf = (prefix: string): number => WEEKS[prefix.replace(/[个一]/g, '')] ?? 0
/** 1 for 一 to 7 for 日, 天, 末. */
export const weekdayNumber = (written: string): number =>
  '一二三四五六日'.indexOf(written.replace(/[天末7]/, '日')) + 1 || number(written)

const inWeek = (today: Day, weeks: number, weekday: number): Day =>
  addDays(mondayOf(today), weeks * 7 + weekday - 1)

/** A bare weekday never means today: one would have said 今天. */
function bareWeekday(weekday: number, { today, tense }: When): Day {
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  return addDays(today, tense === 'future' ? ahead || 7 : ahead - 7)
}

/** The weekday of the week that was named, else the nearest that the words look to. */
export const weekdaySaid = (which: string | undefined, written: string, when: When): Day =>
  which
    ? inWeek(when.today, weeksOf(which), weekdayNumber(written))
    : bareWeekday(weekdayNumber(written), when)

/** A weekend has two days, of which only a deadline means the last. */
const orSaturday = (written: string, on: Day, { as }: When): Day | Reading =>
  written === '末' && as === 'event' ? { day: on, or: addDays(on, -1) } : on

function ofWeek(which: string, written: string, when: When): Day | Reading {
  return orSaturday(written, inWeek(when.today, weeksOf(which), weekdayNumber(written)), when)
}

/** 从周一到周三: the second one follows the first. */
function toWeekday(from: Day, written: string): Reading {
  return stretch(from, addDays(from, (weekdayNumber(written) - weekdayOf(from) + 7) % 7))
}

/** 周三, 上上周五, 下周一至周三, 本周内: days of Monday-first weeks. */
export const WEEKDAYS: readonly DateForm[] = [
  {
    nature: 'open',
    pattern: pattern(
      `从?(?:(上上个?|上一?个?|本|这个?|下下个?|下一?个?)${WEEK}|(?<![每逢隔])${WEEK})([一二三四五六日天1-7])(?:到|至|-|~)(?:[本这下]?个?${WEEK})?([一二三四五六日天1-7])(?!\\d|个?课?时|[点次节])`,
    ),
    read: ([, which, from, to], when) => toWeekday(weekdaySaid(which, from!, when), to!),
  },
  {
    nature: 'past',
    pattern: pattern(`(上上个?|上一?个?)${WEEK}${DAY}${NO_COUNT}`),
    read: ([, which, weekday], when) => ofWeek(which!, weekday!, when),
  },
  {
    nature: 'ahead',
    pattern: pattern(`((?<!一)下下个?|下一?个?)${WEEK}${DAY}${NO_COUNT}`),
    read: ([, which, weekday], when) => ofWeek(which!, weekday!, when),
  },
  {
    nature: 'open',
    pattern: pattern(`(本|这个?)${WEEK}${DAY}${NO_COUNT}`),
    read: ([, which, weekday], when) => ofWeek(which!, weekday!, when),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      `(本|这一?个?|下下个?|下一?个?)?${WEEK}(?:之内|以内|内|结束前)|(本|这一?个?|下下个?|下一?个?)${WEEK}${TO_BE_DONE}`,
    ),
    read: ([, which, toBeDone], { today }) => inWeek(today, weeksOf(which ?? toBeDone ?? '本'), 7),
  },
  {
    nature: 'ahead',
    pattern: pattern(`(?<![一二两三四五六七八九十\\d])(下下个?|下一?个?)${WEEK}(?=之?前)`),
    read: ([, which], { today }) => inWeek(today, weeksOf(which!), 7),
  },
  {
    nature: 'open',
    pattern: pattern(
      `(?<![每逢隔一二两三四五六七八九十\\d和、])(?<!${WEEK}[一二三四五六日天][到至])${WEEK}${DAY}(?![次节至]|\\d(?!\\d?(?:[:点时]|号[楼门厅教]))|到${WEEK}|个?课时)`,
    ),
    read: ([, weekday], when) => orSaturday(weekday!, bareWeekday(weekdayNumber(weekday!), when), when),
  },
]
