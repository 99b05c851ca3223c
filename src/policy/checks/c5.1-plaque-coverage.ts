import { addDays } from '#src/domain/day.ts'
import type { School } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { inOrder } from './code-points.ts'
import { firstOf } from './levels.ts'
import { placeOfSchool, type View } from './view/view.ts'

const KINDERGARTENS = 'K-2'

/** C5.1 (G-1, kindergartens K-2): every open school has a responsible inspector; contract B4, measure 5. */
export const plaqueCoverage: Check = {
  id: 'C5.1',
  name: '责任督学挂牌',
  clause: 'G-1',
  threshold: 'both',
  find: (view) => view.schools.map((school) => coverage(school, view)),
}

function coverage(school: School, view: View): Finding {
  const { code, openOn } = school
  const place = placeOfSchool(school)
  const inspectors = (view.assignments.bySchool.get(code) ?? []).map(({ inspector }) => inspector)
  const unproven = view.assignments.unproven.get(code) ?? []
  const isNew = openOn !== null && view.day <= addDays(openOn, view.setting('new_school_days', place))
  return {
    subject: code,
    place,
    school: code,
    level: firstOf(
      [inspectors.length > 0, 'ok'],
      [unproven.length > 0, 'unknown'],
      [isNew, 'notice'],
      [true, 'breach'],
    ),
    figures: { inspectors: inspectors.length },
    clause: school.stage === 'kindergarten' ? KINDERGARTENS : plaqueCoverage.clause,
    evidence: inOrder(inspectors.length > 0 ? inspectors : unproven),
  }
}
