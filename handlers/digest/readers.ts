import { withRole } from '#db/people.ts'
import type { Role, UserId } from '#src/domain/words.ts'
import type { Reader } from '#src/policy/checks/digested.ts'
import type { Minute } from '../reminders/remark.ts'

/** Who reads the digest of a place in a role; the whole city's where the county is null. */
export type Readers = { role: Reader; county: string | null; people: UserId[] }

/** A deputy reads what the chief inspector reads: both have the whole city (policy.md 4.1). */
const IN_THE_CITY: readonly (readonly [role: Role, as: Reader])[] = [
  ['city_office', 'city_office'],
  ['chief_inspector', 'chief_inspector'],
  ['deputy_chief_inspector', 'chief_inspector'],
  ['committee_chair', 'committee_chair'],
  ['committee_vice_chair', 'committee_vice_chair'],
]

/** Everybody to whom the clock sends digests: each person once, with the widest that he is to know. */
export async function digestReaders(
  { db, today, roster }: Pick<Minute, 'db' | 'today' | 'roster'>,
  inCounties: readonly Reader[],
): Promise<Readers[]> {
  const seen = new Set<UserId>()
  const found: Readers[] = []
  const add = async (role: Role, county: string | null, as: Reader) => {
    const people = (await withRole(db, role, county, today)).map(({ userid }) => userid)
    found.push({ role: as, county, people: people.filter((each) => !seen.has(each)) })
    for (const each of people) seen.add(each)
  }
  for (const [role, as] of IN_THE_CITY) await add(role, null, as)
  for (const county of roster.counties) for (const role of inCounties) await add(role, county, role)
  return found
}
