import { isWrongValue } from '../changes.ts'
import type { Heard } from '../hear.ts'
import type { Named } from '../named.ts'
import { partsAnywhere } from '../visits/parts.ts'
import { findSeverities } from '../visits/severities.ts'
import { clauseSpans } from '../text.ts'
import { startIn } from '../clock-times.ts'
import { titleOf } from '../meeting-titles.ts'
import type {
  ChangeHeard,
  Listening,
  SchoolHeard,
  Span,
  Understanding,
  VisitHeard,
} from '../understanding.ts'
import { hoursSlot, meetingSlot } from './entry-slots.ts'
import { daysNamed } from './days.ts'
import type { ContractFinding, Filled } from './slots.ts'
import { spansOfWords } from './spans.ts'
import { daySlot, findingSlots, partSlot, spansOfDay, visitTypeSlot } from './visit-slots.ts'

/** 其实是, 说的是, 改成: the value that is right follows. */
const RIGHT =
  /(?:(?<!不)是|为|[想要本]来?写|记给|算给|[改换写记][成到作为]|其实|实际)(?:上|是)?(?:我|人)?(?:[去到来跑查看]|督导|检查)?(?:在|了|的|过|是)?$/
/** 上午那条, 王督学那条: the record that is mended. */
const RECORD = /^(?:的|[那这])?[那这][条次个]|^我?刚?[发报填登录记]的|^的(?:那|日期|时间|期限|学校)/

/** 例会时间更正为26日16:20: the hour is that of a meeting. */
const OF_MEETING = /会议|[一-龥]会(?=的?(?:时间|日期|改|更|调|挪|定)|$|[,。\s])/

/** Of several values the one that is meant: what is said to be right, else the last that is not said to be wrong. */
function meant<T extends { span: Span }>(plain: string, all: readonly T[]): T | undefined {
  const before = ({ span }: T): string => plain.slice(0, span[0])
  const left = all.filter(
    (each) => !isWrongValue(plain, each.span) && !RECORD.test(plain.slice(each.span[1])),
  )
  return left.find((each) => RIGHT.test(before(each))) ?? left.at(-1)
}

/** The schools of the visits; 八中不归我 names one that was not visited. */
function schoolsVisited(
  schools: readonly SchoolHeard[],
  visits: readonly VisitHeard[],
): readonly SchoolHeard[] {
  const codes = (school: SchoolHeard): string => school.candidates.join()
  const left = schools.filter((each) => visits.some(({ school }) => school && codes(school) === codes(each)))
  return left.length > 0 ? left : schools
}

/** Of 不是七中是文清, and of 七中那条说的是文清, only the school that is meant; 七中那条改成严重 names the record's. */
export function schoolsMeant({ plain, schools }: Heard, said: Understanding): readonly SchoolHeard[] {
  if (said.intent === 'log_visit') return schoolsVisited(schools, said.visits)
  if (said.intent !== 'correct') return schools
  const change = said.changes.find(({ field }) => field === 'school')
  if (change?.field === 'school') return [change.to]
  const left = schools.filter(({ span }) => !isWrongValue(plain, span))
  const right = left.filter(({ span }) => RIGHT.test(plain.slice(0, span[0])))
  return right.length > 0 ? right : left
}

/** The findings that a correction adds or changes; one that is only pointed at is told by the words that point. */
function changedFindings(heard: Heard, changes: readonly ChangeHeard[]): Filled {
  const pointed = new Map<string, ContractFinding>()
  for (const change of changes) {
    if (change.field !== 'due' && change.field !== 'severity') continue
    const words = change.item && 'words' in change.item ? change.item.words.trim() : ''
    const finding = pointed.get(words) ?? { text: words, severity: null, deadline: null }
    if (change.field === 'due') finding.deadline = change.to
    else finding.severity = change.to === 'minor' ? 'minor' : change.to === 'general' ? 'normal' : 'serious'
    pointed.set(words, finding)
  }
  if (pointed.size > 0)
    return { findings: { value: [...pointed.values()], spans: spansOfPointed(heard, [...pointed.values()]) } }
  const added = changes.flatMap((change) => (change.field === 'add' ? change.findings : []))
  return findingSlots([{ school: null, findings: added }], heard)
}

/** The words that point at a finding, and those that say what becomes of it. */
function spansOfPointed(heard: Heard, pointed: readonly ContractFinding[]): Span[] {
  const said = pointed.flatMap(({ text, severity, deadline }) => [
    ...(text ? spansOfWords(heard, text) : []),
    ...(deadline ? spansOfDay(heard, deadline) : []),
    ...(severity
      ? findSeverities(heard.plain, heard.lexicon)
          .slice(-1)
          .map(({ span }) => span)
      : []),
  ])
  return said.length > 0 ? said : clauseSpans(heard.plain).slice(-1)
}

/** What a correction sets: the new values only, and the record's school where it is named. */
export function changedSlots(
  heard: Heard,
  changes: readonly ChangeHeard[],
  named: Named,
  listening: Listening,
): Filled {
  const start = OF_MEETING.test(heard.plain) ? startIn(heard, listening) : null
  if (start) return meetingSlot(start, titleOf(heard))
  const date = changes.findLast((change) => change.field === 'date')?.to
  const told = changes.length === 0 ? meant(heard.plain, daysNamed(heard))?.day : null
  const part = meant(heard.plain, partsAnywhere(heard.plain))
  const person = meant(heard.plain, named.people)
  return {
    ...daySlot(heard, date ?? told),
    ...(part && partSlot({ ...heard, parts: [part] })),
    ...changedFindings(heard, changes),
    ...visitTypeSlot(heard.plain),
    ...hoursSlot(named),
    ...(person && { person: { value: person.userid ?? person.text, spans: [person.span] } }),
  }
}
