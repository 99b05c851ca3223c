import { kindsOnFile } from '#db/kinds-on-file.ts'
import type { Kind } from '#db/records-within.ts'
import type { Db } from '#db/store.ts'
import type { Check } from '#src/policy/checks/check.ts'
import { readsOf } from '#src/policy/checks/reads.ts'

/** What every office has, or what is there without it: these do not tell that it keeps the records of a check. */
const EVERYWHERE: ReadonlySet<Kind> = new Set<Kind>([
  ...(['places', 'schools', 'people', 'settings', 'holidays', 'teachingCalendar'] as const),
  ...(['assignments', 'seatList', 'visits', 'cases'] as const),
])

const ownKinds = (check: Check): Kind[] => [...readsOf([check])].filter((kind) => !EVERYWHERE.has(kind))

/**
 * Without those whose records an office has not begun to keep here: it would read of nothing but missing data. Of a place
 * its own office, of the whole city (null) any.
 */
export async function ofKeptRecords(
  db: Db,
  checks: readonly Check[],
  place: string | null,
): Promise<Check[]> {
  const kept = await kindsOnFile(db, new Set(checks.flatMap(ownKinds)), place)
  return checks.filter((check) => {
    const own = ownKinds(check)
    return own.length === 0 || own.some((kind) => kept.has(kind))
  })
}

/** Whether an office keeps records here besides its visits and cases. */
export const keepsRecords = (checks: readonly Check[]): boolean =>
  checks.some((check) => ownKinds(check).length > 0)
