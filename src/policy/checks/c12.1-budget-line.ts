import type { Budget } from '#src/domain/records.ts'
import { amountOf } from './amounts.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { inYear } from './setting-values.ts'
import type { View } from './view/view.ts'

/** C12.1 (S-12): the city and every government have a budget line for supervision; contract B4, measure 12. */
export const budgetLine: Check = {
  id: 'C12.1',
  name: '督导经费预算',
  clause: 'S-12',
  threshold: 'both',
  find: (view) => {
    const budgets = Map.groupBy(
      view.records.budgets.filter(({ purpose, year }) => purpose === 'supervision' && year === view.year),
      ({ place }) => place,
    )
    return view.places.governed.map((place) => line(place, budgets.get(place) ?? [], view))
  },
}

function line(place: string, rows: readonly Budget[], view: View): Finding {
  const amount = amountOf(rows)
  const isDue = view.day >= inYear(view.year, view.setting('budget_due', place))
  return {
    subject: place,
    place,
    level: firstOf([amount !== null && amount > 0, 'ok'], [amount !== null, 'breach'], [isDue, 'unknown']),
    figures: { year: view.year, amount, met: amount !== null && amount > 0 },
  }
}
