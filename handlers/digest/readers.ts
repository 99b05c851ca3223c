import { withRole } from '#db/people.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Reader } from '#src/policy/checks/digested.ts'
import type { Minute } from '../reminders/remark.ts'

/** Who reads the digest of a place in a role; the whole city's where the county is null. */
export type Readers = { role: Reader; county: string | null; people: UserId[] }

const IN_THE_CITY = ['city_office', 'chief_inspector', 'committee_chair', 'committee_vice_chair'] as const

/** Everybody to whom the clock sends digests: each person once, with the widest that he is to know. */
export async function digestReaders(
  { db, today, roster }: Pick<Minute, 'db' | 'today' | 'roster'>,
  inCounties: readonly Reader[],
): Promise<Readers[]> {
  const seen = new Set<UserId>()
  const found: Readers[] = []
  const add = async (role: Reader, county: string | null) => {
    const people = (await withRole(db, role, county, today)).map(({ userid }) => userid)
    found.push({ role, county, people: people.filter((each) => !seen.has(each)) })
    for (const each of people) seen.add(each)
  }
  for (const role of IN_THE_CITY) await add(role, null)
  for (const county of roster.counties) for (const role of inCounties) await add(role, county)
  return found
}
