import type { Awaiting } from '#db/schema/machine.ts'
import { noticeOf } from '#db/notices.ts'
import type { Amendment } from '#src/domain/visit.ts'
import { hearDay, hearReason, hearSchool } from '#src/language/answers.ts'
import type { Understanding } from '#src/language/understanding.ts'
import { answerLetter } from './consultations/answer.ts'
import { chooseSection } from './consultations/letter.ts'
import type { Context } from './context.ts'
import type { Plan } from './plan.ts'
import { correctFor } from './notices/correct.ts'
import { takeBackFor } from './notices/take-back.ts'
import { answerEntry } from './entries/change.ts'
import { draftFail } from './reinspections/fail.ts'
import { returnReport } from './reinspections/return-report.ts'
import { fill } from './rectifications/report.ts'
import { objectTo, refuseObjection } from './rectifications/object.ts'
import { requestExtension } from './rectifications/request-extension.ts'
import { amendFor } from './visits/amend.ts'
import { returnTraining } from './training/verify.ts'
import { changeDraft, draftMeant, draftWithoutSchool } from './visits/change.ts'
import { openDue, settleDue } from './visits/choose-due.ts'
import { proposeWaiver } from './visits/waive-recusal.ts'
import { withdrawFor } from './visits/withdraw.ts'

/** What is understood as itself whatever was asked before: a question of his own, 帮助, 算了. */
const OF_ITS_OWN: readonly Understanding['intent'][] = [
  'help',
  'cancel',
  'confirm',
  'query_gaps',
  'query_overdue',
  'query_school',
  'query_my_records',
  'query_digest',
  'draft_paper',
  'query_undelivered',
  'report_urgent',
  'answer_alarm',
  'call_off_alarm',
  'suspend',
  'leave_post',
  'deputize',
  'ask_stand_in',
  'query_about_me',
  'answer_letter',
]

/** Takes words as the answer to the question that was asked, in words or on a card; null when they are no answer to it. */
export async function answer(ctx: Context, heard: Understanding): Promise<Plan | null> {
  if (OF_ITS_OWN.includes(heard.intent)) return null
  // A draft waits three days, the question about it half an hour: its card still asks.
  if (ctx.awaiting === null) return ctx.listening.draftOpen ? answerDraft(ctx, heard) : null
  return answerAsked(ctx, ctx.awaiting, heard)
}

async function answerAsked(ctx: Context, awaiting: Awaiting, heard: Understanding): Promise<Plan | null> {
  const words = ctx.said ?? ''
  switch (awaiting.kind) {
    case 'visit_change':
      return answerDraft(ctx, heard)
    case 'entry':
      return answerEntry(ctx, awaiting.entry, heard)
    case 'entry_return':
      return returnTraining(ctx, awaiting, words.trim())
    case 'letter':
      return chooseSection(ctx, awaiting.case, words.trim())
    case 'return':
      return returnReport(ctx, awaiting.notice, words.trim())
    case 'fail':
      return answerFail(ctx, awaiting, words)
    case 'objection_refusal':
      return refuseObjection(ctx, awaiting, words.trim())
    case 'letter_answer':
      return answerLetter(ctx, awaiting, words.trim())
    case 'take_back':
      return takeBackFor(ctx, awaiting, words.trim())
    case 'correction':
      return correctFor(ctx, awaiting, words.trim())
    case 'recusal':
      return namesSchool(heard) ? null : proposeWaiver(ctx, awaiting.visit, words.trim())
    case 'amend':
      return answerAmendment(ctx, awaiting.visit, awaiting.after, heard)
    case 'withdraw_visit':
      return withdrawFor(ctx, awaiting.visit, words.trim())
    default:
      return answerOnNotice(ctx, awaiting)
  }
}

/** What to put right is heard as a correction; once it is known, the words say why, 「时间写错了」 among them. */
async function answerAmendment(
  ctx: Context,
  visit: string,
  after: Amendment | null,
  heard: Understanding,
): Promise<Plan | null> {
  if (after === null || (heard.intent === 'correct' && heard.changes.length > 0)) return null
  return amendFor(ctx, visit, after, (ctx.said ?? '').trim())
}

/** 「不是三中是四中」 is no reason. */
const namesSchool = (heard: Understanding): boolean =>
  heard.intent === 'correct' && heard.changes.some((each) => each.field === 'school')

function answerFail(
  ctx: Context,
  awaiting: Extract<Awaiting, { kind: 'fail' }>,
  words: string,
): Promise<Plan> {
  const { day, reason } = reasonAndDay(ctx, words)
  const { notice, cases } = awaiting
  return draftFail(ctx, {
    notice,
    cases,
    reason: reason ?? awaiting.reason ?? null,
    due: day ?? awaiting.due ?? null,
  })
}

const reasonAndDay = (ctx: Context, words: string) => ({
  day: hearDay(words, ctx.listening, 'deadline'),
  reason: hearReason(words, ctx.listening),
})

/** 「是文清路小学的」: a name with hardly more than itself. */
const BARE = 3

/** Longer words tell more than a day. */
const MOST_FOR_A_DAY = 12

/** A bare school or day answers the question on the card; 第二个 is one of the schools that it offers. */
async function answerDraft(ctx: Context, heard: Understanding): Promise<Plan | null> {
  const words = ctx.said ?? ''
  const asking = await draftWithoutSchool(ctx)
  const due = asking ? null : await answerDue(ctx, words)
  if (due) return due
  if (heard.intent === 'correct' && !asking) return null
  const draft = asking ?? (await draftMeant(ctx))
  const school = hearSchool(words, ctx.registry, ctx.listening, draft?.candidates)
  if (school && words.trim().length <= school.text.length + BARE)
    return changeDraft(ctx, [{ field: 'school', to: school }], draft)
  if (heard.intent === 'correct') return null
  const day = hearDay(words, ctx.listening, 'event')
  return day && words.trim().length <= 8 ? changeDraft(ctx, [{ field: 'date', to: day }], draft) : null
}

/** 1月16日, 期末是1月16日: the due day that the card asks for. */
async function answerDue(ctx: Context, words: string): Promise<Plan | null> {
  const draft = await draftMeant(ctx)
  const day = draft && openDue(draft) ? hearDay(words, ctx.listening, 'deadline') : null
  return draft && day && words.trim().length <= MOST_FOR_A_DAY ? settleDue(ctx, draft, day) : null
}

async function answerOnNotice(
  ctx: Context,
  awaiting: Extract<Awaiting, { kind: 'extension' | 'objection' | 'report' }>,
): Promise<Plan | null> {
  const notice = await noticeOf(ctx.db, awaiting.notice)
  if (!notice) return null
  const words = ctx.said ?? ''
  if (awaiting.kind === 'objection') return objectTo(ctx, notice, words.trim())
  if (awaiting.kind === 'report') return fill(ctx, notice)
  const { day, reason } = reasonAndDay(ctx, words)
  return requestExtension(ctx, notice, {
    to: day ?? awaiting.to ?? null,
    reason: reason ?? awaiting.reason ?? null,
  })
}
