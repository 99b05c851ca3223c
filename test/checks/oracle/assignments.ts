import { holds } from './days.ts'
import { activeCards, isUnproven } from './inspectors.ts'
import type { Known } from './known.ts'
import { listed } from './rows.ts'
import { openSchools } from './schools.ts'

export type Assigned = { inspector: string; school: string; reason: string }

/** Rows that hold D at an open school, and the shorthand of `people`, by whomever (B2.9). */
function assignedAtAll(known: Known): Assigned[] {
  const rows = known.rows('assignments')
  const found: Assigned[] = []
  for (const row of rows)
    if (holds(row.from, row.to, known.D))
      found.push({ inspector: row.inspector, school: row.school, reason: row.override_reason })
  for (const person of known.rows('people'))
    for (const school of listed(person.assigned_school_codes))
      // unless `assignments` has any row for same person and school that exists at D, ended ones included (B7.4)
      if (!rows.some((row) => row.inspector === person.userid && row.school === school))
        found.push({ inspector: person.userid, school, reason: '' })
  const open = openSchools(known).map((school) => school.code)
  return found.filter(({ school }) => open.includes(school))
}

/** Active at D: the row holds D, the school is open and the inspector is active. */
export function activeAssignments(known: Known): Assigned[] {
  const active = activeCards(known).map((card) => card.userid)
  return assignedAtAll(known).filter(({ inspector }) => active.includes(inspector))
}

/** Of persons with an inspector role but no card; `people.left_on` is not asked (B7.6). */
export function unprovenAssignments(known: Known): Assigned[] {
  const unproven = known.rows('people').filter((person) => isUnproven(known, person))
  const userids = unproven.map((person) => person.userid)
  return assignedAtAll(known).filter(({ inspector }) => userids.includes(inspector))
}
