import { firstOfMonth, lastOfMonth, type Day } from '#src/domain/day.ts'
import { digestSpan } from '#src/policy/digest-span.ts'
import { endOf } from '#src/policy/hours.ts'
import { workingDayFrom } from '#src/policy/working-days.ts'
import type { Minute, Remark, Reminder } from '../reminders/remark.ts'
import { digestReaders, type Readers } from './readers.ts'
import { tellChecks, tellLeader, together, type Told } from './tell.ts'

/**
 * The first working day of a month, 08:30: last month's five numbers and three worst for offices and leaders, and what the
 * checks of their digest have found (policy.md 6; 2.2, "Tell": D). A reader with nothing to see to gets none.
 */
export const monthlyDigest: Reminder = {
  slot: '08:30',
  gathers: async (minute, day) =>
    isMonthDay(minute, day) ? (await readers(minute)).flatMap(({ people }) => people) : [],
  async remarks(minute, day) {
    const remarks: Remark[] = []
    if (isMonthDay(minute, day) && endOf(lastOfMonth(day)) > minute.now)
      for (const each of await readers(minute)) remarks.push(...(await monthOfPlace(minute, day, each)))
    return remarks
  },
}

const readers = (minute: Minute): Promise<Readers[]> =>
  digestReaders(minute, ['county_office', 'zone_leader'])

const isMonthDay = ({ workingDays }: Minute, day: Day): boolean =>
  workingDayFrom(workingDays, firstOfMonth(day)) === day

async function monthOfPlace(minute: Minute, day: Day, { role, county, people }: Readers): Promise<Remark[]> {
  const hearers = people.filter(minute.hears)
  if (hearers.length === 0) return []
  const { words, idle } = await tellMonth(minute, { role, county })
  if (idle) return []
  const line = { head: null, text: words, while: null, until: endOf(lastOfMonth(day)) }
  return hearers.map((recipient) => ({
    kind: 'monthly_digest',
    subject: `digest:${county ?? 'city'}`,
    recipient,
    period: day.slice(0, 7),
    lines: [{ ...line, about: `month:${recipient}` }],
  }))
}

/** A zone leader reads of the visits alone; everybody else also the numbers of the month that is over. */
async function tellMonth(minute: Minute, { role, county }: Omit<Readers, 'people'>): Promise<Told> {
  const found = await tellChecks(minute, role, county, 'month')
  if (role === 'zone_leader') return found
  return together(await tellLeader(minute, county, digestSpan('last_month', minute.today)), found)
}
