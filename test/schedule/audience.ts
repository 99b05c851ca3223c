import { addDays, at, dayOf, weekdayOf, type Day, type Instant } from '#src/domain/day.ts'
import { isWorkingDay, type WorkingDays } from '#src/policy/working-days.ts'
import type { Person } from './records.ts'

/** Working days, and who is there and hears at which moment: policy.md 6 and 8.3. */
export function audienceOf(
  all: readonly Person[],
  days: WorkingDays,
  minuteOf: (userid: string) => number,
  leaders: readonly string[],
) {
  const known = new Map<Day, boolean>()
  const works = (on: Day): boolean => {
    const found = known.get(on) ?? isWorkingDay(days, on)
    known.set(on, found)
    return found
  }
  const onOrAfter = (on: Day): Day => (works(on) ? on : onOrAfter(addDays(on, 1)))
  const onOrBefore = (on: Day): Day => (works(on) ? on : onOrBefore(addDays(on, -1)))
  const inPost = (person: Person, now: Instant) => person.leftOn === null || dayOf(now) <= person.leftOn
  const people = (now: Instant, fits: (person: Person) => boolean) =>
    all.filter((each) => inPost(each, now) && fits(each)).map((each) => each.userid)
  const inRole = (role: string, now: Instant, county: string | null = null) =>
    people(now, (each) => each.roles.includes(role) && each.county === county)

  const monday = (on: Day): Day => addDays(on, 1 - weekdayOf(on))
  const monthOf = (on: Day): Day => `${on.slice(0, 7)}-01` as Day
  const isDigestDay = (on: Day) => onOrAfter(monday(on)) === on
  const isMonthDay = (on: Day) => onOrAfter(monthOf(on)) === on
  const IN_OFFICES = ['county_office', 'city_office', 'chief_inspector', 'committee_vice_chair']
  const readsDigest = (userid: string, now: Instant): boolean => {
    const today = dayOf(now)
    const isOffice = people(now, (each) => each.roles.some((role) => IN_OFFICES.includes(role))).includes(
      userid,
    )
    return isOffice ? isDigestDay(today) || isMonthDay(today) : isMonthDay(today) && leaders.includes(userid)
  }
  /** From eight and his minute, or half past eight with his digest, to eight in the evening of a working day. */
  const hears = (userid: string, now: Instant): boolean => {
    const today = dayOf(now)
    if (!works(today)) return false
    const opens = readsDigest(userid, now) ? at(today, 8, 30) : at(today, 8, minuteOf(userid))
    return now >= opens && now < at(today, 20)
  }
  return { works, onOrAfter, onOrBefore, people, inRole, monday, monthOf, isDigestDay, isMonthDay, hears }
}

export type Audience = ReturnType<typeof audienceOf>
