import { yearOf, type Day } from '#src/domain/day.ts'
import {
  CITY,
  type Person,
  type Records,
  type School,
  type VisitMade,
  type Who,
} from '#src/domain/records.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import type { SettingKey, SettingValue } from '../settings.ts'
import { asKnown } from './as-known.ts'
import { assignmentsAt, type Assignments } from './assignments.ts'
import { calendarOf, type Calendar } from './calendar.ts'
import { inspectorsAt, withoutCard, type InspectorAt } from './inspectors.ts'
import { onFile } from './on-file.ts'
import { placesAt, type Places } from './places.ts'
import { schoolYearOf, type SchoolYear } from './semesters.ts'
import { settingsInForce } from './settings-in-force.ts'
import { holds } from './spans.ts'
import { supervisedBy, type Supervised } from './supervised.ts'

/** The records as they were known on a day, with what more than one check asks of them. */
export type View = {
  day: Day
  year: number
  /** What exists on the day (records-contract.md B2.3, B2.4). */
  records: Records
  places: Places
  calendar: Calendar
  schoolYear: SchoolYear
  /** The value for a place in force on the day, or on another that is asked for. */
  setting<K extends SettingKey>(key: K, place: string, on?: Day): SettingValue<K>
  /** Open on the day: only these have lines. */
  schools: readonly School[]
  /** The place that runs a school, open or not. */
  placeOf(school: SchoolCode): string
  /** How a userid stands in a subject. */
  written(who: Who): string
  /** Whose card exists on the day, active or not. */
  inspectors: readonly InspectorAt[]
  activeInspectors: readonly InspectorAt[]
  /** Who works as an inspector without a card on file. */
  withoutCard: ReadonlyMap<UserId, Person>
  assignments: Assignments
  /** Comprehensive supervisions of a school. */
  comprehensive: Supervised
  /** The dates of routine visits to a school, by whomever, each once: follow-ups do not count (C5.3). */
  visitDates(school: SchoolCode): ReadonlySet<Day>
}

export const placeOfSchool = ({ county }: School): string => county ?? CITY

/** A userid as it is kept, in lower case: who is told looks people up by it. */
const asKept = (who: Who): string => who

/** A userid as its file spells it: a program that knows only the files looks for it so. */
export function asFiled({ people }: Records): (who: Who) => string {
  const spelled = new Map<Who, string>(people.map(({ userid, written }) => [userid, written]))
  return (who) => spelled.get(who) ?? who
}

/** Looks at the records on a day: made once, read by every check. */
export function asOf(all: Records, day: Day, written: View['written'] = asKept): View {
  const kept = onFile(all)
  const records = asKnown(kept, day)
  const settings = settingsInForce(records.settings)
  const calendar = calendarOf(records.holidays)
  const schools = records.schools.filter(({ openOn, closedOn }) => holds({ from: openOn, to: closedOn }, day))
  const inspectors = inspectorsAt(records, settings('term_years', CITY, day), day)
  const activeInspectors = inspectors.filter(({ active }) => active)
  const uncarded = withoutCard(kept)
  const open = new Set(schools.map(({ code }) => code))
  const active = new Set(activeInspectors.map(({ card }) => card.userid))
  const running = new Map(kept.schools.map((school) => [school.code, placeOfSchool(school)]))
  return {
    day,
    year: yearOf(day),
    records,
    places: placesAt(records.places, day),
    calendar,
    schoolYear: schoolYearOf(records.teachingCalendar, settings, calendar.count, day),
    setting: (key, place, on = day) => settings(key, place, on),
    schools,
    placeOf: (school) => running.get(school) ?? CITY,
    written,
    inspectors,
    activeInspectors,
    withoutCard: uncarded,
    assignments: assignmentsAt(
      records,
      day,
      (school) => open.has(school),
      (inspector) => active.has(inspector),
      (inspector) => uncarded.has(inspector),
    ),
    comprehensive: supervisedBy(
      records.supervisions,
      ({ targetType, supervisionKind }) => targetType === 'school' && supervisionKind === 'comprehensive',
    ),
    visitDates: visitDatesOf(records.visits),
  }
}

const NO_DATES: ReadonlySet<Day> = new Set()

function visitDatesOf(visits: readonly VisitMade[]): View['visitDates'] {
  const bySchool = new Map<SchoolCode, Set<Day>>()
  for (const { school, visitDate, visitType } of visits) {
    if (visitType !== 'routine') continue
    const dates = bySchool.get(school)
    if (dates) dates.add(visitDate)
    else bySchool.set(school, new Set([visitDate]))
  }
  return (school) => bySchool.get(school) ?? NO_DATES
}
