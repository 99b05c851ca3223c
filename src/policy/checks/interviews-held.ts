import type { Day } from '#src/domain/day.ts'
import type { Interview } from '#src/domain/records.ts'
import type { View } from './view/view.ts'

/** An interview that has been held. */
export type Held = Interview & { heldOn: Day }

export const interviewsHeld = ({ records }: View): Held[] =>
  records.interviews.filter((row): row is Held => row.heldOn !== null)
