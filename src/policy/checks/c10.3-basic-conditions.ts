import { addYears } from '#src/domain/day.ts'
import { CITY, type Inspector, type Person } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Check, Finding } from './check.ts'
import { inOrder } from './code-points.ts'
import { firstOf } from './levels.ts'
import type { View } from './view/view.ts'

/** C10.3: what everybody must bring who becomes an inspector; contract B4, measure 10. */
export const basicConditions: Check = {
  id: 'C10.3',
  name: '督学任职条件',
  clause: 'R-7',
  threshold: 'law',
  find: (view) => [
    ...view.activeInspectors.map(({ card }) => conditions(card, view)),
    ...[...view.withoutCard.values()]
      .filter((person) => !hasLeft(person, view))
      .map((person) => judged(person, person.county ?? CITY, [], ['card'], view)),
  ],
}

function conditions(card: Inspector, view: View): Finding {
  const isMet = conditionsMet(card, view.setting('education_years', card.place))
  const those = (met: boolean | null) => inOrder(Object.keys(isMet).filter((name) => isMet[name] === met))
  return judged(card, card.place, those(false), those(null), view)
}

/** Each condition by name; null where the card does not say. Years count to the day of appointment. */
function conditionsMet(card: Inspector, years: number): Record<string, boolean | null> {
  const since = card.educationWorkSince
  return {
    degree: card.degree && ['bachelor', 'master', 'doctor'].includes(card.degree),
    years: since && addYears(since, years) <= card.appointedOn,
    record: card.recordOk,
    time: card.timeOk,
    health: card.healthOk,
    assessment: card.assessmentPassed,
  }
}

const hasLeft = ({ leftOn }: Person, { day }: View): boolean => leftOn !== null && leftOn < day

const judged = (
  { userid }: { userid: UserId },
  place: string,
  failed: string[],
  missing: string[],
  view: View,
): Finding => ({
  subject: view.written(userid),
  place,
  person: userid,
  level: firstOf([failed.length > 0, 'breach'], [missing.length > 0, 'unknown']),
  figures: { failed, missing },
})
