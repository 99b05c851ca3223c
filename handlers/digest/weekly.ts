import { addDays, mondayOf, type Day } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { digestSpan, type DigestSpan } from '#src/policy/digest-span.ts'
import { endOf } from '#src/policy/hours.ts'
import { isDigestDay } from '#src/policy/working-days.ts'
import type { Minute, Remark, Reminder } from '../reminders/remark.ts'
import { digestReaders, type Readers } from './readers.ts'
import { tellChecks, tellLeader, tellOffice, together, type Told } from './tell.ts'

/**
 * Monday 08:30, or the next working day: last week for offices, chief inspectors and the heads of the committee, and what the
 * checks of their week have found (policy.md 6; 2.2, "Tell": D weekly).
 */
export const weeklyDigest: Reminder = {
  slot: '08:30',
  gathers: async (minute, day) =>
    isDigestDay(minute.workingDays, day) ? (await readers(minute)).flatMap((each) => each.people) : [],
  async remarks(minute, day) {
    const remarks: Remark[] = []
    if (isDue(minute, day))
      for (const each of await readers(minute))
        remarks.push(
          ...(await digestFor(minute, day, each.county, each.people, (span) => tellWeek(minute, each, span))),
        )
    return remarks
  },
}

const readers = (minute: Minute): Promise<Readers[]> => digestReaders(minute, ['county_office'])

async function tellWeek(minute: Minute, { role, county }: Readers, span: DigestSpan): Promise<Told> {
  const isOffice = role === 'city_office' || role === 'county_office'
  const week = await (isOffice ? tellOffice : tellLeader)(minute, county, span)
  return together(week, await tellChecks(minute, role, county, 'week'))
}

/** A digest day that is not over: of an earlier week nobody wants to read any more. */
export const isDue = (minute: Minute, day: Day): boolean =>
  isDigestDay(minute.workingDays, day) && endOfWeek(day) > minute.now

const endOfWeek = (day: Day) => endOf(addDays(mondayOf(day), 6))

/** The digest of a place for those whose minute has come; made once for all of them, and not at all for nobody. */
export async function digestFor(
  minute: Minute,
  day: Day,
  county: string | null,
  people: readonly UserId[],
  tell: (span: DigestSpan) => Promise<Told>,
): Promise<Remark[]> {
  const hearers = people.filter(minute.hears)
  if (hearers.length === 0) return []
  const span = digestSpan('last_week', minute.today)
  const { words, idle } = await tell(span)
  if (idle) return []
  const line = { head: null, text: words, while: null, until: endOfWeek(day) }
  return hearers.map((recipient) => ({
    kind: 'digest',
    subject: `digest:${county ?? 'city'}`,
    recipient,
    period: span.from,
    lines: [{ ...line, about: `digest:${recipient}` }],
  }))
}
