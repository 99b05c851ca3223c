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
  /** For whom he stands in today, until the last day that was said. */
  standsInFor?: readonly Person[]
  /** The section or member unit that he belongs to. */
  unit: string | null
}

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
