import { checkDigestText } from '#cards/checks/digest.ts'
import { addYears, day as dayNamed, yearOf } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { readRecordsWithin } from '#db/records-within.ts'
import type { Role, SchoolCode } from '#src/domain/words.ts'
import { digested } from '#src/policy/checks/digested.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { readsOf } from '#src/policy/checks/reads.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import { namesIn } from '../checks/names.ts'
import { placesOf } from '../checks/places.ts'
import type { Reading } from './brief.ts'
import { ofKeptRecords } from './kept.ts'
import { useOfMonitoring } from './monitoring-use.ts'

/** What the checks of a reader's digest have found in a place (the whole city where that is null), a line each. */
export async function checksInDigest(
  on: Reading,
  to: Role,
  county: string | null,
  length: 'week' | 'month',
): Promise<string[]> {
  const found = (await checksAmong(on, to, county, length))(null)
  return [...found, ...(await useOfMonitoring(on, to, length))]
}

/** The same for one part of the place after another, which is read once: what of it is about these schools. */
export async function checksAmong(
  on: Reading,
  to: Role,
  county: string | null,
  length: 'week' | 'month',
): Promise<(schools: readonly SchoolCode[] | null) => string[]> {
  const checks = await ofKeptRecords(on.db, digested(to, length, on.today), county)
  if (checks.length === 0) return () => []
  const records = await readRecordsWithin(on.db, readsOf(checks), {
    places: await placesOf(on, county ?? CITY),
    inspectors: null,
    since: addYears(dayNamed(`${yearOf(on.today)}-01-01`), -1),
  })
  const view = asOf(records, on.today)
  const names = await namesIn(on, records)
  const found = checks.map((check) => ({
    check,
    lines: linesOf(view, [check]).filter(({ place }) => county === null || place === county),
  }))
  return (schools) =>
    found.flatMap(({ check, lines }) => {
      const his = schools
        ? lines.filter(({ school }) => school !== undefined && schools.includes(school))
        : lines
      return checkDigestText(check, his, names) ?? []
    })
}
