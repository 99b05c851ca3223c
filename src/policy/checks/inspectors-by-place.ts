import type { InspectorAt } from './view/inspectors.ts'
import type { Area } from './view/places.ts'
import type { View } from './view/view.ts'

/** The cards of an area that exist on the day, active or not. */
export function cardsByArea(view: View): (area: Area) => readonly InspectorAt[] {
  const byPlace = Map.groupBy(view.inspectors, ({ card }) => card.place)
  return ({ takesIn }) => takesIn.flatMap((place) => byPlace.get(place) ?? [])
}

/** Active full-time inspectors who work where they are counted (C9.1, C9.2). */
export const fullTimers = (cards: readonly InspectorAt[]): InspectorAt[] =>
  cards.filter(({ card, active, seconded }) => card.kind === 'full_time' && active && !seconded)
