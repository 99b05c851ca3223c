import { CITY } from '#src/domain/records.ts'
import type { Check } from './check.ts'
import { firstOf } from './levels.ts'
import { inYear } from './setting-values.ts'
import { yearPeriod } from './view/periods.ts'
import { holds } from './view/spans.ts'

/** C3.3 (S-3): the chief inspector reports to the committee each year; contract B4, measure 3. */
export const chiefReport: Check = {
  id: 'C3.3',
  name: '总督学报告',
  clause: 'S-3',
  threshold: 'default',
  cityOnly: true,
  find: (view) => {
    const year = yearPeriod(view.year, view.day)
    const reports = view.records.documents.filter(
      ({ place, docKind, datedOn }) => place === CITY && docKind === 'chief_report' && holds(year, datedOn),
    )
    const isLate = view.day >= inYear(view.year, view.setting('chief_report_notice', CITY))
    return [
      {
        subject: `${CITY}@${year.name}`,
        place: CITY,
        since: year.from,
        level: firstOf([reports.length > 0, 'ok'], [isLate, 'notice']),
        figures: { year: view.year, reports: reports.length, met: reports.length > 0 },
        evidence: reports.map(({ title }) => title),
      },
    ]
  },
}
