import { checksText } from '#cards/checks/digest.ts'
import { zonesLed } from '#db/zone-leaders.ts'
import { monthOf, type Day } from '#src/domain/day.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import type { Minute, Remark } from '../reminders/remark.ts'
import { checksAmong } from './checks.ts'
import { monthRemark } from './month-remark.ts'

/** Who leads which schools of a place, those for whom he stands in included. */
type ZoneReaders = { county: string | null; schools: ReadonlyMap<UserId, readonly SchoolCode[]> }

/** The leaders of zones, but those who read of a whole place anyway. */
export async function zoneReaders(
  { db, today, roster }: Pick<Minute, 'db' | 'today' | 'roster'>,
  others: readonly UserId[],
): Promise<ZoneReaders[]> {
  const found: ZoneReaders[] = []
  for (const county of [null, ...roster.counties]) {
    const schools = new Map<UserId, SchoolCode[]>()
    for (const led of await zonesLed(db, county, today))
      for (const { userid } of led.receivers)
        if (!others.includes(userid)) schools.set(userid, [...(schools.get(userid) ?? []), ...led.schools])
    if (schools.size > 0) found.push({ county, schools })
  }
  return found
}

/** What the checks of a leader's digest have found in his zone: of the visits alone (policy.md 2.2, C5.3b). */
export async function monthOfZones(
  minute: Minute,
  day: Day,
  { county, schools }: ZoneReaders,
): Promise<Remark[]> {
  const hearing = [...schools].filter(([userid]) => minute.hears(userid))
  if (hearing.length === 0) return []
  const among = await checksAmong(minute, 'zone_leader', county, 'month')
  return hearing.flatMap(([recipient, his]) => {
    const lines = among(his)
    const text = checksText(`${monthOf(minute.today)}月责任区`, lines)
    return lines.length > 0 ? [monthRemark(day, county, recipient, text)] : []
  })
}
