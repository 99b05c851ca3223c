import type { Supervision } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { inYear } from './setting-values.ts'
import { yearPeriod } from './view/periods.ts'
import { supervisedBy } from './view/supervised.ts'
import type { View } from './view/view.ts'

/** C4.1 (S-4): every government is evaluated for each year, by the June that follows; contract B4, measure 4. */
export const yearlyEvaluation: Check = {
  id: 'C4.1',
  name: '县级政府履职评价',
  clause: 'S-4',
  threshold: 'default',
  find: (view) => {
    const evaluations = supervisedBy(
      view.records.supervisions,
      ({ supervisionKind, year }) => supervisionKind === 'evaluation' && year === view.year - 1,
    )
    return view.places.governments.map((place) => evaluation(place, evaluations(place), view))
  },
}

function evaluation(place: string, rows: readonly Supervision[], view: View): Finding {
  const year = yearPeriod(view.year - 1, view.day)
  const isStarted = rows.some((row) => row.startedOn ?? row.onSiteFrom ?? row.reportOn)
  const isComplete = rows.some(({ reportOn }) => reportOn !== null)
  const dayOf = (key: 'evaluation_start' | 'evaluation_end') =>
    inYear(view.year, view.setting(key, place, year.on))
  return {
    subject: `${place}@${year.name}`,
    place,
    since: year.from,
    level: firstOf(
      [isComplete, 'ok'],
      [view.day > dayOf('evaluation_end'), 'breach'],
      [!isStarted && view.day >= dayOf('evaluation_start'), 'warning'],
    ),
    figures: { year: view.year - 1, started: isStarted, met: isComplete },
    evidence: rows.map(({ no }) => no),
  }
}
