import { checksText } from '#cards/checks/digest.ts'
import { withRole } from '#db/people.ts'
import { firstOfMonth, lastOfMonth, monthOf, type Day } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Reader } from '#src/policy/checks/digested.ts'
import { digestSpan } from '#src/policy/digest-span.ts'
import { endOf } from '#src/policy/hours.ts'
import { workingDayFrom } from '#src/policy/working-days.ts'
import type { Minute, Remark, Reminder } from '../reminders/remark.ts'
import { checksInDigest } from './checks.ts'
import { tellLeader, type Told } from './tell.ts'

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

const isMonthDay = ({ workingDays }: Minute, day: Day): boolean =>
  workingDayFrom(workingDays, firstOfMonth(day)) === day

type Readers = { role: Reader; county: string | null; people: UserId[] }

async function monthOfPlace(minute: Minute, day: Day, { role, county, people }: Readers): Promise<Remark[]> {
  const hearers = people.filter(minute.hears)
  if (hearers.length === 0) return []
  const { words, idle } = await told(minute, role, county)
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
async function told(minute: Minute, role: Reader, county: string | null): Promise<Told> {
  const checks = await checksInDigest(minute, role, county, 'month')
  const found = checksText(monthOf(minute.today), checks)
  if (role === 'zone_leader') return { words: found, idle: checks.length === 0 }
  const numbers = await tellLeader(minute, county, digestSpan('last_month', minute.today))
  return {
    words: [numbers.words, found].filter(Boolean).join('\n\n'),
    idle: numbers.idle && checks.length === 0,
  }
}

/** Each person once, with the widest that he is to know. */
async function readers({ db, today, roster }: Minute): Promise<Readers[]> {
  const seen = new Set<UserId>()
  const found: Readers[] = []
  const add = async (role: Reader, county: string | null) => {
    const people = (await withRole(db, role, county, today)).map(({ userid }) => userid)
    found.push({ role, county, people: people.filter((each) => !seen.has(each)) })
    for (const each of people) seen.add(each)
  }
  for (const role of ['city_office', 'chief_inspector', 'committee_chair', 'committee_vice_chair'] as const)
    await add(role, null)
  for (const county of roster.counties) {
    await add('county_office', county)
    await add('zone_leader', county)
  }
  return found
}
