import { asks } from '../questions/asking.ts'
import { hasTrouble } from '../visits/troubles.ts'
import { readOnce, type Heard } from '../hear.ts'
import { namesThing } from '../visits/matters.ts'
import { isHazard, namesUrgency } from '../visits/severities.ts'
import type { FindingHeard, Understanding, VisitHeard } from '../understanding.ts'
import { readVisits } from '../visits/visits.ts'

const WENT = /去了?|到了?校|跑了|走了|督导|检查|巡查|走访|督查|听课|查[看阅]|座谈|发现|存在|整改/
const WENT_THERE = /去了|到了|跑了|走了|督导|检查|巡查|走访|督查|听课/
const ALARM =
  /^[\s【\[]*(?:急|紧急|十万火急|救命|出事了|快来|重大险情|突发)[\s!,。:】\]]|紧急(?:报告|情况|上报)|出大?事了/

/** 急！, 十万火急: it says itself that it is one. */
export const isAlarm = ({ plain }: Heard): boolean => ALARM.test(plain)

/** 请求推迟整改，塌方路没通: the danger is why more time is asked for, and no news. */
const ASKS_TIME =
  /(?:申请|请求|恳请|能否|能不能|可否|想|求)[^,。;]{0,10}(?:推迟|延期|延[到至后长]|宽[限延]|缓[到至]|展期|顺延)|(?:推迟|延期|宽限|顺延)(?:整改|到|至)/
/** 未公示的报告 asks for them. */
const NAMES_A_LIST = /^(?:还)?[没未](?:有)?[^,。;\s的]{1,6}的[^,。;\s的]{2,6}$/

const isUrgent = ({ severity }: FindingHeard): boolean => severity?.value === 'urgent'

/** 围墙要倒，学生就在旁边上体育课: what is told around a danger belongs to it. */
function gathered(visit: VisitHeard, { written, lexicon }: Heard): VisitHeard {
  const findings = visit.findings.reduce<FindingHeard[]>((told, finding) => {
    const before = told.at(-1)
    const circumstance =
      before &&
      isUrgent(before) &&
      (!hasTrouble(finding.text) || (isHazard(finding.text, lexicon) && !namesThing(finding.text, lexicon)))
    if (!circumstance) return [...told, finding]
    const span = [before.span[0], finding.span[1]] as const
    return [...told.slice(0, -1), { ...before, span, text: written.slice(...span) }]
  }, [])
  return { ...visit, findings }
}

const tellsSomething = ({ text, matter }: FindingHeard): boolean => matter !== null || hasTrouble(text)

/** A visit is told where a school or a day stands beside what was done or found, or where a problem is plain. */
function tellsVisit({ plain, schools, dates, parts }: Heard, visits: readonly VisitHeard[]): boolean {
  const found = visits.some(({ findings, noIssue }) => noIssue || findings.some(tellsSomething))
  const done = visits.some(({ methods }) => methods.length > 0) || WENT.test(plain)
  const named = schools.length > 0
  const timed = dates.some(({ as }) => as === 'event') || parts.length > 0
  const troubled = visits.some(({ findings }) =>
    findings.some((each) => each.matter !== null && hasTrouble(each.text)),
  )
  const both = named && dates.some(({ as }) => as === 'event')
  // 今天堵车 is trouble at no school.
  // 教师法第几条讲体罚的 asks, and names neither school nor day.
  if (!named && !timed && (asks(plain) || NAMES_A_LIST.test(plain))) return false
  return (
    both ||
    (named && found) ||
    ((named || timed) && done) ||
    troubled ||
    visits.some(({ noIssue }) => noIssue)
  )
}

/** So plainly a visit that a word of other business (约谈, 学时) can only be part of what was found. */
export const isPlainVisit: (heard: Heard) => boolean = readOnce((heard) => {
  if (heard.schools.length === 0) return false
  const went = heard.dates.some(({ as }) => as === 'event') || WENT_THERE.test(heard.plain)
  return (
    went &&
    readVisits(heard).some(
      ({ findings, noIssue }) => noIssue || findings.some(({ text }) => hasTrouble(text)),
    )
  )
})

/** Without such words nothing can be an alarm: visits are not read for it. */
export const mayAlarm = ({ plain, lexicon }: Heard): boolean =>
  ALARM.test(plain) || namesUrgency(plain, lexicon)

/** A visit, or an alarm where something of it is a danger to life. */
export function readReport(heard: Heard): Understanding | null {
  const visits = readVisits(heard).map((visit) => gathered(visit, heard))
  if (!tellsVisit(heard, visits)) return null
  const [only] = visits
  const alarming =
    !ASKS_TIME.test(heard.plain) && (isAlarm(heard) || visits.some(({ findings }) => findings.some(isUrgent)))
  if (alarming && only && visits.length === 1 && only.findings.length > 0)
    return { intent: 'report_urgent', visit: only }
  return { intent: 'log_visit', visits }
}
