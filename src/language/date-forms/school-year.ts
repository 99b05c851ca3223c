import { addDays, monthOf, weekdayOf, type Day } from '#src/domain/day.ts'
import { pattern, stretch, type DateForm, type When } from './form.ts'

const BEFORE = '(?=之?前|以前)'

/** The last day of teaching of the semester that runs or comes next; of the one after it where `next`. */
function lastDay({ teaching, today }: When, next = false, inMonths?: readonly number[]): Day | null {
  const coming = teaching.filter(({ to }) => to >= today && (inMonths?.includes(monthOf(to)) ?? true))
  return coming[next ? 1 : 0]?.to ?? null
}

/** The next first day of teaching. */
const firstDay = ({ teaching, today }: When): Day | null =>
  teaching.find(({ from }) => from >= today)?.from ?? null

const WINTER = [12, 1, 2]
const SUMMER = [6, 7]

/** 本学期末, 放寒假前, 开学前, 开学第一周: days that only the school calendar knows; without one they are heard and asked for. */
export const SCHOOL_YEAR: readonly DateForm[] = [
  {
    nature: 'ahead',
    pattern: pattern(
      `(?:(?:本|这个?|(下个?))?学期(?:期?末|结束${BEFORE}|内|之内)|期末${BEFORE}|(?:本|这个?|(下个?))学期${BEFORE})`,
    ),
    read: ([, next, orNext], when) => lastDay(when, (next ?? orNext) !== undefined),
  },
  {
    nature: 'ahead',
    pattern: pattern(`(?:放?(寒|暑)假|放假|假期?)${BEFORE}`),
    read: ([, season], when) => (season ? lastDay(when, false, season === '寒' ? WINTER : SUMMER) : null),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      `(?:下学期|秋季|春季|新学期)?开学${BEFORE}|(?:下学期|秋季|春季|新学期)?开学(?:第一天|当天|首日)`,
    ),
    read: (_, when) => firstDay(when),
  },
  {
    nature: 'ahead',
    pattern: pattern('(?:下学期|秋季|春季|新学期)?开学(?:后)?的?(?:第一周|首周)(?:之?内)?'),
    read: (_, when) => {
      const from = firstDay(when)
      return stretch(from, from && addDays(from, 7 - weekdayOf(from)))
    },
  },
  {
    nature: 'ahead',
    pattern: pattern(
      `(?:期中(?:考试?)?|中考|高考|期末考试?)${BEFORE}|(?:寒假|暑假|开学)(?:之后|以后|后)(?![一-龥]?第)`,
    ),
    read: () => null,
  },
]
