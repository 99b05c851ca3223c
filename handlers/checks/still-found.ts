import { readRecordsWithin } from '#db/records-within.ts'
import type { Db } from '#db/store.ts'
import { addYears, day, yearOf } from '#src/domain/day.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { readsOf } from '#src/policy/checks/reads.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import type { Condition } from '#src/policy/condition.ts'

type Found = Extract<Condition, { of: 'check' }>

/** Whether a check still finds of a subject what somebody was to be told: a record may have come in since. */
export async function isStillFound(db: Db, { id, place, check, level, on }: Found): Promise<boolean> {
  const checks = CHECKS.filter((each) => each.id === check)
  const records = await readRecordsWithin(db, readsOf(checks), {
    places: [place],
    person: null,
    since: addYears(day(`${yearOf(on)}-01-01`), -1),
  })
  const line = linesOf(asOf(records, on), checks).find(({ subject }) => subject === id)
  return line?.level === level
}
