import { addDays, daysBetween, type Day } from '#src/domain/day.ts'
import type { School } from '#src/domain/records.ts'
import type { TeachingPeriod } from '../school-calendar.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import type { Period } from './view/periods.ts'
import { closedSpan, overlap, type Days } from './view/spans.ts'
import { placeOfSchool, type View } from './view/view.ts'
import { datesWithin } from './visit-dates.ts'

/** C5.3: two visits a semester to every school; contract B4, measure 5. */
export const semesterVisits: Check = {
  id: 'C5.3',
  name: '每学期两次督导',
  clause: 'R-14',
  threshold: 'both',
  find: (view) =>
    [...Map.groupBy(view.schools, placeOfSchool)].flatMap(([place, schools]) =>
      view.schoolYear.semesters(place).flatMap((semester) => visitsIn(semester, place, schools, view)),
    ),
}

function visitsIn(semester: Period, place: string, schools: readonly School[], view: View): Finding[] {
  const teaching = view.schoolYear.teaching(place, semester)
  return schools.flatMap((school) => {
    const open = overlap(closedSpan({ from: school.openOn, to: school.closedOn }), teaching)
    return open ? visits(school, place, semester, teaching, open, view) : []
  })
}

function visits(
  { code }: School,
  place: string,
  semester: Period,
  teaching: TeachingPeriod,
  open: Days,
  view: View,
): Finding {
  const dates = datesWithin(view, code, semester)
  const need = isShort(open, teaching) ? 1 : view.setting('visits_per_semester', place, semester.on)
  const warnFrom = addDays(teaching.to, -view.setting('visits_warning_days', place, semester.on))
  return {
    subject: `${code}@${semester.name}`,
    place,
    school: code,
    since: semester.from,
    level: firstOf(
      [dates.length >= need, 'ok'],
      [view.day > teaching.to, 'breach'],
      [view.day >= warnFrom, 'warning'],
      [view.day >= middleOf(teaching) && dates.length === 0, 'notice'],
    ),
    figures: { semester: semester.name, dates: dates.length, need, met: dates.length >= need },
    evidence: dates,
  }
}

const lengthOf = ({ from, to }: Days): number => daysBetween(from, to) + 1

/** Open for less than half of the teaching period: one visit is enough. */
const isShort = (open: Days, teaching: Days): boolean => lengthOf(open) * 2 < lengthOf(teaching)

const middleOf = ({ from, to }: Days): Day => addDays(from, Math.floor(daysBetween(from, to) / 2))
