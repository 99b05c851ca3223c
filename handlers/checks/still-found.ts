import { readRecordsWithin } from '#db/records-within.ts'
import type { Db } from '#db/store.ts'
import { addYears, day, yearOf } from '#src/domain/day.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { readsOf } from '#src/policy/checks/reads.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import type { Level } from '#src/policy/checks/levels.ts'
import type { Condition } from '#src/policy/condition.ts'
import { withItsZones } from './places.ts'

type Found = Extract<Condition, { of: 'check' }>

/** At which level a check finds each subject of a place on a day, by what is on record now. */
export async function levelsFound(
  db: Db,
  { check, place, on }: Pick<Found, 'check' | 'place' | 'on'>,
): Promise<ReadonlyMap<string, Level>> {
  const checks = CHECKS.filter((each) => each.id === check)
  const records = await readRecordsWithin(db, readsOf(checks), {
    places: await withItsZones(db, place),
    inspectors: null,
    since: addYears(day(`${yearOf(on)}-01-01`), -1),
  })
  return new Map(linesOf(asOf(records, on), checks).map(({ subject, level }) => [subject, level]))
}

/** Whether a check still finds of a subject what somebody was to be told: a record may have come in since. */
export const isStillFound = async (db: Db, found: Found): Promise<boolean> =>
  (await levelsFound(db, found)).get(found.id) === found.level
