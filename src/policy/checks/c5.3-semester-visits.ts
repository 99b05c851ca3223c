import { addDays, daysBetween, type Day } from '#src/domain/day.ts'
import type { School } from '#src/domain/records.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { wantedInSemester } from '../visits-wanted.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import type { Period } from './view/periods.ts'
import type { Days } from './view/spans.ts'
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

/** What holds for every school of a place in a semester. */
type Asked = { semester: Period; place: string; teaching: Days; warnFrom: Day; middle: Day; visits: number }

function visitsIn(semester: Period, place: string, schools: readonly School[], view: View): Finding[] {
  const teaching = view.schoolYear.teaching(place, semester)
  const asked = {
    semester,
    place,
    teaching,
    warnFrom: addDays(teaching.to, -view.setting('visits_warning_days', place, semester.on)),
    middle: addDays(teaching.from, Math.floor(daysBetween(teaching.from, teaching.to) / 2)),
    visits: view.setting('visits_per_semester', place, semester.on),
  }
  return schools.flatMap((school) => {
    const need = wantedInSemester(school, teaching, asked.visits)
    return need === null ? [] : visits(school.code, need, asked, view)
  })
}

function visits(school: SchoolCode, need: number, asked: Asked, view: View): Finding {
  const { semester, teaching } = asked
  const dates = datesWithin(view, school, semester)
  return {
    subject: `${school}@${semester.name}`,
    place: asked.place,
    school,
    since: semester.from,
    level: firstOf(
      [dates.length >= need, 'ok'],
      [view.day > teaching.to, 'breach'],
      [view.day >= asked.warnFrom, 'warning'],
      [view.day >= asked.middle && dates.length === 0, 'notice'],
    ),
    figures: { semester: semester.name, dates: dates.length, need, met: dates.length >= need },
    evidence: dates,
  }
}
