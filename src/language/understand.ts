import { readAnswerToAlarm, readFalseAlarm } from './visits/alarm-words.ts'
import { asks, asksRule } from './questions/asking.ts'
import { isMending, isSlipAlone, readAddition, readChanges } from './changes.ts'
import { readBusiness } from './business.ts'
import { readCaseQuestion, readWaitingQuestion } from './questions/case-questions.ts'
import { ASKS_FILES, readCheckQuestion } from './questions/check-questions.ts'
import { isNoneOfTheContract, isOrderAlone, readEntry } from './entries/commands.ts'
import { readVerification } from './entries/verifications.ts'
import { readDigestQuestion } from './questions/digest-questions.ts'
import { readDueQuestion } from './questions/due-questions.ts'
import { readFollowUp } from './visits/followups.ts'
import { hear, type Heard } from './hear.ts'
import { readNothingMore } from './nothing-more.ts'
import { readNoticeWords } from './rectifications/notice-words.ts'
import { isElsewhere, isForeign, isOffTopic, isOrder, isOtherTalk } from './other-business.ts'
import { readOwnPhrase } from './own-phrases.ts'
import { onlyWent } from './visits/only-went.ts'
import { readQuestion } from './questions/questions.ts'
import {
  readAboutMe,
  readDeputy,
  readLeaving,
  readMayStandIn,
  readNewPrincipal,
  readSuspension,
} from './personnel.ts'
import type { Registry } from './schools/registry.ts'
import { readPaper } from './rectifications/papers.ts'
import { isReinspected, plannedFor, readReinspection, readReturn } from './rectifications/reinspections.ts'
import { isAlarm, isPlainVisit, mayAlarm, readReport } from './rectifications/reports.ts'
import { readRuleQuestion } from './questions/rule-questions.ts'
import { readSectionAnswer } from './rectifications/sections.ts'
import { isHazard } from './visits/severities.ts'
import { readSetting } from './setting-words.ts'
import {
  readContested,
  readExtension,
  readLikelySubmission,
  readMovedDue,
  readObjection,
  readSubmission,
} from './rectifications/school-side.ts'
import { readCancel, readShortWord } from './short-words.ts'
import { readSummary } from './questions/summaries.ts'
import { intentOf } from './contract/intents.ts'
import type { ContractIntent } from './contract/slots.ts'
import { isCertain, meaningOf } from './scale/meaning.ts'
import { outweighs } from './scale/weigh.ts'
import type { Listening, Understanding } from './understanding.ts'
import { readWish } from './wishes.ts'
import { readWorkGroup } from './work-groups.ts'
import { readWorkQuestion } from './questions/work-questions.ts'

/** A message, who says it, and the visit that it may tell of: read once, for two readers ask for it. */
type Ear = {
  heard: Heard
  registry: Registry
  listening: Listening
  report: () => Understanding | null
  /** So plainly a visit, or a danger, that the words of other business can only be part of it. */
  isVisit: () => boolean
}
type Reader = (ear: Ear) => Understanding | null

/** Whether it is a visit takes the longest to tell, so it is asked last. */
const unless = (isVisit: () => boolean, meant: Understanding | null): Understanding | null =>
  meant && !isVisit() ? meant : null
const shortWord: Reader = ({ heard, listening }) => readShortWord(heard, listening)
const question: Reader = ({ heard, registry, listening }) => readQuestion(heard, registry, listening)
/** After the questions about schools: what is left of 这周情况 asks about a whole place. */
const digest: Reader = ({ heard, registry, listening }) => readDigestQuestion(heard, registry, listening)
const paper: Reader = ({ heard }) => readPaper(heard)
const business: Reader = ({ heard, listening, isVisit }) => readBusiness(heard, listening, isVisit)
/** What is asked of the records, unless a visit is plain: 学生欺凌防治台账缺失 asks for no ledger. */
const records: Reader = ({ heard, listening, isVisit }) =>
  unless(isVisit, readDueQuestion(heard) ?? readCaseQuestion(heard, listening) ?? readSummary(heard))
const elsewhere: Reader = ({ heard, isVisit }) =>
  isElsewhere(heard.plain) && !isVisit() ? { intent: 'unknown' } : null
const rule: Reader = ({ heard, isVisit }) =>
  heard.schools.length === 0 && asks(heard.plain) && asksRule(heard.plain) && !isVisit()
    ? { intent: 'unknown' }
    : null
/** 学时填错了 应为12学时 changes what was told, whatever it was about. */
const mended: Reader = (ear) =>
  isMending(ear.heard.plain)
    ? (changes(ear) ?? { intent: 'correct', changes: [], record: null, reason: null })
    : null
const nothingMore: Reader = ({ heard, listening }) => readNothingMore(heard, listening)
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
/** Before everything that its words might be for us, and never within a visit. */
const ownPhrase: Reader = ({ heard, registry, listening, isVisit }) =>
  heard.lexicon.own.phrases.meanings.size > 0 && !isVisit() ? readOwnPhrase(heard, registry, listening) : null
const extension: Reader = ({ heard, listening }) => readExtension(heard, listening)
const movedDue: Reader = ({ heard, listening }) => readMovedDue(heard, listening)
const objection: Reader = ({ heard }) => readObjection(heard)
const contested: Reader = ({ heard }) => readContested(heard)
const submission: Reader = ({ heard, listening }) => readSubmission(heard, listening.today)
const likelySubmission: Reader = ({ heard, listening }) => readLikelySubmission(heard, listening.today)
/** An order to the assistant that stands beside a visit is passed over, the visit is not. */
const offTopic: Reader = ({ heard, isVisit }) =>
  (isOffTopic(heard.plain) || (isOrder(heard.plain) && !tellsWhereAndWhen(heard))) && !isVisit()
    ? { intent: 'out_of_scope' }
    : null
const tellsWhereAndWhen = ({ schools, dates }: Heard): boolean => schools.length > 0 && dates.length > 0
const foreign: Reader = ({ heard, isVisit }) =>
  isForeign(heard.plain) && !isVisit() ? { intent: 'unknown' } : null
const report: Reader = (ear) => ear.report()
/** About people themselves: in words that nothing else has, so it stands first. */
const personnel: Reader = ({ heard, listening }) =>
  readAboutMe(heard) ??
  readSuspension(heard, listening) ??
  readLeaving(heard, listening) ??
  readMayStandIn(heard) ??
  readDeputy(heard, listening) ??
  readNewPrincipal(heard)
/** What is said of reminders has words of its own, and within a visit it was said to somebody else. */
const wish: Reader = ({ heard, listening, isVisit }) => unless(isVisit, readWish(heard, listening))
const workGroup: Reader = ({ heard, registry, listening }) => readWorkGroup(heard, registry, listening)

/** A school's person who plainly tells of a visit shall read that this is the inspectors' business. */
const plainVisit: Reader = (ear) => (ear.isVisit() ? ear.report() : null)

/** A danger is heard before everything that merely might be meant; one that is reinspected was heard before. */
function alarm(ear: Ear): Understanding | null {
  if (isReinspected(ear.heard, ear.listening.today) && !isAlarm(ear.heard)) return null
  const told = mayAlarm(ear.heard) ? ear.report() : null
  return told?.intent === 'report_urgent' ? told : null
}

// The order matters: questions before what their words would report, 改成 before findings that hold it, what is said of an
// alarm before what would raise one.
const FOR_SCHOOLS: readonly Reader[] = [
  shortWord,
  // Before what would take 取消提醒 for a record that is withdrawn.
  wish,
  personnel,
  workGroup,
  contested,
  // Before what would take 改成 for a slip to be mended.
  movedDue,
  mended,
  cancel,
  answerToAlarm,
  ownPhrase,
  elsewhere,
  business,
  question,
  records,
  alarm,
  extension,
  objection,
  offTopic,
  submission,
  rule,
  changes,
  plainVisit,
  likelySubmission,
]
const FOR_INSPECTORS: readonly Reader[] = [
  shortWord,
  // Before what would take 没有了 for a problem or a question.
  nothingMore,
  // Before what would take 取消提醒 for a record that is withdrawn, and 还没去的学校 for a question.
  wish,
  personnel,
  workGroup,
  falseAlarm,
  // Before what is said of an inspector's own case: 已解决 would be a verdict.
  sectionAnswer,
  setting,
  returned,
  // 通知作废 is about the paper, not the record.
  notice,
  mended,
  cancel,
  answerToAlarm,
  ownPhrase,
  paper,
  elsewhere,
  business,
  question,
  digest,
  records,
  rule,
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

/** The first reader that understands a message decides. */
function read(heard: Heard, registry: Registry, listening: Listening): Understanding {
  const ear: Ear = {
    heard,
    registry,
    listening,
    report: once(() => readReport(heard)),
    isVisit: once(() => isPlainVisit(heard) || isHazard(heard.plain, heard.lexicon)),
  }
  const readers = listening.speaker.side === 'school' ? FOR_SCHOOLS : FOR_INSPECTORS
  for (const reader of readers) {
    const meant = reader(ear)
    if (meant) return meant
  }
  return { intent: 'unknown' }
}

/** What a message means; who may do it is not asked here. */
export const understand = (text: string, registry: Registry, listening: Listening): Understanding =>
  understood(hear(text, registry, listening), registry, listening)

/** What a message means that has been heard already. */
export const understood = (heard: Heard, registry: Registry, listening: Listening): Understanding =>
  settled(heard, registry, listening).meant

// The scale has learned from messages; what is longer is a report, or a text for somebody else.
const LONGEST_WEIGHED = 500

/** Without a school, a day or an hour nothing is a visit by the weight of its words alone: 电梯坏了找物业. */
const tellsWhereOrWhen = ({ schools, dates, parts }: Heard): boolean =>
  schools.length + dates.length + parts.length > 0

/** What an office has settled for its own words is not weighed. */
const saysOwnPhrase = (heard: Heard, registry: Registry, listening: Listening): boolean =>
  heard.lexicon.own.phrases.meanings.size > 0 && readOwnPhrase(heard, registry, listening) !== null

/**
 * What a message means, and its intent in the words of the contract. The readers go by the order of the words and are
 * right where they were thought of; the scale goes by all of them together. An answer to what was asked is not weighed.
 */
export function settled(
  heard: Heard,
  registry: Registry,
  listening: Listening,
): { meant: Understanding; intent: ContractIntent } {
  const { speaker, today, draftOpen, asked } = listening
  const meant = read(heard, registry, listening)
  const intent = intentOf(meant, heard, today)
  const stands =
    isCertain(meant) ||
    isOrderAlone(heard) ||
    isSlipAlone(heard) ||
    onlyWent(heard, meant) ||
    draftOpen ||
    asked === true ||
    heard.plain.length > LONGEST_WEIGHED ||
    saysOwnPhrase(heard, registry, listening) ||
    (meant.intent === 'unknown' && isOtherTalk(heard.plain))
  const weighed = stands ? intent : outweighs(intent, heard, speaker, today)
  const weightier = weighed === 'log_visit' && !tellsWhereOrWhen(heard) ? intent : weighed
  const settledOn = weightier === intent ? meant : meaningOf(weightier, heard, registry, listening)
  const entry = mayEnter(weightier, settledOn, heard, listening) ? readEntry(heard, listening) : null
  return {
    meant: entry ?? finer(settledOn, heard, registry, listening),
    intent: entry && isNoneOfTheContract(entry) ? 'unknown' : weightier,
  }
}

/** A visit that is told may hold such words (建议约谈校长) unless they stand first; what waits for 确认 is talked of. */
const mayEnter = (
  intent: ContractIntent,
  meant: Understanding,
  { plain }: Heard,
  { draftOpen }: Listening,
): boolean =>
  !isCertain(meant) &&
  !draftOpen &&
  !ASKS_FILES.test(plain) &&
  (intent !== 'log_visit' || /^(?:请|帮我)?(?:登记|补登|约谈(?![了过完室]))/.test(plain))

/** What was understood widely or not at all may ask for a rule, or for what the records say of one; the contract has no word for it. */
const finer = (meant: Understanding, heard: Heard, registry: Registry, listening: Listening): Understanding =>
  (meant.intent === 'unknown' ? readRuleQuestion(heard) : null) ??
  readWorkQuestion(meant, heard, registry, listening) ??
  readWaitingQuestion(meant, heard.plain) ??
  readCheckQuestion(meant, heard, registry, listening) ??
  (meant.intent === 'unknown' ? readVerification(heard) : null) ??
  meant
