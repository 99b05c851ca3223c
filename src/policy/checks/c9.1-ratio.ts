import { addMonths, type Day } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { cardsByArea, fullTimers } from './inspectors-by-place.ts'
import { firstOf } from './levels.ts'
import { studentsByPlace, type Counted, type StudentsOf } from './student-numbers.ts'
import { earliest } from './view/spans.ts'
import type { InspectorAt } from './view/inspectors.ts'
import type { Area } from './view/places.ts'
import type { View } from './view/view.ts'

/** C9.1 (S-9): one to two full-time inspectors for ten thousand students; contract B4, measure 9. */
export const ratio: Check = {
  id: 'C9.1',
  name: '专职督学配备',
  clause: 'S-9',
  threshold: 'law',
  find: (view) => {
    const students = studentsByPlace(view)
    const cards = cardsByArea(view)
    const [city, ...counties] = view.places.withTheirZones.map((area) => ({
      area,
      cards: cards(area),
      table: tableOf(area, students, view),
    }))
    // A city average must not hide a county that nobody knows.
    const isShortOfData = city!.table.isShort || counties.some(({ table }) => table.isShort)
    const isWithoutCards = city!.cards.length === 0 || counties.some((each) => each.cards.length === 0)
    return [
      judged(city!.area, { ...city!.table, isShort: isShortOfData }, city!.cards, isWithoutCards, view),
      ...counties.map((each) => judged(each.area, each.table, each.cards, each.cards.length === 0, view)),
    ]
  },
}

/** What an area's student numbers come to, and whether they can be relied on. */
type Table = { students: number; asOf: Day | null; isShort: boolean }

function tableOf({ subject, takesIn }: Area, students: StudentsOf, view: View): Table {
  const own = students(subject)
  const all = takesIn.flatMap((place) => students(place) ?? [])
  const isOld = ({ asOf }: Counted) => view.day > addMonths(asOf, view.setting('students_months', subject))
  return {
    students: all.reduce((sum, { count }) => sum + count, 0),
    asOf: earliest(all.map(({ asOf }) => asOf)),
    // Of the city only its own rows: those of the counties are looked at in each.
    isShort:
      subject === CITY
        ? all.length === 0 || (own !== undefined && isOld(own))
        : !own?.isWhole || all.some(isOld),
  }
}

function judged(
  { subject }: Area,
  { students, asOf, isShort }: Table,
  cards: readonly InspectorAt[],
  isWithoutCards: boolean,
  view: View,
): Finding {
  const perInspector = view.setting('students_per_inspector', subject)
  const need = Math.max(1, Math.ceil(students / perInspector))
  const have = fullTimers(cards).length
  const figures = {
    students,
    need,
    most: Math.floor((2 * students) / perInspector),
    short: Math.max(0, need - have),
  }
  return {
    subject,
    place: subject,
    level: firstOf([isShort || isWithoutCards, 'unknown'], [have < need, 'breach']),
    figures: {
      ...(isShort ? { students: null, need: null, most: null, short: null } : figures),
      as_of: asOf,
      have,
    },
    evidence: fullTimers(cards).map(({ card }) => card.userid),
  }
}
