import type { Budget, Studio } from '#src/domain/records.ts'
import { amountOf } from './amounts.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { inYear } from './setting-values.ts'
import { holds } from './view/spans.ts'
import type { View } from './view/view.ts'

/** C11.4 (S-11): every studio of a lead inspector has funds each year, in whosever budget; contract B4, measure 11. */
export const studioFunds: Check = {
  id: 'C11.4',
  name: '首席督学工作室经费',
  clause: 'S-11',
  threshold: 'default',
  find: (view) => {
    const budgets = Map.groupBy(
      view.records.budgets.filter(({ purpose, year }) => purpose === 'studio' && year === view.year),
      ({ studio }) => studio,
    )
    return view.records.studios
      .filter(({ openOn, closedOn }) => holds({ from: openOn, to: closedOn }, view.day))
      .map((studio) => funds(studio, budgets.get(studio.studio) ?? [], view))
  },
}

function funds({ studio, place }: Studio, rows: readonly Budget[], view: View): Finding {
  const amount = amountOf(rows)
  const from = (key: 'studio_warning' | 'studio_notice') =>
    view.day >= inYear(view.year, view.setting(key, place))
  return {
    subject: studio,
    place,
    level: firstOf(
      [amount !== null && amount > 0, 'ok'],
      [amount !== null, 'warning'],
      [from('studio_warning'), 'warning'],
      [from('studio_notice'), 'notice'],
    ),
    figures: { year: view.year, amount, met: amount !== null && amount > 0 },
  }
}
