import { between, plusDays, plusYears } from './days.ts'
import { leftOn, TERM_YEARS, termHolding, termsOf } from './inspectors.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import { byCodePoint, type Row } from './rows.ts'
import { numberSet } from './settings.ts'
import { workingDaysIn } from './working-days.ts'

const [NOTICE_DAYS, TERMS_MAX] = [7, 3]
const STEPS = ['recommended_on', 'vetted_on', 'notice_from', 'notice_to', 'published_on'] as const

export const procedure: Check = (known) => {
  const found: Found[] = []
  for (const row of known.rows('appointments')) {
    // of a person whose card is part-time; B7.3: and exists at D
    const card = known.rows('inspectors').find((each) => each.userid === row.userid)
    if (card?.kind !== 'part_time') continue
    // with term_end ≥ D, and with recommended_on (≤ D) or term_start ≤ D
    if (row.term_end < known.D || (row.recommended_on === '' && row.term_start > known.D)) continue
    found.push(procedureOf(known, row, card))
  }
  return found
}

function procedureOf(known: Known, row: Row, card: Row): Found {
  const { D } = known
  const missing: string[] = STEPS.filter((step) => row[step] === '').sort(byCodePoint)
  const notice_days =
    row.notice_from !== '' && row.notice_to !== ''
      ? workingDaysIn(known.days, row.notice_from, row.notice_to)
      : null
  const level = (): Level => {
    // 1 notice_from and notice_to are there and [notice_from, notice_to] holds < 7 working days
    if (notice_days !== null && notice_days < NOTICE_DAYS) return 'breach'
    // 2 one lies before its predecessor, or published_on is not after notice_to
    if (isOutOfOrder(row)) return 'breach'
    // 3 D from term_start and missing not empty
    if (D >= row.term_start && missing.length > 0) return 'unknown'
    // 4 D from term_start and no `filed_on`
    if (D >= row.term_start && row.filed_on === '') return 'warning'
    return 'ok'
  }
  const subject = `${row.userid}@${row.term_start}`
  const figures = { notice_days, missing }
  return { subject, place: card.place, begins: row.term_start, level: level(), figures }
}

/** Of these five, in this order and skipping the empty ones. */
function isOutOfOrder(row: Row): boolean {
  const dates: string[] = STEPS.map((step) => row[step]).filter((day) => day !== '')
  for (const [i, day] of dates.entries()) if (i > 0 && day < dates[i - 1]!) return true
  return row.published_on !== '' && row.notice_to !== '' && row.published_on <= row.notice_to
}

export const partTimeTerms: Check = (known) => {
  const found: Found[] = []
  const { D } = known
  for (const card of known.rows('inspectors')) {
    const left = leftOn(known, card)
    if (card.kind !== 'part_time' || (left !== '' && D > left)) continue
    const terms = termsOf(known, card)
    const holding = termHolding(terms, D)
    // the term that holds D, else the one that ended last before D
    const ended = terms.filter((term) => term.end < D).sort((a, b) => (a.end < b.end ? -1 : 1))
    const t = holding ?? ended.at(-1)
    // with a term started by D
    if (!t || t.start > D) continue
    const level = (): Level => {
      // 1 t holds D and its number > 3
      if (holding && t.number > TERMS_MAX) return 'breach'
      // 2 t.term_end > t.term_start + 3 years − 1 day
      if (t.end > plusDays(plusYears(t.start, TERM_YEARS), -1)) return 'breach'
      // 3 t does not hold D
      if (!holding) return 'warning'
      // 4 a term with a later start is on file
      if (terms.some((term) => term.start > t.start)) return 'ok'
      // 5 D from t.term_end − 90 days
      if (D >= plusDays(t.end, -numberSet(known, 'term_days', card.place))) return 'notice'
      return 'ok'
    }
    const figures = { term_no: t.number, term_end: t.end, days_left: between(D, t.end) }
    found.push({ subject: card.userid, place: card.place, level: level(), figures })
  }
  return found
}
