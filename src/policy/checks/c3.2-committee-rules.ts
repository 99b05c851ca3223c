import { addYears } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import type { Check } from './check.ts'
import { documentsInForce, latestDate } from './documents-in-force.ts'
import { firstOf } from './levels.ts'

/** C3.2 (S-3): the city's committee has rules of its own, not too old; contract B4, measure 3. */
export const committeeRules: Check = {
  id: 'C3.2',
  name: '督委会规程',
  clause: 'S-3',
  threshold: 'default',
  cityOnly: true,
  find: (view) => {
    const documents = documentsInForce(view, 'committee_rules')(CITY)
    const datedOn = latestDate(documents)
    const isOld = datedOn !== null && view.day > addYears(datedOn, view.setting('rules_years', CITY))
    return [
      {
        subject: CITY,
        place: CITY,
        level: firstOf([datedOn === null, 'warning'], [isOld, 'notice']),
        figures: { dated_on: datedOn },
        evidence: documents.map(({ title }) => title),
      },
    ]
  },
}
