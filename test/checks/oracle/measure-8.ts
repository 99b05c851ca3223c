import { orNull } from './days.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import { byCodePoint, listed, type Row } from './rows.ts'
import { numberSet, type Key } from './settings.ts'
import { wd } from './working-days.ts'

/** D > wd(from, the number of days set). */
const isPast = (known: Known, from: string, key: Key, place: string) =>
  known.D > wd(known.days, from, numberSet(known, key, place))

const held = (known: Known) => known.rows('interviews').filter((row) => row.held_on !== '')

export const interviewRecord: Check = (known) =>
  held(known).map((row) => {
    const met = row.record_file !== '' && row.signed_on !== ''
    const level = (): Level => {
      // 1 `record_file` and `signed_on`
      if (met) return 'ok'
      // 2 D > wd(held_on, 10)
      if (isPast(known, row.held_on, 'record_breach_days', row.place)) return 'breach'
      // 3 D > wd(held_on, 5)
      if (isPast(known, row.held_on, 'record_warning_days', row.place)) return 'warning'
      return 'ok'
    }
    return { subject: row.no, place: row.place, level: level(), figures: { held_on: row.held_on, met } }
  })

export const filings: Check = (known) =>
  held(known).map((row) => {
    const missing: string[] = []
    if (row.filed_government_on === '') missing.push('government')
    if (row.filed_party_on === '') missing.push('party')
    if (row.filed_superior_on === '') missing.push('superior')
    const level = (): Level => {
      // 1 none missing
      if (missing.length === 0) return 'ok'
      // 2 D > wd(held_on, 20)
      if (isPast(known, row.held_on, 'filing_breach_days', row.place)) return 'breach'
      // 3 D > wd(held_on, 10)
      if (isPast(known, row.held_on, 'filing_warning_days', row.place)) return 'warning'
      return 'ok'
    }
    const figures = { held_on: row.held_on, missing, met: missing.length === 0 }
    return { subject: row.no, place: row.place, level: level(), figures }
  })

export const jointOrganizers: Check = (known) => {
  const found: Found[] = []
  for (const row of known.rows('interviews')) {
    // with one of `proposed_on`, `notified_on`, `held_on`
    if (row.proposed_on === '' && row.notified_on === '' && row.held_on === '') continue
    const missing = missingOrganizers(row)
    const level = (): Level => {
      // 1 nothing missing
      if (missing.length === 0) return 'ok'
      // 2 `notified_on` or `held_on` · 3 notice
      return row.notified_on !== '' || row.held_on !== '' ? 'breach' : 'notice'
    }
    found.push({ subject: row.no, place: row.place, level: level(), figures: { missing } })
  }
  return found
}

function missingOrganizers(row: Row): string[] {
  const organizers = listed(row.organizers)
  const missing: string[] = []
  const need = (id: string) => {
    if (!organizers.includes(id)) missing.push(id)
  }
  if (row.target_type !== 'county_government') need('supervision_office')
  if (row.target_type === 'school') need('education_department')
  if (row.target_type === 'county_government') {
    // supervision_office counts only if `place` is the city
    if (row.place !== 'city' || !organizers.includes('supervision_office')) missing.push('supervision_office')
    need('party_organization_department')
    // any one organizer other than these two, called `department` (B7.14)
    const named = ['supervision_office', 'party_organization_department']
    if (organizers.every((organizer) => named.includes(organizer))) missing.push('department')
  }
  return missing.sort(byCodePoint)
}

export const outcomes: Check = (known) =>
  known.rows('accountability').map((row) => {
    const met = row.not_public_reason !== '' || row.published_on !== ''
    // 1 `not_public_reason` · 2 `published_on` · 3 D > wd(decided_on, 20)
    const isLate = !met && isPast(known, row.decided_on, 'outcome_days', row.place)
    const figures = { decided_on: row.decided_on, published_on: orNull(row.published_on), met }
    return { subject: row.no, place: row.place, level: isLate ? 'warning' : 'ok', figures }
  })
