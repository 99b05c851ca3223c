import type { Named, Said } from '../named.ts'
import type { Filled } from './slots.ts'

/** When a meeting begins, and what it is called where that was said. */
export function meetingSlot(start: Said<string> | null, title: Said<string> | null): Filled {
  if (!start) return {}
  const spans = title ? [start.span, title.span] : [start.span]
  return { meeting: { value: { start: start.value, title: title?.value ?? '' }, spans } }
}

/** Hours of training, where they were said. */
export const hoursSlot = ({ hours }: Named): Filled =>
  hours ? { hours: { value: hours.value, spans: [hours.span] } } : {}
