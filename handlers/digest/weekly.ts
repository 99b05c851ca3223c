import { withRole } from '#db/people.ts'
import { addDays, mondayOf, type Day } from '#src/domain/day.ts'
import type { Role, UserId } from '#src/domain/words.ts'
import { digestSpan } from '#src/policy/digest-span.ts'
import { endOf } from '#src/policy/hours.ts'
import { isDigestDay } from '#src/policy/working-days.ts'
import type { Minute, Remark, Reminder } from '../reminders/remark.ts'
import { tellLeader, tellOffice, type Tell } from './tell.ts'

/** Monday 08:30, or the next working day: last week for offices, chief inspectors and the committee's chair (policy.md 6). */
export const weeklyDigest: Reminder = {
  slot: '08:30',
  gathers: async (minute, day) =>
    isDigestDay(minute.workingDays, day) ? (await audiences(minute)).flatMap((each) => each.people) : [],
  async remarks(minute, day) {
    const remarks: Remark[] = []
    if (isDue(minute, day))
      for (const { county, people, tell } of await audiences(minute))
        remarks.push(...(await digestFor(minute, day, county, people, tell)))
    return remarks
  },
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
  tell: Tell,
): Promise<Remark[]> {
  const hearers = people.filter(minute.hears)
  if (hearers.length === 0) return []
  const span = digestSpan('last_week', minute.today)
  const { words, idle } = await tell(minute, county, span)
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

type Audience = { county: string | null; people: UserId[]; tell: Tell }

/** Each person once, with the widest that he is to know. */
async function audiences({ db, today, roster }: Minute): Promise<Audience[]> {
  const seen = new Set<UserId>()
  const found: Audience[] = []
  const add = async (roles: readonly Role[], county: string | null, tell: Tell) => {
    const inRoles = await Promise.all(roles.map((role) => withRole(db, role, county, today)))
    const people = new Set(inRoles.flat().map((each) => each.userid))
    found.push({ county, people: [...people].filter((each) => !seen.has(each)), tell })
    for (const each of people) seen.add(each)
  }
  await add(['city_office'], null, tellOffice)
  await add(['chief_inspector', 'committee_chair'], null, tellLeader)
  for (const county of roster.counties) await add(['county_office'], county, tellOffice)
  return found
}
