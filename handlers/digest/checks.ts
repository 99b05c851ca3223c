import { checkDigestText } from '#cards/checks/digest.ts'
import { addYears, day as dayNamed, yearOf } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { readRecordsWithin } from '#db/records-within.ts'
import type { Role } from '#src/domain/words.ts'
import { digested } from '#src/policy/checks/digested.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { readsOf } from '#src/policy/checks/reads.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import { namesIn } from '../checks/names.ts'
import { placesOf } from '../checks/places.ts'
import type { Reading } from './brief.ts'
import { ofKeptRecords } from './kept.ts'

/** What the checks of a reader's digest have found in a place (the whole city where that is null), a line each. */
export async function checksInDigest(
  on: Reading,
  to: Role,
  county: string | null,
  length: 'week' | 'month',
): Promise<string[]> {
  const checks = await ofKeptRecords(on.db, digested(to, length, on.today))
  if (checks.length === 0) return []
  const records = await readRecordsWithin(on.db, readsOf(checks), {
    places: await placesOf(on, county ?? CITY),
    inspectors: null,
    since: addYears(dayNamed(`${yearOf(on.today)}-01-01`), -1),
  })
  const view = asOf(records, on.today)
  const names = await namesIn(on, records)
  return checks.flatMap((check) => {
    const lines = linesOf(view, [check]).filter(({ place }) => county === null || place === county)
    return checkDigestText(check, lines, names) ?? []
  })
}
