import type { Role } from '#src/domain/words.ts'
import type { Chance } from './chance.ts'
import { namer } from './names.ts'
import { PLACES } from './places.ts'
import type { SampleSchool } from './schools.ts'

/** One row of the sample's people.csv, under the ids of its columns. */
export type SamplePerson = {
  userid: string
  name: string
  role: Role
  county: string | null
  school_code: string | null
  assigned_school_codes: string[]
  also_roles: Role[]
}

type Post = Pick<SamplePerson, 'role' | 'county'> & Partial<SamplePerson>

/** The first people that a newcomer meets, all around one school. */
const FIRST = { school: '文清路小学', county: '章贡区' }
const FIRST_SCHOOLS = ['文清路小学', '第七中学', '实验小学', '沙石中心小学', '蓝天幼儿园', '阳明小学']

const SCHOOLS_PER_INSPECTOR = 10

/** Everybody of the made-up city: inspectors, principals, contacts, offices and leaders. All names are invented. */
export function samplePeople(schools: readonly SampleSchool[], chance: Chance): SamplePerson[] {
  const fresh = namer(chance)
  const first = firstPeople(schools)
  const seated = new Set(first.map((person) => person.school_code))
  const assigned = new Set(first.flatMap((person) => person.assigned_school_codes))
  const posts = [
    ...leaders(),
    ...offices(),
    ...inspectors(schools.filter(({ code }) => !assigned.has(code))),
    ...ofSchools(
      schools.filter(({ code }) => !seated.has(code)),
      chance,
    ),
  ]
  return [...first, ...posts.map((post) => ({ ...NOTHING, ...fresh(), ...post }))]
}

const NOTHING = { school_code: null, assigned_school_codes: [], also_roles: [] }

function firstPeople(schools: readonly SampleSchool[]): SamplePerson[] {
  const code = (name: string) =>
    schools.find((each) => each.county === FIRST.county && each.name === name)!.code
  const school_code = code(FIRST.school)
  const person = (
    userid: string,
    name: string,
    role: Role,
    rest: Partial<SamplePerson> = {},
  ): SamplePerson => ({
    ...NOTHING,
    ...{ userid, name, role, county: FIRST.county },
    ...rest,
  })
  return [
    person('li_min', '李敏', 'part_time_inspector', { assigned_school_codes: FIRST_SCHOOLS.map(code) }),
    person('chen_zhiyuan', '陈志远', 'principal', { school_code }),
    person('liu_fang', '刘芳', 'school_contact', { school_code }),
    person('zhou_wen', '周文', 'county_office'),
  ]
}

const leaders = (): Post[] =>
  (
    [
      ['committee_chair', 1],
      ['committee_vice_chair', 2],
      ['member_unit', 3],
      ['chief_inspector', 1],
      ['deputy_chief_inspector', 1],
      ['city_office', 3],
      ['bureau_section', 2],
    ] as const
  ).flatMap(([role, count]) => Array.from({ length: count }, () => ({ role, county: null })))

/** Two in a large county, one in a small one; the first place has its first one already. */
const offices = (): Post[] =>
  PLACES.flatMap(({ name, schools }) =>
    Array.from({ length: name !== FIRST.county && schools >= 150 ? 2 : 1 }, () => ({
      role: 'county_office' as const,
      county: name,
    })),
  )

function inspectors(schools: readonly SampleSchool[]): Post[] {
  return [null, ...PLACES.map((place) => place.name)].flatMap((county) => {
    const codes = schools.filter((school) => school.county === county).map((school) => school.code)
    const count = Math.ceil(codes.length / SCHOOLS_PER_INSPECTOR)
    return Array.from({ length: count }, (_, i): Post => {
      const fullTime = i % 5 === 0
      return {
        role: fullTime ? 'full_time_inspector' : 'part_time_inspector',
        county,
        assigned_school_codes: codes.filter((_, n) => Math.floor((n * count) / codes.length) === i),
      }
    })
  })
}

/** A principal for every school, an everyday contact for one in four. */
const ofSchools = (schools: readonly SampleSchool[], chance: Chance): Post[] =>
  schools.flatMap(({ code, county }) => {
    const roles: Role[] = chance.between(1, 4) === 1 ? ['principal', 'school_contact'] : ['principal']
    return roles.map((role) => ({ role, county, school_code: code }))
  })
