import type { Values } from '../../parse.ts'
import type { SamplePerson } from '../people.ts'

/** Two inspectors have about twenty schools, as many as a zone holds. */
const INSPECTORS = 2

/** 督学责任区: the schools of two inspectors each, led by one of them; all schools are in one. */
export function sampleZones(people: readonly SamplePerson[]): Values[] {
  const inspectors = people.filter((each) => each.assigned_school_codes.length > 0)
  return [...Map.groupBy(inspectors, ({ county }) => county ?? 'city')].flatMap(([place, all]) =>
    inParts(all).map((members, i) => ({
      place,
      zone: `第${i + 1}责任区`,
      leader: members.at(-1)!.userid,
      members: members.map(({ userid }) => userid),
      schools: members.flatMap((each) => each.assigned_school_codes),
    })),
  )
}

const inParts = (all: readonly SamplePerson[]): SamplePerson[][] =>
  Array.from({ length: Math.ceil(all.length / INSPECTORS) }, (_, i) =>
    all.slice(i * INSPECTORS, (i + 1) * INSPECTORS),
  )
