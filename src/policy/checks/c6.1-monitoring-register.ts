import type { Check } from './check.ts'
import { firstOf } from './levels.ts'
import { inYear } from './setting-values.ts'
import { twoYears } from './view/periods.ts'

/** C6.1 (S-6): at least one monitoring report on each year, of the city and every government; contract B4, measure 6. */
export const monitoringRegister: Check = {
  id: 'C6.1',
  name: '监测报告',
  clause: 'S-6',
  threshold: 'default',
  find: (view) => {
    const reports = Map.groupBy(view.records.monitoringReports, ({ place, year }) => `${place}@${year}`)
    return twoYears(view.day).flatMap((year) =>
      view.places.governed.map((place) => {
        const subject = `${place}@${year.name}`
        const found = reports.get(subject) ?? []
        const noticeOn = inYear(view.year, view.setting('monitoring_notice', place, year.on))
        return {
          subject,
          place,
          since: year.from,
          level: firstOf([found.length > 0, 'ok'], [year.closed || view.day >= noticeOn, 'notice']),
          figures: { year: Number(year.name), reports: found.length, met: found.length > 0 },
          evidence: found.map(({ title }) => title),
        }
      }),
    )
  },
}
