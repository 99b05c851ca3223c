import { earlierEnd, earliest, latest, orNull, plusDays, plusMonths, plusYears } from './days.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import type { Row } from './rows.ts'
import { comprehensiveOf, openSchools } from './schools.ts'
import { numberSet } from './settings.ts'

export const principalTerms: Check = (known) =>
  openSchools(known).flatMap((school) => {
    const lines: Found[] = []
    for (const row of known.rows('principal_terms')) {
      if (row.school !== school.code) continue
      const end = earlierEnd(row.end_on, row.left_on)
      // end empty or D ≤ end + 1 year
      if (end === '' || known.D <= plusYears(end, 1)) lines.push(termLine(known, school, row, end))
    }
    return lines.length > 0 ? lines : [noTerm(school)]
  })

const noTerm = (school: Row): Found => ({
  subject: school.code,
  place: school.county,
  school: school.code,
  level: 'unknown',
  figures: { start_on: null, end_on: null, done_on: null, planned_on: null, met: false },
})

/** Without `on_site_to`, whose `planned_on` is in [D, end] or that has `on_site_from`. */
function isPlanned(known: Known, row: Row, end: string): boolean {
  if (row.on_site_to !== '') return false
  if (row.on_site_from !== '') return true
  return row.planned_on !== '' && known.D <= row.planned_on && (end === '' || row.planned_on <= end)
}

function termLine(known: Known, school: Row, row: Row, end: string): Found {
  const { D } = known
  const place = school.county
  const start = row.start_on
  const isWhole = start !== '' && end !== ''
  const supervisions = comprehensiveOf(known, school.code)
  // start_on ≤ `on_site_to` ≤ end
  const done = isWhole
    ? latest(supervisions.map((each) => each.on_site_to).filter((on) => start <= on && on <= end))
    : ''
  const planned = supervisions.filter((each) => isPlanned(known, each, end))
  // B7.8: an ended term's settings are those of its last day
  const on = end !== '' && end < D ? end : D
  // start_on + 12 months > end + 1 day
  const exemptMonths = numberSet(known, 'principal_exempt_months', place, on)
  const isExempt = isWhole && plusMonths(start, exemptMonths) > plusDays(end, 1)
  const level = (): Level => {
    // 1 start_on or end empty
    if (!isWhole) return 'unknown'
    // 2 done
    if (done !== '') return 'ok'
    // 3 exempt
    if (isExempt) return 'ok'
    // 4 D > end
    if (D > end) return 'breach'
    // 5 D from end − 6 months, planned or not
    if (D >= plusMonths(end, -numberSet(known, 'principal_warning_months', place, on))) return 'warning'
    // 6 D from end − 12 months and not planned
    const notice = plusMonths(end, -numberSet(known, 'principal_notice_months', place, on))
    if (D >= notice && planned.length === 0) return 'notice'
    return 'ok'
  }
  // B7.12: the earliest `planned_on` of the planned, else the earliest `on_site_from`
  const planned_on =
    earliest(planned.map((each) => each.planned_on).filter((day) => day !== '')) ||
    earliest(planned.map((each) => each.on_site_from).filter((day) => day !== ''))
  const dates = { start_on: orNull(start), end_on: orNull(end), done_on: orNull(done) }
  return {
    subject: `${school.code}/${row.person}@${start}`,
    place,
    school: school.code,
    ...(start === '' ? {} : { begins: start }),
    level: level(),
    figures: { ...dates, planned_on: orNull(planned_on), met: done !== '' || isExempt },
  }
}
