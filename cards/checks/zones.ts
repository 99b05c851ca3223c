import type { Answer } from './answer.ts'

/** A zone (责任区) as its people are shown it. */
export type ZoneShown = {
  name: string
  leader: string | null
  liaison: string | null
  members: readonly string[]
  schools: readonly { name: string; inspectors: readonly string[] }[]
}

const CLAUSES = ['R-13']

const peopleIn = ({ leader, liaison, members }: ZoneShown): string[] => [
  `组长${leader ? ` ${leader}` : '空缺'}`,
  ...(liaison ? [`联络员 ${liaison}`] : []),
  ...(members.length > 0 ? [`成员 ${members.join('、')}`] : []),
]

/** To an office: the zones of its place, and which schools are in none: all have to be covered. */
export const zonesAnswer = (
  place: string,
  zones: readonly ZoneShown[],
  uncovered: readonly string[],
): Answer => ({
  title: `${place}督学责任区`,
  lead: zones.length > 0 ? [`责任区 ${zones.length} 个。`] : [],
  rows: zones.map((zone) => ({
    name: zone.name,
    facts: [...peopleIn(zone), `学校 ${zone.schools.length} 所`],
    level: null,
  })),
  none: '还没有登记责任区，可以用表格导入（督学责任区）。',
  notes:
    zones.length > 0 && uncovered.length > 0
      ? [
          `没有划进责任区的学校 ${uncovered.length} 所：${uncovered.slice(0, NAMED).join('、')}${uncovered.length > NAMED ? '等' : ''}。`,
        ]
      : [],
  clauses: CLAUSES,
})

const NAMED = 10

/** To an inspector: a zone that names him, with its schools and who is responsible for each. */
export const ownZoneAnswer = (zone: ZoneShown): Answer => ({
  title: zone.name,
  lead: [`${peopleIn(zone).join('，')}。`, `学校 ${zone.schools.length} 所。`],
  rows: zone.schools.map(({ name, inspectors }) => ({
    name,
    facts: [inspectors.length > 0 ? `责任督学 ${inspectors.join('、')}` : '没有责任督学'],
    level: null,
  })),
  clauses: CLAUSES,
})
