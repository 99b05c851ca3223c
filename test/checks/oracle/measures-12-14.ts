import { between, earliest, orNull, yearOf } from './days.ts'
import { activeCards } from './inspectors.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import { latestInForce } from './measures-1-3.ts'
import { cityAndG, G } from './places.ts'
import { sumOf } from './rows.ts'
import { dateSet, numberSet } from './settings.ts'

export const budgetLine: Check = (known) =>
  cityAndG(known).map((place) => {
    const { D } = known
    const year = yearOf(D)
    // of the place, year Y, purpose supervision, existing at D
    const rows = known
      .rows('budgets')
      .filter((row) => row.place === place && row.purpose === 'supervision' && Number(row.year) === year)
    const amount = sumOf(rows)
    const level = (): Level => {
      // 1 amount > 0
      if (amount > 0) return 'ok'
      // 2 a row, amount 0
      if (rows.length > 0) return 'breach'
      // 3 D from 31 Mar
      return D >= dateSet(known, 'budget_due', place, year) ? 'unknown' : 'ok'
    }
    const figures = { year, amount: rows.length > 0 ? amount : null, met: amount > 0 }
    return { subject: place, place, level: level(), figures }
  })

/** In force at D: 1 none · 2 ok. */
function documentLine(known: Known, place: string, kind: string): Found {
  const dated = latestInForce(known, place, kind)
  return {
    subject: place,
    place,
    level: dated === '' ? 'warning' : 'ok',
    figures: { dated_on: orNull(dated) },
  }
}

export const costRules: Check = (known) =>
  cityAndG(known).map((place) => documentLine(known, place, 'cost_rules'))

export const countyPlans: Check = (known) =>
  G(known).map((place) => documentLine(known, place, 'implementation_plan'))

export const unsettledCosts: Check = (known) => {
  const found: Found[] = []
  for (const card of activeCards(known)) {
    // with a claim that exists at D
    const claims = known.rows('claims').filter((row) => row.userid === card.userid)
    if (claims.length === 0) continue
    const unsettled = claims.filter((row) => row.settled_on === '')
    const first = earliest(unsettled.map((row) => row.incurred_on))
    const oldest_days = first === '' ? 0 : between(first, known.D)
    // 1 oldest_days > 60 · 2 ok
    const level = oldest_days > numberSet(known, 'claim_days', card.place) ? 'notice' : 'ok'
    const figures = { unsettled: unsettled.length, oldest_days }
    found.push({ subject: card.userid, place: card.place, level, figures })
  }
  return found
}
