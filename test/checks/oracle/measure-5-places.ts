import { earliest, latest, orNull, plusMonths, plusYears } from './days.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import { latestInForce } from './measures-1-3.ts'
import { cityAndG, P, wholeCity } from './places.ts'
import type { Row } from './rows.ts'
import { comprehensiveOf, openSchools } from './schools.ts'
import { numberSet } from './settings.ts'

const [SCHOOL_YEARS, SCHOOL_MIN_YEARS] = [5, 3]

export const schoolCycle: Check = (known) => openSchools(known).map((school) => cycleOf(known, school))

function cycleOf(known: Known, school: Row): Found {
  const { D } = known
  const place = school.county
  const supervisions = comprehensiveOf(known, school.code)
  const last = latest(supervisions.map((row) => row.on_site_to))
  let deadline = last === '' ? '' : plusYears(last, SCHOOL_YEARS)
  // with no last, `open_on` + 5 years as long as D is not past it
  if (last === '' && school.open_on !== '' && D <= plusYears(school.open_on, SCHOOL_YEARS))
    deadline = plusYears(school.open_on, SCHOOL_YEARS)
  // earliest `planned_on` ≥ D of one without `on_site_from`
  const coming = supervisions.filter((row) => row.on_site_from === '' && row.planned_on >= D)
  const next = earliest(coming.map((row) => row.planned_on))
  const level = (): Level => {
    // 1 no deadline
    if (deadline === '') return 'unknown'
    // 2 D > deadline
    if (D > deadline) return 'breach'
    // 3 D from deadline − 6 months
    if (D >= plusMonths(deadline, -numberSet(known, 'school_warning_months', place))) return 'warning'
    // 4 last and next exist and next < last + 3 years
    if (last !== '' && next !== '' && next < plusYears(last, SCHOOL_MIN_YEARS)) return 'notice'
    return 'ok'
  }
  const figures = { last_on: orNull(last), deadline: orNull(deadline), planned_on: orNull(next) }
  return { subject: school.code, place, school: school.code, level: level(), figures }
}

const COMPARED = ['C5.1', 'C5.3', 'C5.4', 'C5.5']

export const privateSchools: Check = (known, printed) =>
  ['city', ...P(known)].flatMap((place) => {
    const places = place === 'city' ? wholeCity(known) : [place]
    const schools = openSchools(known).filter((school) => places.includes(school.county))
    const codes = (ownership: string) =>
      schools.filter((school) => school.ownership === ownership).map((school) => school.code)
    const [own, common] = [codes('private'), codes('public')]
    // if an open private school is in it
    if (own.length === 0) return []
    const lower: string[] = []
    let compared = 0
    for (const check of COMPARED) {
      // lines of level ok or notice / lines not unknown, for private and for public schools
      const ofPrivate = rateOf(printed(check), own)
      const ofPublic = rateOf(printed(check), common)
      // compared when both denominators are > 0
      if (ofPrivate.all === 0 || ofPublic.all === 0) continue
      compared++
      if (ofPrivate.good * ofPublic.all < ofPublic.good * ofPrivate.all) lower.push(check)
    }
    // 1 nothing compared · 2 the private rate is lower for some X · 3 ok
    const level: Level = compared === 0 ? 'unknown' : lower.length > 0 ? 'notice' : 'ok'
    return [{ subject: place, place, level, figures: { schools: own.length, lower } }]
  })

function rateOf(lines: Found[], codes: string[]): { good: number; all: number } {
  const of = lines.filter((line) => codes.includes(line.school!) && line.level !== 'unknown')
  return { good: of.filter((line) => line.level === 'ok' || line.level === 'notice').length, all: of.length }
}

export const appraisalRules: Check = (known) =>
  cityAndG(known).map((place) => {
    const dated = latestInForce(known, place, 'appraisal_rules')
    // 1 none · 2 ok
    return {
      subject: place,
      place,
      level: dated === '' ? 'warning' : 'ok',
      figures: { dated_on: orNull(dated) },
    }
  })
