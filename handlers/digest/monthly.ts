import { firstOfMonth, lastOfMonth, type Day } from '#src/domain/day.ts'
import { digestSpan } from '#src/policy/digest-span.ts'
import { endOf } from '#src/policy/hours.ts'
import { workingDayFrom } from '#src/policy/working-days.ts'
import type { Minute, Remark, Reminder } from '../reminders/remark.ts'
import { monthRemark } from './month-remark.ts'
import { digestReaders, type Readers } from './readers.ts'
import { monthOfZones, zoneReaders } from './zones.ts'
import { tellChecks, tellLeader, together, type Told } from './tell.ts'

/**
 * The first working day of a month, 08:30: last month's five numbers and three worst for offices and leaders, and what the
 * checks of their digest have found (policy.md 6; 2.2, "Tell": D). A reader with nothing to see to gets none.
 */
export const monthlyDigest: Reminder = {
  slot: '08:30',
  async gathers(minute, day) {
    if (!isMonthDay(minute, day)) return []
    const { places, zones } = await readers(minute)
    return [...places.flatMap(({ people }) => people), ...zones.flatMap(({ schools }) => [...schools.keys()])]
  },
  async remarks(minute, day) {
    const remarks: Remark[] = []
    if (!isMonthDay(minute, day) || endOf(lastOfMonth(day)) <= minute.now) return remarks
    const { places, zones } = await readers(minute)
    for (const each of places) remarks.push(...(await monthOfPlace(minute, day, each)))
    for (const each of zones) remarks.push(...(await monthOfZones(minute, day, each)))
    return remarks
  },
}

async function readers(minute: Minute) {
  const places = await digestReaders(minute, ['county_office'])
  const zones = await zoneReaders(
    minute,
    places.flatMap(({ people }) => people),
  )
  return { places, zones }
}

const isMonthDay = ({ workingDays }: Minute, day: Day): boolean =>
  workingDayFrom(workingDays, firstOfMonth(day)) === day

async function monthOfPlace(minute: Minute, day: Day, { role, county, people }: Readers): Promise<Remark[]> {
  const hearers = people.filter(minute.hears)
  if (hearers.length === 0) return []
  const { words, idle } = await tellMonth(minute, { role, county })
  if (idle) return []
  return hearers.map((recipient) => monthRemark(day, county, recipient, words))
}

/** The numbers of the month that is over, and what is to be done. */
async function tellMonth(minute: Minute, { role, county }: Omit<Readers, 'people'>): Promise<Told> {
  const found = await tellChecks(minute, role, county, 'month')
  return together(await tellLeader(minute, county, digestSpan('last_month', minute.today)), found)
}
