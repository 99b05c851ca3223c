import { overBoundText } from '#cards/checks/retired.ts'
import { allPlaces } from '#db/roster.ts'
import type { Day } from '#src/domain/day.ts'
import type { Records } from '#src/domain/records.ts'
import { overTheBound } from '#src/policy/checks/retiree-what-if.ts'
import { lookAt } from '../checks/look.ts'
import { retired } from '../checks/retired.ts'
import type { Context } from '../context.ts'

/** An appointment or a departure before it is confirmed: `act` names it, `then` puts it among the records. */
type Planned = { place: string; act: string; from: Day; then: (records: Records) => Records }

/**
 * What the office reads before an act takes the share of retirees over the bound (C10.1): one line, or none. Zones count in
 * their county.
 */
export async function retireeWarning(
  on: Pick<Context, 'db' | 'roster' | 'today'>,
  { place, act, from, then }: Planned,
): Promise<string[]> {
  const counted = (await allPlaces(on.db)).find(({ name }) => name === place)?.countedIn ?? place
  const looked = await lookAt(on, retired, counted)
  const found = overTheBound(looked.records, then(looked.records), { place: counted, today: on.today, from })
  return found ? [overBoundText(found, looked, act, from)] : []
}
