import type { Role, SchoolCode, UserId } from './words.ts'

/** A member of the corp whom the office has registered. Rights come from here, never from what a message claims. */
export type Person = {
  userid: UserId
  name: string
  roles: readonly Role[]
  /** Null: the city level. */
  county: string | null
  /** The school that the person belongs to: a principal's own, a serving inspector's workplace. */
  school: SchoolCode | null
  /** The schools whose responsible inspector he is. */
  assigned: readonly SchoolCode[]
  /** The zones (责任区) of his place that name him today; an inspector's alone. */
  zones?: readonly OwnZone[]
  /** For whom he stands in today, until the last day that was said. */
  standsInFor?: readonly Person[]
  /** The section or member unit that he belongs to. */
  unit: string | null
}

/** A zone as far as it gives rights: whether he leads it, and its schools. */
export type OwnZone = { name: string; isLeader: boolean; schools: readonly SchoolCode[] }

/** The schools of the zones that he leads. */
export const ledSchools = ({ zones = [] }: Person): SchoolCode[] =>
  zones.filter(({ isLeader }) => isLeader).flatMap(({ schools }) => schools)

export const INSPECTOR_ROLES: readonly Role[] = ['full_time_inspector', 'part_time_inspector', 'zone_leader']
export const OFFICE_ROLES: readonly Role[] = [
  'county_office',
  'city_office',
  'chief_inspector',
  'deputy_chief_inspector',
]
export const SCHOOL_ROLES: readonly Role[] = ['principal', 'school_contact']

export const hasRole = (person: Person, roles: readonly Role[]): boolean =>
  person.roles.some((role) => roles.includes(role))
