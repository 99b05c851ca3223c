import { addDays, addYears, type Day } from '#src/domain/day.ts'
import type { Appointment, Inspector, Person, Records } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import { closedSpan, earlierEnd, holds, joined, overlap, type Days } from './spans.ts'

/** One term of a part-time inspector, with its number among consecutive ones. */
export type Term = { start: Day; end: Day; no: number }

/** An inspector as his card and his terms have him on a day (records-contract.md B2.8). */
export type InspectorAt = {
  card: Inspector
  /** Past and to come, the earliest first; none of a full-time inspector. */
  terms: readonly Term[]
  /** The days on which he is an inspector, the first ones first. */
  service: readonly Days[]
  /** Last day of card or person; null: none is known. */
  leftOn: Day | null
  active: boolean
  retired: boolean
  /** Works elsewhere that day: left out of the ratio and the stages only. */
  seconded: boolean
}

/** Every card that exists on the day, active or not. */
export function inspectorsAt(records: Records, termYears: number, day: Day): InspectorAt[] {
  const people = new Map(records.people.map((person) => [person.userid, person]))
  const appointments = Map.groupBy(records.appointments, ({ userid }) => userid)
  return records.inspectors.map((card) =>
    inspectorAt(card, people.get(card.userid), appointments.get(card.userid) ?? [], termYears, day),
  )
}

function inspectorAt(
  card: Inspector,
  person: Person | undefined,
  appointments: readonly Appointment[],
  termYears: number,
  day: Day,
): InspectorAt {
  const leftOn = earlierEnd(card.leftOn, person?.leftOn ?? null)
  const terms = card.kind === 'part_time' ? termsOf(card, appointments, termYears) : []
  const service = serviceOf(card, terms, leftOn)
  return {
    card,
    terms,
    service,
    leftOn,
    active: servedOn(service, day),
    retired: card.retired && (card.retiredOn === null || card.retiredOn <= day),
    seconded: card.secondedFrom !== null && holds({ from: card.secondedFrom, to: card.secondedTo }, day),
  }
}

/** The rows of `appointments` and the card's own term, which gives way where both begin on one day. */
export function termsOf(
  card: Pick<Inspector, 'termStart' | 'termEnd' | 'termNo'>,
  appointments: readonly Pick<Appointment, 'termStart' | 'termEnd' | 'termNo'>[],
  termYears: number,
): Term[] {
  const byStart = new Map(appointments.map((row) => [row.termStart, { end: row.termEnd, no: row.termNo }]))
  if (card.termStart !== null && card.termEnd !== null) {
    const row = byStart.get(card.termStart)
    byStart.set(card.termStart, { end: row?.end ?? card.termEnd, no: row?.no ?? card.termNo })
  }
  return numbered(
    [...byStart]
      .map(([start, rest]) => ({ start, ...rest }))
      .toSorted((a, b) => (a.start < b.start ? -1 : 1)),
    termYears,
  )
}

/** A term without a number counts on from the one before, and anew after a break of a whole term. */
function numbered(terms: readonly { start: Day; end: Day; no: number | null }[], termYears: number): Term[] {
  const all: Term[] = []
  for (const { start, end, no } of terms) {
    const before = all.at(-1)
    const anew = !before || start >= addYears(addDays(before.end, 1), termYears)
    all.push({ start, end, no: no ?? (anew ? 1 : before.no + 1) })
  }
  return all
}

function serviceOf(card: Inspector, terms: readonly Term[], leftOn: Day | null): Days[] {
  const inPost = closedSpan({ from: card.appointedOn, to: leftOn })
  const terming =
    card.kind === 'part_time' ? terms.map(({ start, end }) => ({ from: start, to: end })) : [inPost]
  return joined(terming.flatMap((each) => overlap(each, inPost) ?? []))
}

export const servedOn = (service: readonly Days[], on: Day): boolean =>
  service.some((each) => holds(each, on))

/** Whether there is a day of service among these. */
export const servedDuring = (service: readonly Days[], days: Days): boolean =>
  service.some((each) => overlap(each, days) !== null)

/** Whether each of these is a day of service. */
export const servedThroughout = (service: readonly Days[], { from, to }: Days): boolean =>
  service.some((each) => each.from <= from && to <= each.to)

/** The term that holds a day; of two, the one that starts later. */
export const termOn = (terms: readonly Term[], on: Day): Term | undefined =>
  terms.findLast(({ start, end }) => start <= on && on <= end)

const INSPECTOR_ROLES: readonly string[] = ['full_time_inspector', 'part_time_inspector', 'zone_leader']

export const hasInspectorRole = ({ role, alsoRoles }: Person): boolean =>
  [role, ...alsoRoles].some((each) => INSPECTOR_ROLES.includes(each))

/** Who works as an inspector and has no card on file, whatever its dates. */
export function withoutCard({ people, inspectors }: Records): Map<UserId, Person> {
  const carded = new Set(inspectors.map(({ userid }) => userid))
  return new Map(
    people
      .filter((each) => hasInspectorRole(each) && !carded.has(each.userid))
      .map((each) => [each.userid, each]),
  )
}
