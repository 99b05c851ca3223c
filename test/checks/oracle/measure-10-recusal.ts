import { activeAssignments } from './assignments.ts'
import { earlierEnd, holds, plusYears } from './days.ts'
import { personOf, rolesOf } from './inspectors.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import { distinct, listed, type Row } from './rows.ts'
import { openSchools } from './schools.ts'
import { numberSet } from './settings.ts'

export const recusal: Check = (known) => {
  const found: Found[] = []
  const active = activeAssignments(known)
  const pairs = distinct(active.map((row) => `${row.inspector}/${row.school}`))
  for (const pair of pairs) {
    const rows = active.filter((row) => `${row.inspector}/${row.school}` === pair)
    const card = known.rows('inspectors').find((each) => each.userid === rows[0]!.inspector)!
    // belongs to the school's place
    const school = openSchools(known).find((each) => each.code === rows[0]!.school)!
    const reason = reasonOf(known, card, school)
    const level = (): Level => {
      // 1 kin
      if (reason === 'kin') return 'breach'
      // 2 serving or left, no `override_reason` on an active row of the pair · 3 serving or left
      if (reason === 'serving' || reason === 'left')
        return rows.some((row) => row.reason !== '') ? 'notice' : 'warning'
      // 4 undeclared
      return reason === 'undeclared' ? 'unknown' : 'ok'
    }
    found.push({ subject: pair, place: school.county, level: level(), figures: { reason } })
  }
  return found
}

/** The first that holds. */
function reasonOf(known: Known, card: Row, school: Row): string {
  const code = school.code
  const declared = listed(card.recusals)
  // kin: `recusals` names the school, or a userid that heads it at D
  if (declared.includes(code) || headsOf(known, code).some((userid) => declared.includes(userid)))
    return 'kin'
  // serving: `serving_school` or the person's `school_code` is the school
  if (card.serving_school === code || personOf(known, card.userid)?.school_code === code) return 'serving'
  // left: `former_school` is the school and (`former_left_on` empty or D < former_left_on + 3 years)
  const years = numberSet(known, 'recusal_years', school.county)
  const isRecent = card.former_left_on === '' || known.D < plusYears(card.former_left_on, years)
  if (card.former_school === code && isRecent) return 'left'
  return declared.length === 0 ? 'undeclared' : 'none'
}

/** Who heads a school at D: a `principal_terms` row that holds D, or role principal with that `school_code` (B7.9). */
function headsOf(known: Known, code: string): string[] {
  const inTerm = known
    .rows('principal_terms')
    .filter((row) => row.school === code)
    .filter((row) => holds(row.start_on, earlierEnd(row.end_on, row.left_on), known.D))
    .map((row) => row.person)
  const byRole = known
    .rows('people')
    .filter((row) => row.school_code === code && rolesOf(row).includes('principal'))
    .filter((row) => row.left_on === '' || known.D <= row.left_on)
    .map((row) => row.userid)
  return [...inTerm, ...byRole]
}
