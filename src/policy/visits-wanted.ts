import { daysBetween, type Day } from '#src/domain/day.ts'
import { closedSpan, overlap, type Days } from './checks/view/spans.ts'

/** The first and the last day of a school; null: since before all records, and still there. */
export type Opened = { openOn: Day | null; closedOn: Day | null }

/**
 * How many visits a semester asks of a school: as many as are usual, one where it is open for less than half of the teaching
 * period; null where it is closed all through it (C5.3).
 */
export function wantedInSemester({ openOn, closedOn }: Opened, teaching: Days, usual: number): number | null {
  const open = overlap(closedSpan({ from: openOn, to: closedOn }), teaching)
  if (!open) return null
  return lengthOf(open) * 2 < lengthOf(teaching) ? 1 : usual
}

const lengthOf = ({ from, to }: Days): number => daysBetween(from, to) + 1

/** The same of a month: null for a school that opens in its course (C5.3b). */
export const wantedInMonth = ({ openOn }: Opened, month: Days, usual: number): number | null =>
  openOn === null || openOn <= month.from ? usual : null

/** Whether there is such a school on a day: of one that is not nothing is asked. */
export const isOpenOn = ({ openOn, closedOn }: Opened, on: Day): boolean =>
  (openOn === null || openOn <= on) && (closedOn === null || on <= closedOn)
