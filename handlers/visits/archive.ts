import { byClock, change } from '#db/history.ts'
import { visits } from '#db/schema/loop.ts'
import type { Db, Write } from '#db/store.ts'
import { visitsBefore } from '#db/visits.ts'
import { addDays, dayOf, semesterOf, type Instant } from '#src/domain/day.ts'

/** A semester's records, some each minute: the first minute of a semester must not wait for all of them. */
const AT_ONCE = 100
/** As long as its inspector may still amend the last record of a semester (policy.md 3.1). */
const AMENDED_WITHIN_DAYS = 7

/** Records of semesters that are over are archived: from then on nobody amends them (policy.md 3.1). */
export async function archiveVisits(db: Db, now: Instant): Promise<Write[]> {
  const { from } = semesterOf(addDays(dayOf(now), -AMENDED_WITHIN_DAYS))
  const old = await visitsBefore(db, from, AT_ONCE)
  return old.flatMap((visit) => change(visits, visit, { state: 'archived' }, byClock('visit.archive', now)))
}
