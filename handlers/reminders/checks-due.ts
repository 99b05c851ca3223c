import { addDays, day as dayNamed, daysBetween, yearOf, type Day } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { inYear } from '#src/policy/checks/setting-values.ts'
import type { Told } from '#src/policy/checks/told.ts'
import type { View } from '#src/policy/checks/view/view.ts'
import { addWorkingDays, type WorkingDays } from '#src/policy/working-days.ts'

/** What has its days of the year is looked at on these alone: the first working day from each of them on (policy.md 8.3). */
export function hasItsDay({ check: { id } }: Told, view: View, days: WorkingDays, day: Day): boolean {
  const eve = addWorkingDays(days, day, -1)
  const hasCome = (step: Day) => eve < step && step <= day
  if (id === 'C11.1') return paceDays(view, yearOf(day)).some(hasCome)
  if (id === 'C5.3')
    return [CITY, ...view.places.counties.map(({ name }) => name)].some((place) =>
      semesterDays(view, place).some(hasCome),
    )
  return true
}

/** When hours are compared with the pace, and the day on which the year before is judged. */
const paceDays = (view: View, year: number): Day[] => [
  dayNamed(`${year}-01-01`),
  ...view.setting('training_pace', CITY).map(({ from }) => inYear(year, from)),
]

/** The middle of the teaching period, six weeks before its end, and the day after it (C5.3; policy.md 6). */
function semesterDays(view: View, place: string): Day[] {
  const [running] = view.schoolYear.semesters(place)
  if (!running) return []
  const { from, to } = view.schoolYear.teaching(place, running)
  return [
    addDays(from, Math.floor(daysBetween(from, to) / 2)),
    addDays(to, -view.setting('visits_warning_days', place)),
    addDays(to, 1),
  ]
}
