import { addDays, at, dateOf, dayOf, plusMs, type Day, type Instant } from '#src/domain/day.ts'
import { chance } from '#src/intake/sample/chance.ts'
import type { CaseState, NoticeState } from '#src/policy/states.ts'
import type { Files } from '#test/checks/oracle/rows.ts'
import { OFFICE } from './office-records.ts'

/** The made-up county whose year the clock goes through, as plain lists: what there is, and when it became what. */
export type Person = {
  userid: string
  roles: readonly string[]
  county: string | null
  school: string | null
  assigned: readonly string[]
  unit: string | null
  leftOn: Day | null
}
export type Move = { at: Instant; state: string }
export type CaseMove = Move & { state: CaseState; due?: Day; stopped?: boolean }
type At = { school: string; county: string; inspector: string }
export type CaseLife = At & { id: string; notice: string; moves: CaseMove[] }
/** A notice whose report has gone to its inspector, and what became of it. */
export type ReportedNotice = At & { id: string; moves: (Move & { state: NoticeState })[] }
/** What an office, or where one is named an inspector, has been asked. */
export type WaitingLife = Omit<At, 'inspector'> & {
  subject: string
  inspector: string | null
  at: Instant
  answeredAt: Instant
}
export type LetterLife = {
  id: string
  county: string
  section: string
  answerBy: Day
  at: Instant
  answeredAt: Instant
}
export type DraftLife = { id: string; inspector: string; at: Instant; endedAt: Instant }
export type ReportDraftLife = { id: string; school: string; notice: string; at: Instant; endedAt: Instant }
/** A comprehensive supervision of a school: planned, and put off to another day. */
export type PlanLife = { no: string; school: string; moves: { at: Instant; plannedOn: Day }[] }
export type Zone = { county: string; leader: string; schools: readonly string[] }
export type VisitMade = { id: string; school: string; inspector: string; at: Instant }

export type Records = {
  people: readonly Person[]
  cases: CaseLife[]
  reported: ReportedNotice[]
  waiting: WaitingLife[]
  letters: LetterLife[]
  drafts: DraftLife[]
  reportDrafts: ReportDraftLife[]
  visits: VisitMade[]
  plans: PlanLife[]
  /** Filed before the year begins. */
  office: Files
  zones: readonly Zone[]
}

export const SCHOOLS = Array.from({ length: 14 }, (_, i) => ({
  code: `S${String(i + 1).padStart(2, '0')}`,
  county: i < 10 ? '章贡区' : '南康区',
}))

const nobody = { county: null, school: null, assigned: [], unit: null, leftOn: null }
const inspector = (
  userid: string,
  county: string,
  assigned: string[],
  besides: Partial<Person> = {},
): Person => ({
  ...nobody,
  userid,
  roles: ['part_time_inspector'],
  county,
  assigned,
  ...besides,
})

/** An inspector who leaves in January, a principal who inspects elsewhere, schools without a contact or without anybody. */
export const PEOPLE: readonly Person[] = [
  { ...nobody, userid: 'city_a', roles: ['city_office'] },
  { ...nobody, userid: 'chief_a', roles: ['chief_inspector'] },
  { ...nobody, userid: 'vice_a', roles: ['committee_vice_chair'] },
  { ...nobody, userid: 'unit_a', roles: ['member_unit'], unit: '市委编办' },
  { ...nobody, userid: 'office_a', roles: ['county_office'], county: '章贡区' },
  { ...nobody, userid: 'office_b', roles: ['county_office'], county: '章贡区' },
  { ...nobody, userid: 'office_c', roles: ['county_office'], county: '南康区' },
  { ...nobody, userid: 'section_a', roles: ['bureau_section'], county: '章贡区', unit: '基建科' },
  inspector('inspector_a', '章贡区', ['S01', 'S02', 'S03'], { leftOn: '2026-01-16' as Day }),
  inspector('inspector_b', '章贡区', ['S03', 'S04', 'S05']),
  inspector('inspector_c', '章贡区', ['S06', 'S07', 'S08', 'S09', 'S10']),
  inspector('inspector_e', '章贡区', []),
  inspector('inspector_d', '南康区', ['S11', 'S12', 'S13', 'S14']),
  inspector('principal_1', '章贡区', ['S05'], { roles: ['principal', 'part_time_inspector'], school: 'S01' }),
  ...SCHOOLS.slice(1, 13).map(({ code, county }, i): Person => {
    return { ...nobody, userid: `principal_${i + 2}`, roles: ['principal'], county, school: code }
  }),
  ...SCHOOLS.slice(0, 8).map(({ code, county }, i): Person => {
    return { ...nobody, userid: `contact_${i + 1}`, roles: ['school_contact'], county, school: code }
  }),
]

export const FIRST = '2025-09-01' as Day
const DAYS = 365
const NEVER = at('2099-01-01' as Day)
/** Nobody acts in the half hour in which the clock goes round. */
const ACTED_AT_HOURS = [0, 7, 9, 10, 11, 14, 15, 16, 18, 21]

/** A year of them by a fixed chance. */
export function recordsOfAYear(seed: number): Records {
  const { between, pick } = chance(seed)
  const moment = (day: Day): Instant => plusMs(at(day, pick(ACTED_AT_HOURS)), between(1, 59) * 61_000)
  const someDay = (): Day => addDays(FIRST, between(0, DAYS - 1))
  const later = (moved: Instant, least: number, most: number): Instant => {
    const found = moment(addDays(dayOf(moved), between(least, most)))
    return found > moved ? found : plusMs(moved, 120_000)
  }
  const someSchool = () => {
    const { code, county } = pick(SCHOOLS)
    const own = PEOPLE.filter((each) => each.assigned.includes(code) && each.userid.startsWith('inspector'))
    return { school: code, county, inspector: pick(own).userid }
  }

  /** Signed, reported, returned, extended, stopped, failed, withdrawn, closed: in any order that there is. */
  function lifeFrom(start: CaseMove): CaseMove[] {
    const moves = [start]
    for (let is = start, n = 0; n < 8; n++) {
      const next = nextOf(is)
      if (!next) break
      moves.push((is = next))
    }
    return moves
  }

  function nextOf(is: CaseMove): CaseMove | null {
    const when = later(is.at, 1, 14)
    const due = is.due as Day
    if (is.stopped) return { ...is, at: when, stopped: false, due: addDays(due, between(1, 9)) }
    if (is.state === 'issued') return { ...is, at: when, state: 'acknowledged' }
    if (is.state === 'acknowledged')
      return pick<CaseMove | null>([
        { ...is, at: when, state: 'report_submitted' },
        { ...is, at: when, state: 'report_submitted' },
        { ...is, at: when, due: addDays(due, between(1, 15)) },
        { ...is, at: when, stopped: true },
        { ...is, at: when, state: 'withdrawn' },
        null,
      ])
    if (is.state === 'report_submitted')
      return pick<CaseMove>([
        { ...is, at: when, state: 'closed' },
        { ...is, at: when, state: 'acknowledged' },
        { ...is, at: when, state: 'issued', due: addDays(dayOf(when), between(2, 20)) },
      ])
    return null
  }

  const cases: CaseLife[] = []
  const reported: ReportedNotice[] = []
  const waiting: WaitingLife[] = []
  const letters: LetterLife[] = []
  for (let n = 1; n <= 130; n++) {
    const [id, notice, of] = [`Z-${String(n).padStart(5, '0')}`, `notice${n}`, someSchool()]
    const asked = moment(someDay())
    const issued = n % 8 === 0 ? later(asked, 0, 6) : asked
    if (issued > asked)
      waiting.push({ ...of, inspector: null, subject: `notice:${notice}`, at: asked, answeredAt: issued })
    const moves = lifeFrom({ at: issued, state: 'issued', due: addDays(dayOf(issued), between(2, 40)) })
    cases.push({
      ...of,
      id,
      notice,
      moves: [...(issued > asked ? [{ at: asked, state: 'pending_approval' as const }] : []), ...moves],
    })
    reported.push({
      ...of,
      id: notice,
      moves: moves.map((each) => ({ at: each.at, state: noticeState(each.state) })),
    })
  }
  for (let n = 1; n <= 12; n++) {
    const { school, county } = someSchool()
    const id = `Z-9${String(n).padStart(4, '0')}`
    const asked = moment(someDay())
    const sent = later(asked, 0, 5)
    const answerBy = addDays(dayOf(sent), between(8, 16))
    const answeredAt = pick([later(sent, 5, 30), NEVER])
    waiting.push({ school, county, inspector: null, subject: `case:${id}`, at: asked, answeredAt: sent })
    letters.push({ id, county, section: '基建科', answerBy, at: sent, answeredAt })
  }
  for (let n = 1; n <= 40; n++) {
    const { school, county, inspector: asks } = someSchool()
    const asked = moment(someDay())
    const kind = pick(['request', 'proposal'])
    waiting.push({
      school,
      county,
      inspector: kind === 'request' ? pick([asks, null]) : null,
      subject: `${kind}:r${n}`,
      at: asked,
      answeredAt: pick([later(asked, 0, 6), NEVER]),
    })
  }
  const drafts = Array.from({ length: 70 }, (_, n): DraftLife => {
    const made = moment(someDay())
    // Confirmed within its three days, or not at all.
    const endedAt = pick([plusMs(made, between(1, 70) * 3_601_000), NEVER])
    return {
      id: `draft${n}`,
      inspector: pick(['inspector_b', 'inspector_c', 'inspector_d']),
      at: made,
      endedAt,
    }
  })
  const reportDrafts = Array.from({ length: 25 }, (_, n): ReportDraftLife => {
    const made = moment(someDay())
    return {
      id: `report${n}`,
      school: pick(SCHOOLS).code,
      notice: 'notice_for_reports',
      at: made,
      endedAt: pick([later(made, 0, 4), NEVER]),
    }
  })
  const visits = Array.from({ length: 260 }, (_, n): VisitMade => {
    const { school, inspector: by } = someSchool()
    return { id: `visit${n}`, school, inspector: by, at: moment(someDay()) }
  }).filter(({ school }, n) => school !== 'S14' && (school !== 'S10' || n % 8 === 0))
  const plans = [3, 11].map((n): PlanLife => {
    const first = moment(addDays(FIRST, 20 * n))
    const second = later(first, 2, 9)
    const on = (from: Instant, days: number) => addDays(dayOf(from), days)
    return {
      no: `D-${n}`,
      school: SCHOOLS[n]!.code,
      moves: [
        { at: first, plannedOn: on(first, 30) },
        { at: second, plannedOn: on(second, 45) },
      ],
    }
  })
  const lives = { cases, reported, waiting, letters, drafts, reportDrafts, visits, plans }
  return { ...lives, people: PEOPLE, office: { ...OFFICE, ...ROSTER }, zones: ZONES_LED }
}

/** The roster in the layout of the import. */
const ROSTER: Files = {
  schools: SCHOOLS.map(({ code, county }) => ({
    ...{
      code,
      name: `第${code.slice(1)}小学`,
      county,
      stage: 'primary',
      ownership: 'public',
      students: '500',
    },
  })),
  people: PEOPLE.map(({ userid, roles: [role = '', ...also], county, school, assigned, unit, leftOn }) => ({
    ...{ userid, name: userid, role, also_roles: also.join('|'), county: county ?? '', unit: unit ?? '' },
    ...{ school_code: school ?? '', assigned_school_codes: assigned.join('|'), left_on: leftOn ?? '' },
  })),
}

const ZONES_LED: Zone[] = [
  { county: '章贡区', leader: 'inspector_b', schools: ['S03', 'S04', 'S10'] },
  { county: '南康区', leader: 'inspector_d', schools: ['S13', 'S14'] },
]

function noticeState(state: CaseState): NoticeState {
  if (state === 'report_submitted') return 'answered'
  return state === 'issued' || state === 'acknowledged' ? state : 'done'
}

/** Every minute that matters of each day, and some that do not; none while the clock stands still. */
export function minutesOfAYear(
  seed: number,
  standstills: readonly { from: Instant; to: Instant }[],
): Instant[] {
  const { between } = chance(seed)
  const minutes: Instant[] = []
  for (let n = 0; n < DAYS; n++) {
    const day = addDays(FIRST, n)
    const often = dateOf(day) % 5 === 0 ? 20 : 2
    const some = Array.from({ length: often }, () => between(0, 1439))
    const of = new Set([...MINUTES, ...some])
    minutes.push(...[...of].sort((a, b) => a - b).map((minute) => at(day, 0, minute)))
  }
  return minutes.filter((each) => !standstills.some(({ from, to }) => each >= from && each < to))
}

const clock = (hour: number, minute: number) => hour * 60 + minute
const MINUTES = [
  clock(7, 30),
  ...Array.from({ length: 12 }, (_, i) => clock(7, 59) + i),
  clock(8, 30),
  clock(8, 31),
  ...[clock(16, 0), clock(17, 30)].flatMap((minute) => [minute - 1, minute, minute + 1]),
  clock(19, 59),
  clock(20, 0),
]
