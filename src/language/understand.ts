import { readAnswerToAlarm, readFalseAlarm } from './alarm-words.ts'
import { readAddition, readChanges } from './changes.ts'
import { readDigestQuestion } from './digest-questions.ts'
import { readFollowUp } from './followups.ts'
import { hear, type Heard } from './hear.ts'
import { readNoticeWords } from './notice-words.ts'
import { isForeign, isOffTopic } from './other-business.ts'
import { readQuestion } from './questions.ts'
import {
  readAboutMe,
  readDeputy,
  readLeaving,
  readMayStandIn,
  readNewPrincipal,
  readSuspension,
} from './personnel.ts'
import type { Registry } from './registry.ts'
import { readPaper } from './papers.ts'
import { plannedFor, readReinspection, readReturn } from './reinspections.ts'
import { isPlainVisit, readReport } from './reports.ts'
import { readSectionAnswer } from './sections.ts'
import { readSetting } from './setting-words.ts'
import { readExtension, readObjection, readSubmission } from './school-side.ts'
import { readCancel, readShortWord } from './short-words.ts'
import type { Listening, Understanding } from './understanding.ts'
import { readWorkGroup } from './work-groups.ts'

/** A message, who says it, and the visit that it may tell of: read once, for two readers ask for it. */
type Ear = { heard: Heard; registry: Registry; listening: Listening; report: () => Understanding | null }
type Reader = (ear: Ear) => Understanding | null

const shortWord: Reader = ({ heard, listening }) => readShortWord(heard, listening)
const question: Reader = ({ heard, registry, listening }) => readQuestion(heard, registry, listening)
/** After the questions about schools: what is left of 这周情况 asks about a whole place. */
const digest: Reader = ({ heard, registry, listening }) => readDigestQuestion(heard, registry, listening)
const paper: Reader = ({ heard }) => readPaper(heard)
const cancel: Reader = ({ heard }) => readCancel(heard)
const followUp: Reader = ({ heard, listening }) => readFollowUp(heard, listening)
const notice: Reader = ({ heard, registry, listening }) => readNoticeWords(heard, registry, listening)
const setting: Reader = ({ heard, listening }) =>
  listening.speaker.side === 'office' ? readSetting(heard) : null
const returned: Reader = ({ heard }) => readReturn(heard)
const sectionAnswer: Reader = ({ heard, listening }) =>
  readSectionAnswer(heard, listening.speaker.side === 'other')
const falseAlarm: Reader = ({ heard }) => readFalseAlarm(heard)
const answerToAlarm: Reader = ({ heard }) => readAnswerToAlarm(heard)
const changes: Reader = ({ heard, registry, listening }) => readChanges(heard, registry, listening)
const addition: Reader = ({ heard, registry, listening }) => readAddition(heard, registry, listening)
/** 灭火器过期，下周五复查: the visit is told, the reinspection only announced. */
const reinspection: Reader = ({ heard, listening }) =>
  plannedFor(heard, listening.today) && isPlainVisit(heard) ? null : readReinspection(heard, listening)
const extension: Reader = ({ heard }) => readExtension(heard)
const objection: Reader = ({ heard }) => readObjection(heard)
const submission: Reader = ({ heard }) => readSubmission(heard)
const offTopic: Reader = ({ heard }) => (isOffTopic(heard.plain) ? { intent: 'out_of_scope' } : null)
const foreign: Reader = ({ heard }) =>
  isForeign(heard.plain) && !isPlainVisit(heard) ? { intent: 'unknown' } : null
const report: Reader = (ear) => ear.report()
/** About people themselves: in words that nothing else has, so it stands first. */
const personnel: Reader = ({ heard, listening }) =>
  readAboutMe(heard) ??
  readSuspension(heard, listening) ??
  readLeaving(heard, listening) ??
  readMayStandIn(heard) ??
  readDeputy(heard, listening) ??
  readNewPrincipal(heard)
const workGroup: Reader = ({ heard, registry, listening }) => readWorkGroup(heard, registry, listening)

/** A school's person who plainly tells of a visit shall read that this is the inspectors' business. */
const plainVisit: Reader = (ear) => (isPlainVisit(ear.heard) ? ear.report() : null)

/** A danger is heard before everything that merely might be meant. */
function alarm(ear: Ear): Understanding | null {
  const told = ear.report()
  return told?.intent === 'report_urgent' ? told : null
}

// The order matters: questions before what their words would report, 改成 before findings that hold it, what is said of an
// alarm before what would raise one.
const FOR_SCHOOLS: readonly Reader[] = [
  shortWord,
  personnel,
  workGroup,
  question,
  cancel,
  answerToAlarm,
  alarm,
  extension,
  objection,
  offTopic,
  submission,
  changes,
  plainVisit,
]
const FOR_INSPECTORS: readonly Reader[] = [
  shortWord,
  personnel,
  workGroup,
  question,
  digest,
  paper,
  // Before what is said of an inspector's own case: 已解决 would be a verdict.
  sectionAnswer,
  setting,
  returned,
  // 通知作废 is about the paper, not the record.
  notice,
  cancel,
  falseAlarm,
  answerToAlarm,
  foreign,
  // Before changes, which would take 留样那个还没改 for another finding of the draft.
  followUp,
  changes,
  alarm,
  reinspection,
  extension,
  offTopic,
  addition,
  report,
]

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** What a message means. The first reader that understands it decides; who may do it is not asked here. */
export function understand(text: string, registry: Registry, listening: Listening): Understanding {
  const heard = hear(text, registry, listening)
  const ear: Ear = { heard, registry, listening, report: once(() => readReport(heard)) }
  const readers = listening.speaker.side === 'school' ? FOR_SCHOOLS : FOR_INSPECTORS
  for (const read of readers) {
    const understood = read(ear)
    if (understood) return understood
  }
  return { intent: 'unknown' }
}
