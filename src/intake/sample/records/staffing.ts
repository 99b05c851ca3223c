import { addDays, addYears, type Day } from '#src/domain/day.ts'
import type { Values } from '../../parse.ts'
import type { SamplePerson } from '../people.ts'
import { PLACES } from '../places.ts'
import type { Days } from './days.ts'

type Rows = Values[]

const isInspector = ({ role }: SamplePerson): boolean =>
  role === 'full_time_inspector' || role === 'part_time_inspector'

/** Its office has not entered any card yet: nothing is known of its inspectors. */
export const WITHOUT_CARDS = '石城县'
/** Too many of its inspectors are retired, or nearly. */
const MANY_RETIRED = '南康区'
const NEARLY_TOO_MANY = '赣县区'
/** Its full-time inspectors have no stage for senior schools, or none at all. */
const WITHOUT_SENIOR = '瑞金市'
const WITHOUT_STAGES = '寻乌县'

/** Of a part-time inspector's term: three years, of which one is over. */
const termOf = (start: Day) => ({ term_start: start, term_end: addDays(addYears(start, 3), -1) })

/** The principal of a school. */
type PrincipalOf = (code: string) => string | null

/** 督学信息卡 of everybody who inspects, but of a county that has none and of one person who has none. */
export function sampleInspectors(
  people: readonly SamplePerson[],
  principalOf: PrincipalOf,
  days: Days,
): Rows {
  const inspectors = people.filter((each) => isInspector(each) && each.county !== WITHOUT_CARDS)
  const places = Map.groupBy(inspectors, ({ county }) => county ?? 'city')
  const cards = [...places].flatMap(([place, all]) => {
    const retired = retiredAmong(place, all)
    return all.map((each, i) => cardOf(each, place, i, retired.has(each), days))
  })
  return withExceptions(cards.slice(0, -1), schoolsOf(people, principalOf), days)
}

/** The last part-timers of a place: more in some than in others. */
function retiredAmong(place: string, all: readonly SamplePerson[]): ReadonlySet<SamplePerson> {
  const share = place === MANY_RETIRED ? 0.7 : place === NEARLY_TOO_MANY ? 0.37 : 0.1
  const parts = all.filter(({ role }) => role === 'part_time_inspector')
  return new Set(parts.slice(parts.length - Math.floor(all.length * share)))
}

function cardOf(
  { userid, role }: SamplePerson,
  place: string,
  i: number,
  retired: boolean,
  days: Days,
): Values {
  const isFull = role === 'full_time_inspector'
  const appointed = isFull ? days.yearsAgo(4) : days.yearsAgo(1)
  return {
    userid,
    place,
    kind: isFull ? 'full_time' : 'part_time',
    level: place === 'city' ? 'city' : 'county',
    appointed_on: appointed,
    ...(isFull ? {} : { ...termOf(appointed), term_no: 1 }),
    retired,
    retired_on: retired ? addYears(appointed, -1) : null,
    stages: isFull ? stagesIn(place) : ['compulsory'],
    degree: 'bachelor',
    education_work_since: days.yearsAgo(18),
    record_ok: true,
    time_ok: true,
    health_ok: true,
    assessment_passed: true,
    recusals: ['none'],
    card_no: `DX${userid.length}${String(i).padStart(4, '0')}`,
  }
}

function stagesIn(place: string): string[] {
  if (place === WITHOUT_STAGES) return []
  return place === WITHOUT_SENIOR ? ['preschool', 'compulsory'] : ['preschool', 'compulsory', 'senior']
}

/** A school that an inspector is responsible for, and its principal. */
type Own = { school: string | null; principal: string | null }

const schoolsOf = (people: readonly SamplePerson[], principalOf: PrincipalOf): ReadonlyMap<string, Own> =>
  new Map(
    people.map(({ userid, assigned_school_codes: [school = null] }) => [
      userid,
      { school, principal: school && principalOf(school) },
    ]),
  )

/** One inspector for each thing that an office has to see to: what is changed on his card. */
function exceptions(days: Days): ((own: Own) => Values)[] {
  const longAgo = days.yearsAgo(3)
  return [
    // Retired for two years and a day when he was appointed; for less, and unknown when.
    () => ({ retired: true, retired_on: addDays(addYears(days.yearsAgo(1), -2), -1) }),
    () => ({ retired: true, retired_on: null }),
    // A second term that begins later than two years after he retired.
    () => ({
      ...{ retired: true, retired_on: days.yearsAgo(4), appointed_on: longAgo },
      ...{ ...termOf(days.monthsAgo(1)), term_no: 2 },
    }),
    () => ({ degree: 'college' }),
    () => ({ degree: null, health_ok: null }),
    () => ({ ...termOf(addDays(longAgo, 60)), appointed_on: addDays(longAgo, 60) }),
    () => ({ ...termOf(addDays(longAgo, -20)), appointed_on: addDays(longAgo, -20) }),
    () => ({ ...termOf(days.monthsAgo(5)), term_no: 4, appointed_on: days.yearsAgo(9) }),
    () => ({ recusals: [] }),
    ({ principal }) => ({ recusals: [principal ?? 'none'] }),
    ({ school }) => ({ serving_school: school }),
    // In post for a part of the year.
    () => ({ ...termOf(days.monthsAgo(2)), appointed_on: days.monthsAgo(2) }),
  ]
}

/** Who may go to a school that he serves in, with the office's reason (see the assignments). */
const EXCUSED = '上犹县'

function withExceptions(cards: readonly Values[], own: ReadonlyMap<string, Own>, days: Days): Rows {
  const changes = exceptions(days)
  const excused = cards.find(({ place }) => place === EXCUSED)
  let next = 0
  return cards.map((card) => {
    const { school, principal } = own.get(String(card['userid']))!
    if (card === excused) return { ...card, serving_school: school }
    const isOrdinary = card['kind'] === 'part_time' && card['retired'] === false && card['place'] === '章贡区'
    const change = isOrdinary && card['userid'] !== 'li_min' ? changes[next++] : undefined
    return change ? { ...card, ...change({ school, principal }) } : card
  })
}

/** The newest term of some: published and filed, not filed, published too early, and on its way. */
export function sampleAppointments(cards: readonly Values[], days: Days): Rows {
  const someone = cards.filter(({ kind, place }) => kind === 'part_time' && place === '于都县').slice(0, 4)
  const steps = (start: Day, noticeDays: number) => ({
    recommended_on: addDays(start, -60),
    vetted_on: addDays(start, -50),
    notice_from: addDays(start, -40),
    notice_to: addDays(start, -40 + noticeDays),
    published_on: addDays(start, -20),
  })
  const start = days.yearsAgo(1)
  const shapes: Values[] = [
    { ...steps(start, 14), filed_on: addDays(start, 10) },
    { ...steps(start, 14) },
    { ...steps(start, 4), filed_on: addDays(start, 10) },
    { recommended_on: addDays(start, -60), vetted_on: addDays(start, -50) },
  ]
  return someone.map(({ userid }, i) => ({
    userid: userid ?? null,
    ...termOf(start),
    term_no: 1,
    ...shapes[i],
  }))
}

/** Last year everybody but a few had forty hours; this year some have, some wait for their office, some have none. */
export function sampleTraining(cards: readonly Values[], days: Days): Rows {
  return cards.flatMap(({ userid = null }, i): Rows => {
    const row = (title: string, on: Day, hours: number, more: Values = {}): Values => ({
      ...{ userid, title, form: 'concentrated', organizer_level: 'city' },
      ...{ start_on: addDays(on, -3), end_on: on, hours, verified: true, ...more },
    })
    const lastYear = i % 12 === 0 ? 32 : 44
    const thisYear = [48, 40, 24, 8][i % 4]!
    // The first whom a newcomer meets still lacks some, of every kind.
    if (userid === 'li_min')
      return [
        row('督学能力提升班', days.inYear('07-20', -1), 44),
        row('新任督学培训班', days.inYear('03-20'), 26),
        row('秋季督学研修班', days.inYear('10-20'), 8, { verified: false }),
        row('督学网络课程', days.inYear('05-10'), 20, { form: 'online' }),
      ]
    return [
      row('督学能力提升班', days.inYear('07-20', -1), lastYear),
      row('新任督学培训班', days.inYear('03-20'), thisYear),
      ...(i % 4 === 2 ? [row('秋季督学研修班', days.inYear('10-20'), 8, { verified: false })] : []),
      ...(i % 6 === 3 ? [row('督学网络课程', days.inYear('05-10'), 20, { form: 'online' })] : []),
    ]
  })
}

/** Grounds for an exit that wait for their office, and one that has been dealt with. */
export const sampleExitGrounds = (cards: readonly Values[], days: Days): Rows =>
  cards.slice(20, 22).map(({ userid = null }, i) => ({
    userid,
    ground: 'absence',
    noted_on: days.ago(40),
    decided_on: i === 0 ? null : days.ago(10),
    evidence: '两次集体督导无故未到',
  }))

/** Costs that were settled, and one that has waited for seventy days. */
export const sampleClaims = (cards: readonly Values[], days: Days): Rows =>
  cards.slice(5, 11).map(({ userid = null }, i) => ({
    userid,
    incurred_on: days.ago(70 - i),
    item: 'transport',
    amount: 60 + 5 * i,
    settled_on: i === 0 ? null : days.ago(20),
  }))

/** Students by county: enough full-timers nearly everywhere, too few in one, numbers that are too old in another. */
export function sampleStudentNumbers(cards: readonly Values[], days: Days): Rows {
  const fullTimers = (place: string) =>
    cards.filter((card) => card['place'] === place && card['kind'] === 'full_time').length
  return ['city', ...PLACES.map(({ name }) => name)].flatMap((place) => {
    const as_of = place === '全南县' ? days.monthsAgo(19) : days.ago(60)
    const all = place === '章贡区' ? 128_640 : Math.max(1, fullTimers(place)) * 9_200
    const row = (stage: string, share: number): Values => ({
      place,
      stage,
      as_of,
      count: Math.floor(all * share),
    })
    return [row('kindergarten', 0.2), row('primary', 0.4), row('junior', 0.2), row('senior', 0.2)]
  })
}
