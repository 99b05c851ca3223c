import type { Check, Finding } from './check.ts'
import { inOrder } from './code-points.ts'
import { cardsByArea, fullTimers } from './inspectors-by-place.ts'
import { firstOf } from './levels.ts'
import type { InspectorAt } from './view/inspectors.ts'
import type { Area } from './view/places.ts'

const STAGES = ['preschool', 'compulsory', 'senior'] as const

/** C9.2 (S-9): full-time inspectors for every stage; contract B4, measure 9. */
export const stages: Check = {
  id: 'C9.2',
  name: '专职督学学段',
  clause: 'S-9',
  threshold: 'law',
  find: (view) => {
    const cards = cardsByArea(view)
    return view.places.withTheirZones.map((area) => coverage(area, cards(area)))
  },
}

function coverage({ subject }: Area, cards: readonly InspectorAt[]): Finding {
  const inPost = fullTimers(cards)
  const covered = new Set(inPost.flatMap(({ card }) => card.stages))
  const missing = STAGES.filter((stage) => !covered.has(stage))
  const isUntold = inPost.length > 0 && covered.size === 0
  return {
    subject,
    place: subject,
    level: firstOf([cards.length === 0 || isUntold, 'unknown'], [missing.length > 0, 'breach']),
    figures: { missing: inOrder(missing) },
    evidence: inPost.map(({ card }) => card.userid),
  }
}
