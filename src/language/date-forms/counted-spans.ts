import { addDays, addMonths, daysBetween, type Day } from '#src/domain/day.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import { number, pattern, type DateForm, type When } from './form.ts'

const UNIT = '(个?工作日|天|日|周|个?星期|个?礼拜|个月(?![底初末旬])|月(?=之内|以内|内)|年|个?小时|个?钟头)'
const HALF_MONTH_DAYS = 15

function counted(n: number, unit: string, { today, hour, workingDays }: When): Day {
  if (/工作日/.test(unit)) return addWorkingDays(workingDays, today, n)
  if (/周|星期|礼拜/.test(unit)) return addDays(today, n * 7)
  if (/月/.test(unit)) return addMonths(today, n)
  if (/年/.test(unit)) return addMonths(today, 12 * n)
  return addDays(today, /时|钟/.test(unit) ? Math.floor((hour + n) / 24) : n)
}

// Longer spans are a slip of the finger, or no spans at all.
const MOST = 400

/** The day of today is not counted; null for what is no number (七八天) and beyond a year. */
function after(n: number, unit: string, when: When): Day | null {
  if (!(Math.abs(n) <= MOST)) return null
  const on = counted(n, unit, when)
  return Math.abs(daysBetween(when.today, on)) <= 366 ? on : null
}

/** 半天, 半个月, 半年. */
function half(unit: string, sign: 1 | -1, { today }: When): Day | null {
  if (/月/.test(unit)) return addDays(today, sign * HALF_MONTH_DAYS)
  if (/年/.test(unit)) return addMonths(today, sign * 6)
  return /天|日|时/.test(unit) ? today : null
}

// 29日 is a day of the month, 3日 and 29日内 are lengths of time.
const DAY_OF_MONTH = '(?!(?:[89]|[12]\\d|3[01])日(?!之?[内后]|以[内后]|里))'

/** 三天内, 15个工作日, 半个月, 48小时内, 三天前: lengths of time from the day of the message. */
export const COUNTED_SPANS: readonly DateForm[] = [
  {
    nature: 'past',
    pattern: pattern(
      `(?:<n>|(半))${UNIT}(?:之前|以前|前)(?=[,\\s]|去|到|来|我|在|督|检|查|听|看|的(?=[上下]午|事|时候)|[上下]午|[一-龥]{1,4}(?:中学|小学|学校|[中小园]))`,
    ),
    read: ([, n, halved, unit], when) => (halved ? half(unit!, -1, when) : after(-number(n), unit!, when)),
  },
  {
    nature: 'term',
    pattern: pattern('(?<![第\\d.前后近])<n>个半(月|星期|礼拜|小时)(?:之内|以内|内|之后|以后|后)?'),
    read: ([, n, unit], when) => {
      const whole = unit === '小时' ? after(number(n) + 1, unit, when) : after(number(n), unit!, when)
      return whole && unit !== '小时' ? addDays(whole, unit === '月' ? HALF_MONTH_DAYS : 4) : whole
    },
  },
  {
    nature: 'term',
    pattern: pattern(
      `(?<![第\\d.前后近这那头])${DAY_OF_MONTH}(?:<n>|(半))(?:(?!年)${UNIT}(?:之内|以内|内|里(?!面)|之后|以后|后)?|(年)(?:之内|以内|内))`,
    ),
    read: ([, n, halved, unit, year], when) =>
      halved ? half((unit ?? year)!, 1, when) : after(number(n), (unit ?? year)!, when),
  },
]
