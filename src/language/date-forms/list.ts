import { COUNTED_SPANS } from './counted-spans.ts'
import type { DateForm } from './form.ts'
import { HOLIDAY_FORMS } from './holidays.ts'
import { MONTH_PARTS } from './month-parts.ts'
import { RELATIVE_DAYS } from './relative-days.ts'
import { SCHOOL_YEAR } from './school-year.ts'
import { WEEKDAYS } from './weekdays.ts'
import { WRITTEN_DATES } from './written-dates.ts'

/** The ways to say a day, each family behind a sign without which none of it can be there: most messages have few. */
const FAMILIES: readonly (readonly [sign: RegExp, forms: readonly DateForm[]])[] = [
  [/[\d月号日廿]/, WRITTEN_DATES],
  [/周|星期|礼拜/, WEEKDAYS],
  [/[天日儿昨明今刚]/, RELATIVE_DAYS],
  [/[天日周月年时期拜头]/, COUNTED_SPANS],
  [/[月旬年季]/, MONTH_PARTS],
  [/[前后结回月初节天日午去到]/, HOLIDAY_FORMS],
  [/学|假|期|考/, SCHOOL_YEAR],
]

/** The forms that a text can hold. */
export const formsIn = (text: string): DateForm[] =>
  FAMILIES.flatMap(([sign, forms]) => (sign.test(text) ? forms : []))
