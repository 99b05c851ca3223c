import { hasRole, INSPECTOR_ROLES, OFFICE_ROLES, SCHOOL_ROLES, type Person } from '#src/domain/person.ts'
import type { Speaker } from './understanding.ts'

function sideOf(me: Person): Speaker['side'] {
  if (hasRole(me, INSPECTOR_ROLES)) return 'inspector'
  if (hasRole(me, SCHOOL_ROLES)) return 'school'
  return hasRole(me, OFFICE_ROLES) ? 'office' : 'other'
}

/** What the ear needs to know of the person who speaks. */
export const speakerOf = (me: Person): Speaker => {
  const { userid, county, school, assigned } = me
  return { userid, county, school, assigned, side: sideOf(me) }
}
