import { plusYears, orNull } from './days.ts'
import { activeCards, isRetired, isUnproven, termHolding, termsOf } from './inspectors.ts'
import type { Check, Found, Level } from './line.ts'
import { standAlone, takenIn } from './places.ts'
import { byCodePoint, type Row } from './rows.ts'
import { numberSet } from './settings.ts'

const [RETIREE_PERCENT, RETIRED_YEARS, EDUCATION_YEARS] = [40, 2, 10]

export const retireeShare: Check = (known) =>
  ['city', ...standAlone(known)].map((place) => {
    const active = activeCards(known).filter((card) => takenIn(known, place).includes(card.place))
    const total = active.length
    const retired = active.filter((card) => isRetired(card, known.D)).length
    const level = (): Level => {
      // 1 total = 0
      if (total === 0) return 'unknown'
      // 2 retired × 100 > 40 × total
      if (retired * 100 > RETIREE_PERCENT * total) return 'breach'
      // 3 retired × 100 ≥ 35 × total
      if (retired * 100 >= numberSet(known, 'retiree_notice_percent', place) * total) return 'notice'
      return 'ok'
    }
    const share = total === 0 ? null : Math.floor((2000 * retired + total) / (2 * total)) / 10
    return { subject: place, place, level: level(), figures: { retired, total, share } }
  })

export const retiredTwoYears: Check = (known) =>
  activeCards(known)
    .filter((card) => isRetired(card, known.D))
    .map((card) => {
      const limit = card.retired_on === '' ? '' : plusYears(card.retired_on, RETIRED_YEARS)
      const term = termHolding(termsOf(known, card), known.D)
      const level = (): Level => {
        // 1 `retired_on` empty
        if (card.retired_on === '') return 'unknown'
        // 2 appointed_on > limit
        if (card.appointed_on > limit) return 'breach'
        // 3 part-time, and the term that holds D has number ≥ 2 and starts after limit
        if (card.kind === 'part_time' && term && term.number >= 2 && term.start > limit) return 'notice'
        return 'ok'
      }
      const figures = {
        retired_on: orNull(card.retired_on),
        limit: orNull(limit),
        appointed_on: card.appointed_on,
      }
      return { subject: card.userid, place: card.place, level: level(), figures }
    })

const BELOW_BACHELOR = ['secondary', 'college']

export const basicConditions: Check = (known) => [
  ...activeCards(known).map((card) => conditionsOf(card)),
  // each person with an inspector role, not past `left_on`, without a card on file
  ...known
    .rows('people')
    .filter((person) => isUnproven(known, person) && (person.left_on === '' || known.D <= person.left_on))
    .map((person): Found => {
      const figures = { failed: [], missing: ['card'] }
      return { subject: person.userid, place: person.county, level: 'unknown', figures }
    }),
]

function conditionsOf(card: Row): Found {
  const failed: string[] = []
  const missing: string[] = []
  const ask = (name: string, cell: string, fails: () => boolean) => {
    if (cell === '') missing.push(name)
    else if (fails()) failed.push(name)
  }
  const isFalse = (cell: string) => cell === 'false' || cell === '否'
  ask('degree', card.degree, () => BELOW_BACHELOR.includes(card.degree))
  // education_work_since + 10 years > appointed_on
  ask('years', card.education_work_since, () => {
    return plusYears(card.education_work_since, EDUCATION_YEARS) > card.appointed_on
  })
  ask('record', card.record_ok, () => isFalse(card.record_ok))
  ask('time', card.time_ok, () => isFalse(card.time_ok))
  ask('health', card.health_ok, () => isFalse(card.health_ok))
  ask('assessment', card.assessment_passed, () => isFalse(card.assessment_passed))
  // 1 failed not empty · 2 missing not empty · 3 ok
  const level: Level = failed.length > 0 ? 'breach' : missing.length > 0 ? 'unknown' : 'ok'
  const figures = { failed: failed.sort(byCodePoint), missing: missing.sort(byCodePoint) }
  return { subject: card.userid, place: card.place, level, figures }
}
