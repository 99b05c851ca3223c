import type { Commendation } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { inYear } from './setting-values.ts'
import { twoYears, type Period } from './view/periods.ts'
import { holds } from './view/spans.ts'
import type { View } from './view/view.ts'

/** C7.1 (S-7): a commendation every year, by the city and every government; contract B4, measure 7. */
export const commendation: Check = {
  id: 'C7.1',
  name: '通报表彰',
  clause: 'S-7',
  threshold: 'both',
  find: (view) => {
    const byPlace = Map.groupBy(view.records.commendations.filter(isIssued), ({ place }) => place)
    return twoYears(view.day).flatMap((year) =>
      view.places.governed.map((place) => issuedIn(year, place, byPlace.get(place) ?? [], view)),
    )
  },
}

/** A list without a document, or a document that names nobody, is none. */
const isIssued = ({ issuedOn, docNo, units, persons }: Commendation): boolean =>
  issuedOn !== null && Boolean(docNo) && units.length + persons.length > 0

function issuedIn(year: Period, place: string, rows: readonly Commendation[], view: View): Finding {
  const issued = rows.filter(({ issuedOn }) => issuedOn !== null && holds(year, issuedOn))
  const from = (key: 'commendation_notice' | 'commendation_warning') =>
    view.day >= inYear(view.year, view.setting(key, place, year.on))
  return {
    subject: `${place}@${year.name}`,
    place,
    since: year.from,
    level: firstOf(
      [issued.length > 0, 'ok'],
      [year.closed, 'breach'],
      [from('commendation_warning'), 'warning'],
      [from('commendation_notice'), 'notice'],
    ),
    figures: { year: Number(year.name), issued: issued.length, met: issued.length > 0 },
    evidence: issued.flatMap(({ docNo }) => docNo ?? []),
  }
}
