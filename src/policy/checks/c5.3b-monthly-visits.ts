import { dateOf } from '#src/domain/day.ts'
import type { School } from '#src/domain/records.ts'
import { wantedInMonth } from '../visits-wanted.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { twoMonths, type Period } from './view/periods.ts'
import { placeOfSchool, type View } from './view/view.ts'
import { datesWithin } from './visit-dates.ts'

/** C5.3b (D): a visit in every teaching month to every school; contract B4, measure 5. */
export const monthlyVisits: Check = {
  id: 'C5.3b',
  name: '每月一次督导',
  clause: 'D',
  threshold: 'default',
  find: (view) =>
    [...Map.groupBy(view.schools, placeOfSchool)].flatMap(([place, schools]) =>
      twoMonths(view.day)
        .filter((month) => isTeachingMonth(month, place, view))
        .flatMap((month) =>
          schools.flatMap((school) => {
            const need = wantedInMonth(school, month, view.setting('monthly_visits', place, month.on))
            return need === null ? [] : visits(school, need, { place, month }, view)
          }),
        ),
    ),
}

const isTeachingMonth = (month: Period, place: string, view: View): boolean =>
  view.schoolYear.schoolDays(place, month) >= view.setting('month_school_days', place, month.on)

function visits(
  { code }: School,
  need: number,
  { place, month }: { place: string; month: Period },
  view: View,
): Finding {
  const dates = datesWithin(view, code, month)
  const isBinding = view.setting('monthly_binding', place, month.on)
  const date = dateOf(view.day)
  return {
    subject: `${code}@${month.name}`,
    place,
    school: code,
    since: month.from,
    level: firstOf(
      [dates.length >= need, 'ok'],
      [month.closed, isBinding ? 'breach' : 'warning'],
      [date >= view.setting('monthly_warning', place, month.on), 'warning'],
      [date >= view.setting('monthly_notice', place, month.on), 'notice'],
    ),
    figures: { month: month.name, dates: dates.length, need, met: dates.length >= need },
    evidence: dates,
  }
}
