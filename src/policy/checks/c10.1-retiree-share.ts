import type { Check, Finding } from './check.ts'
import { cardsByArea } from './inspectors-by-place.ts'
import { firstOf } from './levels.ts'
import type { InspectorAt } from './view/inspectors.ts'
import type { Area } from './view/places.ts'
import type { View } from './view/view.ts'

/** C10.1 (S-10, in principle): at most 40 % of the inspectors are retired; contract B4, measure 10. */
export const retireeShare: Check = {
  id: 'C10.1',
  name: '退休督学占比',
  clause: 'S-10',
  threshold: 'both',
  soft: true,
  find: (view) => {
    const cards = cardsByArea(view)
    return view.places.withTheirZones.map((area) => share(area, cards(area), view))
  },
}

function share({ subject }: Area, cards: readonly InspectorAt[], view: View): Finding {
  const active = cards.filter((each) => each.active)
  const retirees = active.filter((each) => each.retired)
  const [retired, total] = [retirees.length, active.length]
  return {
    subject,
    place: subject,
    level: firstOf(
      [total === 0, 'unknown'],
      [isOverBound({ retired, total }, view.setting('retiree_percent', subject)), 'breach'],
      [retired * 100 >= view.setting('retiree_notice_percent', subject) * total, 'notice'],
    ),
    figures: { retired, total, share: percentOf(retired, total) },
    evidence: retirees.map(({ card }) => card.userid),
  }
}

type Counted = { retired: number; total: number }

/** Exactly the bound is not over it. */
export const isOverBound = ({ retired, total }: Counted, percent: number): boolean =>
  retired * 100 > percent * total

/** Per cent with one decimal, half up; null of nobody. Shown only: levels go by the whole numbers. */
export const percentOf = (part: number, total: number): number | null =>
  total === 0 ? null : Math.floor((2000 * part + total) / (2 * total)) / 10
