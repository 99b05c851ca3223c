import type { Meeting } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { inYear } from './setting-values.ts'
import { twoYears, type Period } from './view/periods.ts'
import { holds, latest } from './view/spans.ts'
import type { View } from './view/view.ts'

/** C3.1 (S-3): at least one plenary a year of every committee, with its minutes on file; contract B4, measure 3. */
export const plenary: Check = {
  id: 'C3.1',
  name: '督委会全体会议',
  clause: 'S-3',
  threshold: 'both',
  find: (view) => {
    const plenaries = view.records.meetings.filter(
      ({ meetingType, status }) => meetingType === 'plenary' && status === 'held',
    )
    const byPlace = Map.groupBy(plenaries, ({ place }) => place)
    return twoYears(view.day).flatMap((year) =>
      view.places.governed.map((place) => plenariesIn(year, place, byPlace.get(place) ?? [], view)),
    )
  },
}

function plenariesIn(year: Period, place: string, rows: readonly Meeting[], view: View): Finding {
  const held = rows.filter(({ heldOn }) => holds(year, heldOn))
  const minutesDays = view.setting('minutes_days', place, year.on)
  const isUnarchived = ({ minutesOn, heldOn }: Meeting) =>
    minutesOn === null && view.calendar.isPast(view.day, heldOn, minutesDays)
  const from = (key: 'plenary_notice' | 'plenary_warning') =>
    view.day >= inYear(view.year, view.setting(key, place, year.on))
  return {
    subject: `${place}@${year.name}`,
    place,
    since: year.from,
    level: firstOf(
      [held.some(isUnarchived), 'warning'],
      [held.length > 0, 'ok'],
      [year.closed, 'breach'],
      [from('plenary_warning'), 'warning'],
      [from('plenary_notice'), 'notice'],
    ),
    figures: {
      year: Number(year.name),
      held: held.length,
      last_on: latest(held.map(({ heldOn }) => heldOn)),
      met: held.length > 0,
    },
    evidence: held.map(({ heldOn }) => heldOn),
  }
}
