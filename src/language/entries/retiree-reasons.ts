import type { RetireeReasonSaid } from '#src/domain/entry.ts'
import type { Heard } from '../hear.ts'

/** What orders such a reason to be filed: 退休督学占比书面说明：…. */
export const RETIREE_REASON = /退休[^,，。:：]{0,14}说明\s*[:：]/

const EXPLANATION = /说明\s*[:：]\s*(.{2,200})$/

/** The reason, in the office's own words. */
export function retireeReasonSaid({ written }: Heard): RetireeReasonSaid {
  const explanation = EXPLANATION.exec(written)?.[1]?.trim()
  return explanation ? { explanation } : {}
}
