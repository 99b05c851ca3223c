import type { Training } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { inYear } from './setting-values.ts'
import { halvesOf, hoursOf } from './training-hours.ts'
import { servedDuring, servedThroughout, type InspectorAt } from './view/inspectors.ts'
import { twoYears, type Period } from './view/periods.ts'
import { holds } from './view/spans.ts'
import type { View } from './view/view.ts'

/** C11.1 (S-11): forty hours of concentrated training a year, by a county or above; contract B4, measure 11. */
export const fortyHours: Check = {
  id: 'C11.1',
  name: '年度集中培训40学时',
  clause: 'S-11',
  threshold: 'both',
  find: (view) => {
    const training = Map.groupBy(view.records.training.filter(isEligible), ({ userid }) => userid)
    return twoYears(view.day).flatMap((year) =>
      view.activeInspectors
        .filter(({ service }) => servedDuring(service, year))
        .map((inspector) => hoursIn(year, inspector, training.get(inspector.card.userid) ?? [], view)),
    )
  },
}

const isEligible = ({ form, organizerLevel }: Training): boolean =>
  form === 'concentrated' && organizerLevel !== 'school'

function hoursIn(
  year: Period,
  { card, service }: InspectorAt,
  rows: readonly Training[],
  view: View,
): Finding {
  // Training over New Year counts in the year in which it ends.
  const ended = rows.filter(({ endOn }) => holds(year, endOn))
  const isCounted = ({ verified, verifiedOn }: Training) =>
    verified && (verifiedOn === null || verifiedOn <= view.day)
  const counted = ended.filter(isCounted)
  const halves = halvesOf(counted)
  const needed = 2 * view.setting('training_hours', card.place, year.on)
  const isPart = !servedThroughout(service, { from: year.from, to: year.on })
  const behind = view
    .setting('training_pace', card.place, year.on)
    .find(({ from, hours }) => view.day >= inYear(view.year, from) && halves < 2 * hours)
  return {
    subject: `${view.written(card.userid)}@${year.name}`,
    place: card.place,
    person: card.userid,
    since: year.from,
    noticeAtMost: isPart,
    level: firstOf(
      [halves >= needed, 'ok'],
      [year.closed, 'breach'],
      [behind !== undefined, behind?.level ?? 'ok'],
    ),
    figures: {
      year: Number(year.name),
      hours: halves / 2,
      pending: hoursOf(ended.filter((row) => !isCounted(row))),
      met: halves >= needed,
      part: isPart,
    },
    evidence: counted.map(({ title }) => title),
  }
}
