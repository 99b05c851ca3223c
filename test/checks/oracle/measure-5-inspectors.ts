import { activeAssignments, unprovenAssignments } from './assignments.ts'
import { plusDays } from './days.ts'
import { activeCards } from './inspectors.ts'
import type { Check, Found, Level } from './line.ts'
import { distinct } from './rows.ts'
import { openSchools } from './schools.ts'
import { numberSet } from './settings.ts'

export const plaqueCoverage: Check = (known) => {
  const found: Found[] = []
  const active = activeAssignments(known)
  const unproven = unprovenAssignments(known)
  for (const school of openSchools(known)) {
    const place = school.county
    const inspectors = distinct(
      active.filter((row) => row.school === school.code).map((row) => row.inspector),
    )
    const grace = numberSet(known, 'new_school_days', place)
    const level = (): Level => {
      // 1 an active assignment
      if (inspectors.length > 0) return 'ok'
      // 2 an unproven assignment whose dates hold D
      if (unproven.some((row) => row.school === school.code)) return 'unknown'
      // 3 D ≤ `open_on` + 30 days
      if (school.open_on !== '' && known.D <= plusDays(school.open_on, grace)) return 'notice'
      return 'breach'
    }
    const line = { subject: school.code, place, school: school.code, level: level() }
    const clause = school.stage === 'kindergarten' ? 'K-2' : 'G-1'
    found.push({ ...line, figures: { inspectors: inspectors.length }, clause })
  }
  return found
}

export const load: Check = (known) => {
  const found: Found[] = []
  const active = activeAssignments(known)
  for (const card of activeCards(known)) {
    const schools = distinct(
      active.filter((row) => row.inspector === card.userid).map((row) => row.school),
    ).length
    if (schools === 0) continue
    const place = card.place
    const level = (): Level => {
      // 1 schools ≥ 8
      if (schools >= numberSet(known, 'load_warning', place)) return 'warning'
      // 2 ≥ 6
      if (schools >= numberSet(known, 'load_notice', place)) return 'notice'
      return 'ok'
    }
    found.push({ subject: card.userid, place, level: level(), figures: { schools } })
  }
  return found
}
