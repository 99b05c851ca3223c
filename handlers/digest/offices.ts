import { withRole } from '#db/people.ts'
import { CITY } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Minute } from '../reminders/remark.ts'

/** An office with those of its people whose minute has come. */
export type Office = { place: string; people: readonly UserId[] }

/** The city's office and those of the counties, each with somebody whose minute has come. */
export async function officesHearing({ db, today, roster, hears }: Minute): Promise<Office[]> {
  const found: Office[] = []
  const add = async (place: string, people: Promise<{ userid: UserId }[]>) => {
    const hearing = (await people).map(({ userid }) => userid).filter(hears)
    if (hearing.length > 0) found.push({ place, people: hearing })
  }
  await add(CITY, withRole(db, 'city_office', null, today))
  for (const county of roster.counties) await add(county, withRole(db, 'county_office', county, today))
  return found
}
