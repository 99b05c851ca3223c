import type { Day } from '#src/domain/day.ts'
import type { Inspector, Records } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import { retireeShare } from './c10.1-retiree-share.ts'
import type { Line } from './check.ts'
import { lineOn } from './planned.ts'
import type { Term } from './view/inspectors.ts'

/** Today's share of retirees, and the one that an appointment or a departure makes of it. */
export type Worse = { now: Line; after: Line }

/**
 * What C10.1 is looked at for before it is confirmed (policy.md 2.2, "Tell"): a place whose share goes over the bound, or
 * further over it, by what `changed` says besides the records. Null where it stands over it as it is, where
 * doing nothing is no better, and where figures are unknown.
 */
export function overTheBound(
  records: Records,
  changed: Records,
  { place, today, from }: { place: string; today: Day; from: Day },
): Worse | null {
  const about = { check: retireeShare, subject: place }
  const now = lineOn(records, about, today)
  const [without, after] = [lineOn(records, about, from), lineOn(changed, about, from)]
  if (!now || !without || !after || now.level === 'unknown' || after.level !== 'breach') return null
  const isWorse = isHigher(after, without) && (now.level !== 'breach' || isHigher(after, now))
  return isWorse ? { now, after } : null
}

/** The records as they would be if an inspector served a term, whatever term his card names now. */
export const serving = (records: Records, who: UserId, { start, end, no }: Term): Records =>
  withCard(records, who, { termStart: start, termEnd: end, termNo: no })

/** The records as they would be if an inspector served no longer than until a day. */
export const leaving = (records: Records, who: UserId, last: Day): Records =>
  withCard(records, who, { leftOn: last })

const withCard = (records: Records, who: UserId, changes: Partial<Inspector>): Records => ({
  ...records,
  inspectors: records.inspectors.map((card) => (card.userid === who ? { ...card, ...changes } : card)),
})

/** Compared as whole numbers: shares are rounded. Of nobody at all there is no share, and any is higher. */
function isHigher({ figures: one }: Line, { figures: other }: Line): boolean {
  const [retired, total] = [Number(other['retired']), Number(other['total'])]
  return total === 0 || Number(one['retired']) * total > retired * Number(one['total'])
}
