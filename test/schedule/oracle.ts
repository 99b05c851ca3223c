import { addDays, at, dayOf, type Day, type Instant } from '#src/domain/day.ts'
import type { WorkingDays } from '#src/policy/working-days.ts'
import { audienceOf } from './audience.ts'
import { morningsOf, whatChecksTell, type Told } from './checks-oracle.ts'
import type {
  CaseLife,
  DraftLife,
  LetterLife,
  Move,
  PlanLife,
  Records,
  ReportDraftLife,
  ReportedNotice,
  WaitingLife,
} from './records.ts'

/**
 * What must be sent in a year, written from policy.md 2.2, 3.2, 6, 8.3, 8.4 and 8.5: for each thing when it is to be said, to
 * whom, and until when. It walks over every record and every minute, and knows nothing of how the product does it.
 */
export type Reminded = { kind: string; subject: string; recipient: string; period: string; at: Instant }

type Thing = {
  kind: string
  subject: string
  period: string
  /** When it is to be said, and from when on nobody wants to hear it any more. */
  from: Instant
  until: Instant
  to(now: Instant): readonly string[]
  holds(now: Instant): boolean
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export function whatMustBeSent(
  records: Records,
  days: WorkingDays,
  ticks: readonly Instant[],
  minuteOf: (userid: string) => number,
): Reminded[] {
  const leaders = records.zones.map(({ leader }) => leader)
  const audience = audienceOf(records.people, days, minuteOf, leaders)
  const { works, onOrAfter, onOrBefore, people, inRole, monday, monthOf, isDigestDay, isMonthDay, hears } =
    audience
  const morningAt = morningsOf(records, audience)
  const after = (on: Day, n: number): Day =>
    n === 0 ? on : after(addDays(on, 1), works(addDays(on, 1)) ? n - 1 : n)
  const before = (on: Day, n: number): Day =>
    n === 0 ? on : before(addDays(on, -1), works(addDays(on, -1)) ? n - 1 : n)

  const office = (county: string) => (now: Instant) => inRole('county_office', now, county)
  const cityOffice = (now: Instant) => inRole('city_office', now)
  const chief = (now: Instant) => inRole('chief_inspector', now)
  const atSchool = (school: string, role: string) => (now: Instant) =>
    people(now, (each) => each.school === school && each.roles.includes(role))
  const contact = (school: string) => (now: Instant) => {
    const found = atSchool(school, 'school_contact')(now)
    return found.length > 0 ? found : atSchool(school, 'principal')(now)
  }
  const inCharge = (of: { inspector: string; school: string; county: string }) => (now: Instant) => {
    if (people(now, (each) => each.userid === of.inspector).length > 0) return [of.inspector]
    const assigned = people(now, (each) => each.assigned.includes(of.school))
    return assigned.length > 0 ? assigned : office(of.county)(now)
  }
  const counties = [...new Set(records.people.flatMap((person) => person.county ?? []))]
  const isReportDay = (on: Day) => isMonthDay(on) && on.slice(5, 7) === '12'
  const isQuarterDay = (on: Day) => isMonthDay(on) && ['01', '04', '07', '10'].includes(on.slice(5, 7))

  const stateAt = <T extends Move>(moves: readonly T[], now: Instant): T | undefined =>
    moves.findLast((each) => each.at <= now)
  const isWithSchool = (state: string | undefined) => state === 'issued' || state === 'acknowledged'

  /** Each rung of 3.2 by role: the next one to the same role makes it pointless. */
  function ladder(found: CaseLife): Thing[] {
    return [...new Set(found.moves.flatMap((each) => each.due ?? []))].flatMap((due) => {
      const eight = (on: Day) => at(on, 8)
      const lastDay = onOrBefore(due)
      const lastCall = at(lastDay, 16)
      const passed = (n: number) => eight(onOrAfter(addDays(due, n)))
      const oneBefore = before(due, 1)
      const never = at(addDays(due, 400))
      const step = (
        kind: string,
        from: Instant,
        until: Instant,
        to: (now: Instant) => readonly string[],
      ): Thing => ({
        kind,
        subject: `case:${found.id}`,
        period: due,
        from,
        until,
        to,
        holds: (now) => {
          const is = stateAt(found.moves, now)
          return isWithSchool(is?.state) && is?.due === due && !is.stopped
        },
      })
      const { school, county } = found
      return [
        step(
          'due_3',
          eight(before(due, 3)),
          oneBefore === lastDay ? lastCall : eight(oneBefore),
          contact(school),
        ),
        ...(oneBefore === lastDay ? [] : [step('due_1', eight(oneBefore), lastCall, contact(school))]),
        step('last_call', lastCall, at(addDays(lastDay, 1)), (now) => [
          ...atSchool(school, 'principal')(now),
          ...atSchool(school, 'school_contact')(now),
        ]),
        step('overdue_1', passed(1), never, (now) => [
          ...atSchool(school, 'principal')(now),
          ...inCharge(found)(now),
        ]),
        step('overdue_3', passed(3), passed(7), office(county)),
        step('overdue_7', passed(7), passed(15), office(county)),
        step('overdue_15', passed(15), never, office(county)),
        step('overdue_15', passed(15), passed(30), chief),
        step('overdue_30', passed(30), never, chief),
      ]
    })
  }

  /** Every working day: what is due until the next one, what is overdue, what has waited more than ten for a verdict. */
  function mornings(first: Day, last: Day): Thing[] {
    const found: Thing[] = []
    for (let day = first; day <= last; day = addDays(day, 1)) {
      if (!works(day)) continue
      const free = addDays(after(day, 1), -1)
      const hasCase = (each: CaseLife, now: Instant) => {
        const is = stateAt(each.moves, now)
        return isWithSchool(is?.state) && !is?.stopped && is?.due !== undefined && is.due <= free
      }
      const waits = (each: ReportedNotice, now: Instant) => {
        const is = stateAt(each.moves, now)
        return is?.state === 'answered' && after(dayOf(is.at), 10) < day
      }
      const to = (now: Instant) => [
        ...records.cases.filter((each) => hasCase(each, now)).flatMap((each) => inCharge(each)(now)),
        ...records.reported.filter((each) => waits(each, now)).flatMap((each) => inCharge(each)(now)),
      ]
      const until = at(addDays(day, 1))
      found.push({
        kind: 'day_list',
        subject: 'day',
        period: day,
        from: at(day, 8),
        until,
        to,
        holds: () => true,
      })
    }
    return found
  }

  /** Every Monday of the week before, and on the first of the month of the month before. */
  function digests(from: Day, last: Day): Thing[] {
    const found: Thing[] = []
    const leads = (now: Instant) => [...chief(now), ...inRole('committee_vice_chair', now)]
    const tell = (kind: string, day: Day, until: Day, period: string) => {
      const each = { kind, period, from: at(day, 8, 30), until: at(until), holds: () => true }
      found.push({ ...each, subject: 'digest:city', to: (now) => [...cityOffice(now), ...leads(now)] })
      for (const county of counties) found.push({ ...each, subject: `digest:${county}`, to: office(county) })
    }
    /** A file of its own: to the offices alone. */
    const paper = (kind: string, subject: string, day: Day, until: Day, period: string) => {
      const each = { kind, period, from: at(day, 8, 30), until: at(until), holds: () => true }
      found.push({ ...each, subject: `${subject}:city`, to: cityOffice })
      for (const county of counties)
        found.push({ ...each, subject: `${subject}:${county}`, to: office(county) })
    }
    for (let day = from; day <= last; day = addDays(day, 1)) {
      const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
      if (isReportDay(day)) paper('year_report', 'report', day, `${year + 1}-01-01` as Day, String(year))
      if (isQuarterDay(day)) {
        const period = month === 1 ? `${year - 1}-4` : `${year}-${(month - 1) / 3}`
        paper('county_sheet', 'sheet', day, monthOf(addDays(monthOf(day), 100)), period)
      }
      if (isDigestDay(day)) tell('digest', day, addDays(monday(day), 7), addDays(monday(day), -7))
      if (!isMonthDay(day)) continue
      const next = monthOf(addDays(monthOf(day), 31))
      tell('monthly_digest', day, next, day.slice(0, 7))
      found.push(...zonesMonth(day, next))
    }
    return found
  }

  /** On the first of the month who leads a zone reads of its schools that were not visited in it or the one before. */
  function zonesMonth(day: Day, until: Day): Thing[] {
    const isOpen = (school: string, now: Instant) =>
      morningAt(now).lines.some(
        ({ check, subject, level }) =>
          check === 'C5.3b' && subject.startsWith(`${school}@`) && level !== 'ok',
      )
    return records.zones.map(({ county, leader, schools }) => ({
      kind: 'monthly_digest',
      subject: `digest:${county}`,
      period: day.slice(0, 7),
      from: at(day, 8, 30),
      until: at(until),
      to: (now) => (schools.some((school) => isOpen(school, now)) ? [leader] : []),
      holds: () => true,
    }))
  }

  /** When a comprehensive supervision has been planned, or put off, the principal hears in the morning that follows. */
  function planned({ no, school, moves }: PlanLife): Thing[] {
    const morningAfter = (said: Instant): Instant => {
      const eight = at(onOrAfter(dayOf(said)), 8)
      return said < eight ? eight : at(onOrAfter(addDays(dayOf(said), 1)), 8)
    }
    return moves.map(({ at: said, plannedOn }, i) => ({
      kind: 'scheduled',
      subject: `${no}/${school}`,
      period: plannedOn,
      from: morningAfter(said),
      until: Math.min(at(addDays(plannedOn, 1)), moves[i + 1]?.at ?? Infinity) as Instant,
      to: atSchool(school, 'principal'),
      holds: () => true,
    }))
  }

  /** Unanswered after one whole working day, and after two. */
  function unanswered(waiting: WaitingLife): Thing[] {
    const asked = dayOf(waiting.at)
    const thing = {
      subject: waiting.subject,
      period: String(waiting.at),
      until: (waiting.at + 30 * DAY_MS) as Instant,
      holds: (now: Instant) => waiting.at <= now && now < waiting.answeredAt,
    }
    const decides = waiting.inspector
      ? inCharge({ ...waiting, inspector: waiting.inspector })
      : office(waiting.county)
    const above = waiting.inspector ? office(waiting.county) : chief
    return [
      { ...thing, kind: 'unanswered_1', from: at(after(asked, 2), 8), to: decides },
      { ...thing, kind: 'unanswered_2', from: at(after(asked, 3), 8), to: above },
    ]
  }

  const late = (letter: LetterLife): Thing => ({
    kind: 'section_late',
    subject: `case:${letter.id}`,
    period: letter.answerBy,
    from: at(onOrAfter(addDays(letter.answerBy, 1)), 8),
    until: at(addDays(letter.answerBy, 400)),
    to: (now) => [
      ...people(now, (each) => each.unit === letter.section && each.county === letter.county),
      ...office(letter.county)(now),
    ],
    holds: (now) => letter.at <= now && now < letter.answeredAt,
  })

  /** On its evening, the next working morning, and after three days at the first hour of the clock. */
  function draft(each: DraftLife): Thing[] {
    const made = dayOf(each.at)
    const isOpen = (now: Instant) => each.at <= now && now < each.endedAt
    const thing = { subject: `visit:${each.id}`, period: '', to: () => [each.inspector], holds: isOpen }
    const dead = each.at + 3 * DAY_MS
    const hours = (on: Day) => [at(on, 8), at(on, 17, 30)].filter((hour) => works(on) && hour > dead)
    const lapses = (on: Day): Instant => hours(on)[0] ?? lapses(addDays(on, 1))
    return [
      ...evening(each.at, { ...thing, kind: 'draft_today' }),
      { ...thing, kind: 'draft_morning', from: at(after(made, 1), 8), until: dead as Instant },
      { ...thing, kind: 'draft_lapsed', from: lapses(dayOf(dead as Instant)), until: at(addDays(made, 400)) },
    ]
  }

  function reportDraft(each: ReportDraftLife): Thing[] {
    const to = atSchool(each.school, 'principal')
    const holds = (now: Instant) => each.at <= now && now < each.endedAt
    const thing = { subject: `report:${each.id}`, period: '', to, holds }
    const until = (each.at + 30 * DAY_MS) as Instant
    return [
      ...evening(each.at, { ...thing, kind: 'draft_today' }),
      { ...thing, kind: 'draft_morning', from: at(after(dayOf(each.at), 1), 8), until },
    ]
  }

  function evening(made: Instant, thing: Omit<Thing, 'from' | 'until'>): Thing[] {
    const on = dayOf(made)
    const from = at(on, 17, 30)
    return works(on) && made < from ? [{ ...thing, from, until: at(after(on, 1), 8) }] : []
  }

  /** The 20th and the 25th of teaching months: inspectors with a school to which nobody has been. */
  function unvisited(month: string): Thing[] {
    if (['02', '07', '08'].includes(month.slice(5))) return []
    const first = `${month}-01` as Day
    const [on20, on25] = [onOrAfter(addDays(first, 19)), onOrAfter(addDays(first, 24))]
    const next = addDays(first, 31).slice(0, 7)
    const end = at(`${next}-01` as Day)
    const isMissing = (school: string, now: Instant) =>
      !records.visits.some(
        (each) => each.school === school && each.at <= now && dayOf(each.at).startsWith(month),
      )
    const to = (now: Instant) => people(now, (each) => each.assigned.some((school) => isMissing(school, now)))
    const thing = { subject: 'month', period: month, to, holds: () => true }
    return [
      { ...thing, kind: 'unvisited_20', from: at(on20, 8), until: at(on25, 8) },
      { ...thing, kind: 'unvisited_25', from: at(on25, 8), until: end },
    ]
  }

  const [begun, ended] = [ticks[0] as Instant, ticks.at(-1) as Instant]
  const [first, last] = [dayOf(begun), dayOf(ended)]
  const months = new Set<string>()
  for (let day = first; day <= last; day = addDays(day, 1)) months.add(day.slice(0, 7))
  const things = [
    ...records.cases.flatMap(ladder),
    ...mornings(first, last),
    ...digests(first, last),
    ...records.waiting.flatMap(unanswered),
    ...records.letters.map(late),
    ...records.drafts.flatMap(draft),
    ...records.reportDrafts.flatMap(reportDraft),
    ...records.plans.flatMap(planned),
    ...[...months].flatMap(unvisited),
  ]

  /** Said at the first minute that is his, if it is still so then. */
  const said = new Map<string, Reminded>()
  for (const { kind, subject, period, from, until, to, holds } of things) {
    if (from <= begun) continue
    const heard = new Set<string>()
    const start = ticks.findIndex((each) => each >= from)
    for (const now of start < 0 ? [] : ticks.slice(start, start + MOST_TICKS)) {
      if (now >= until || heard.size === records.people.length) break
      const turn = records.people.filter(({ userid }) => !heard.has(userid) && hears(userid, now))
      const told = turn.length > 0 && holds(now) ? new Set(to(now)) : new Set<string>()
      for (const { userid } of turn) {
        heard.add(userid)
        const key = JSON.stringify([kind, subject, userid, period])
        if (told.has(userid) && !said.has(key))
          said.set(key, { kind, subject, recipient: userid, period, at: now })
      }
    }
  }
  return [...said.values(), ...whatChecksTell(records, morningAt, audience, ticks).map(asReminded)]
}

/** Which step it was the product may name as it likes. */
const asReminded = (told: Told): Reminded => ({ ...told, period: '' })

/** As many minutes as a holiday can hold, so that a thing which nobody hears comes to its end. */
const MOST_TICKS = 400
