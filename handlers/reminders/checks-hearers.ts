import { officePeople, unitPeople, withRole } from '#db/people.ts'
import { inspectorsWithCards } from '#db/records-within.ts'
import { zonesLed, type Led } from '#db/zone-leaders.ts'
import { CITY } from '#src/domain/records.ts'
import type { Role, SchoolCode, UserId } from '#src/domain/words.ts'
import type { Line } from '#src/policy/checks/check.ts'
import type { Hearer } from '#src/policy/checks/told.ts'
import type { View } from '#src/policy/checks/view/view.ts'
import type { Minute } from './remark.ts'

const countyOf = (place: string): string | null => (place === CITY ? null : place)

/** The places with somebody of the office whose minute has come; the city's where a chief inspector's has. */
export async function placesHeard(
  { db, today, hears }: Minute,
  places: readonly string[],
): Promise<string[]> {
  const heard: string[] = []
  for (const place of places) {
    const chiefs = place === CITY ? await withRole(db, 'chief_inspector', null, today) : []
    const office = await officePeople(db, countyOf(place), today)
    if ([...office, ...chiefs].some(({ userid }) => hears(userid))) heard.push(place)
  }
  return heard
}

/** Everybody with an inspector's card whose minute has come. */
export const inspectorsHearing = async ({ db, hears }: Minute): Promise<UserId[]> =>
  (await inspectorsWithCards(db)).filter(hears)

/** Who hears of a line and has his minute now; the people of a place are asked for once. */
export function hearersOf({ db, today, hears }: Minute, view: View) {
  const known = new Map<string, Promise<UserId[]>>()
  const once = (key: string, ask: () => Promise<{ userid: UserId }[]>): Promise<UserId[]> => {
    const found = known.get(key) ?? ask().then((people) => people.map(({ userid }) => userid))
    known.set(key, found)
    return found
  }
  const office = (place: string) => once(`office ${place}`, () => officePeople(db, countyOf(place), today))
  const inRole = (role: Role, place: string) =>
    once(`${role} ${place}`, () => withRole(db, role, countyOf(place), today))
  const zones = new Map<string, Promise<Led[]>>()
  const ledAt = (place: string): Promise<Led[]> => {
    const found = zones.get(place) ?? zonesLed(db, countyOf(place), today)
    zones.set(place, found)
    return found
  }
  const unitOf = (no: string) => view.records.memberTasks.find((task) => task.no === no)?.unit ?? ''
  const ask: Record<Hearer, (line: Line) => Promise<readonly UserId[]>> = {
    office: ({ place }) => office(place),
    county_office: async ({ place }) => (place === CITY ? [] : office(place)),
    chief_inspector: () => inRole('chief_inspector', CITY),
    zone_leader: async ({ place, school }) =>
      (await ledAt(place))
        .filter(({ schools }) => school !== undefined && schools.includes(school))
        .flatMap(({ receivers }) => receivers.map(({ userid }) => userid)),
    person: async ({ person }) => (person === undefined ? [] : [person]),
    responsible: async ({ subject }) =>
      (view.assignments.bySchool.get(subject.split('@')[0] as SchoolCode) ?? []).map(
        ({ inspector }) => inspector,
      ),
    unit: ({ subject }) => once(`unit ${unitOf(subject)}`, () => unitPeople(db, unitOf(subject), today)),
  }
  return async (to: Hearer, line: Line): Promise<UserId[]> => (await ask[to](line)).filter(hears)
}
