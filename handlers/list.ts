import type { Act, Action } from '#cards/action.ts'
import { helpText } from '#cards/help.ts'
import { hasRole, SCHOOL_ROLES } from '#src/domain/person.ts'
import type { Understanding } from '#src/language/understanding.ts'
import { answerCheck } from './checks/ask.ts'
import { answerAlarm, answerAlarmByWords } from './alarms/answer.ts'
import { callOffAlarm, callOffByWords } from './alarms/call-off.ts'
import { answerByWords, askAdvice, askResolved, confirmAdvice } from './consultations/answer.ts'
import { askSection, sendLetter } from './consultations/letter.ts'
import type { Context } from './context.ts'
import { askDigest, askUndelivered } from './digest/ask.ts'
import { confirmCorrection, dropCorrection } from './notices/apply-correction.ts'
import { correctInstead, correctNoticeByWords } from './notices/correct.ts'
import { takeBackByWords, takeBackInstead } from './notices/take-back.ts'
import { approveNotice, sendBackNotice } from './notices/approve.ts'
import { beginEntry } from './entries/begin.ts'
import { askEntryChange, dropEntry, pickForEntry, tickForEntry } from './entries/change.ts'
import { confirmEntry, confirmEntryByWords, dropEntryByWords } from './entries/confirm.ts'
import { enter } from './entries/draft.ts'
import { mendEntryByWords, takeBackEntry, takesBack } from './entries/take-back.ts'
import { declareGroup, revokeGroup } from './groups/declare.ts'
import { noticeInFull } from './notices/details.ts'
import { signByWords, signNotice } from './notices/sign.ts'
import { mayStandIn, nameDeputy } from './people/deputize.ts'
import { leavePost } from './people/leave-post.ts'
import { replacePrincipal } from './people/new-principal.ts'
import { suspendByWords } from './people/suspend.ts'
import { plan, reply, type Plan } from './plan.ts'
import { draftPaper } from './papers/draft.ts'
import { grantProposal, refuseProposal } from './proposals/decide.ts'
import { aboutMe } from './queries/about-me.ts'
import { asksMoreOfSchool, asksSomeOverdue, caseList } from './queries/cases.ts'
import { schoolsUnvisited } from './queries/gaps.ts'
import { myRecords } from './queries/my-records.ts'
import { overdueList } from './queries/overdue.ts'
import { ruleAnswer } from './queries/rule.ts'
import { schoolState } from './queries/school.ts'
import { summary } from './queries/summary.ts'
import { visitsAnswer } from './queries/visits.ts'
import { workload } from './queries/workload.ts'
import { confirmBySchool } from './rectifications/confirm-by-words.ts'
import { confirmReport } from './rectifications/confirm-report.ts'
import { askObjection, objectByWords } from './rectifications/object.ts'
import {
  askReport,
  askReportChange,
  dropReport,
  reportByWords,
  reportIfLikely,
} from './rectifications/report.ts'
import { askExtension, extensionByWords } from './rectifications/request-extension.ts'
import { decideGrant, decideRefuse } from './rectifications/decide.ts'
import { handIn, withdrawRequest } from './rectifications/requests.ts'
import { suspendClock } from './rectifications/suspend-clock.ts'
import { confirmClose, reopenVerdict } from './reinspections/confirm-close.ts'
import { askFail, confirmFail } from './reinspections/fail.ts'
import { askEach, judgeEach } from './reinspections/item-by-item.ts'
import { passAll } from './reinspections/pass.ts'
import { askReturn } from './reinspections/return-report.ts'
import { askGeneralApproval, settleGeneralApproval } from './settings/general-approval.ts'
import { returnByWords, verdictByWords } from './reinspections/by-words.ts'
import { askTrainingReturn, verifyAsUnique, verifyByWords, verifyTraining } from './training/verify.ts'
import { accompany } from './visits/accompany.ts'
import { correctByWords } from './visits/amend.ts'
import { askChange, chooseDay, chooseSchool, draftMeant, dropDraft, openApart } from './visits/change.ts'
import { beginVisit } from './visits/begin.ts'
import { chooseDue } from './visits/choose-due.ts'
import { confirmAmendment } from './visits/confirm-amendment.ts'
import { confirmByWords, confirmCopy, confirmVisit } from './visits/confirm.ts'
import { askFollowups, followUpByWords, followUpInstead, recordFollowups } from './visits/follow-up.ts'
import { choosePhotoRecord } from './visits/late-photos.ts'
import { logVisits } from './visits/log.ts'
import { nothingMore, shownAgain } from './visits/said-again.ts'
import { signVisit } from './visits/sign.ts'
import { askWaiver } from './visits/waive-recusal.ts'
import { cancelByWords, keepVisit, withdrawVisit } from './visits/withdraw.ts'
import { endWish, listWishes, resumeReminders } from './wishes/end.ts'
import { putOff } from './wishes/put-off.ts'

type OnTap = (ctx: Context, action: Action, ticked: readonly string[]) => Promise<Plan>
type OnIntent<K> = (ctx: Context, heard: Extract<Understanding, { intent: K }>) => Plan | Promise<Plan>

/** Every button of every card, and who answers it. */
export const taps: Record<Act, OnTap> = {
  visit_confirm: confirmVisit,
  visit_change: askChange,
  visit_drop: dropDraft,
  visit_school: chooseSchool,
  visit_day: chooseDay,
  visit_copy: confirmCopy,
  notice_approve: approveNotice,
  notice_send_back: sendBackNotice,
  notice_sign: signNotice,
  notice_extend: askExtension,
  notice_object: askObjection,
  notice_details: noticeInFull,
  notice_report: askReport,
  notice_pass: passAll,
  notice_fail: askFail,
  notice_each: askEach,
  notice_each_done: judgeEach,
  notice_fail_confirm: confirmFail,
  notice_return: askReturn,
  report_confirm: confirmReport,
  report_change: askReportChange,
  report_drop: dropReport,
  request_ask: handIn,
  request_drop: withdrawRequest,
  request_grant: decideGrant,
  request_refuse: decideRefuse,
  case_close: confirmClose,
  case_reopen: reopenVerdict,
  letter_section: askSection,
  letter_send: sendLetter,
  proposal_grant: grantProposal,
  proposal_refuse: refuseProposal,
  visit_sign: signVisit,
  request_suspend: suspendClock,
  visit_apart: openApart,
  visit_accompany: accompany,
  visit_followup: askFollowups,
  visit_followup_done: recordFollowups,
  visit_waive: askWaiver,
  visit_withdraw: withdrawVisit,
  visit_keep: keepVisit,
  alarm_answer: answerAlarm,
  alarm_false: callOffAlarm,
  case_order: draftPaper.order,
  case_interview: draftPaper.interview,
  case_circular: draftPaper.circular,
  visit_amend: confirmAmendment,
  visit_photo: choosePhotoRecord,
  proposal_confirm: confirmCorrection,
  proposal_drop: dropCorrection,
  letter_resolved: askResolved,
  letter_to_school: askAdvice,
  letter_confirm: confirmAdvice,
  setting_confirm: settleGeneralApproval,
  visit_due: chooseDue,
  entry_confirm: confirmEntry,
  entry_change: askEntryChange,
  entry_drop: dropEntry,
  entry_pick: pickForEntry,
  entry_take_back: takeBackEntry,
  entry_verify: verifyTraining,
  entry_unique: verifyAsUnique,
  entry_return: askTrainingReturn,
  wish_end: endWish,
  begin_entry: beginEntry,
  begin_visit: beginVisit,
  entry_tick: tickForEntry,
}

/** 「对」「确认」: a principal may be an inspector elsewhere, so his draft comes first, then his school's signature. */
const confirm = async (ctx: Context, { allFine }: { allFine: boolean }): Promise<Plan> =>
  (await confirmEntryByWords(ctx)) ??
  (hasRole(ctx.me, SCHOOL_ROLES) && !(await draftMeant(ctx))
    ? confirmBySchool(ctx)
    : confirmByWords(ctx, allFine))

/** 「阳明那个算了 不改了」 takes back the notice, 「刚发的作废」 the record or its draft. */
const cancel: OnIntent<'cancel'> = async (ctx, heard) =>
  (await dropEntryByWords(ctx)) ??
  (await mendEntryByWords(ctx)) ??
  (await takeBackInstead(ctx, heard)) ??
  cancelByWords(ctx, heard)

/** 「留样那条改成…」 changes the draft that waits, else the notice that has gone out. */
const correct: OnIntent<'correct'> = async (ctx, heard) =>
  (await mendEntryByWords(ctx)) ?? (await correctInstead(ctx, heard)) ?? correctByWords(ctx, heard)

/** 「收到」: an alarm is the most urgent that may be meant, then the notice that waits for its signature. */
const acknowledge: OnIntent<'acknowledge'> = async (ctx, heard) => {
  const alarm = heard.numbers.length === 0 && !ctx.inGroup ? await answerAlarmByWords(ctx) : null
  return alarm ?? signByWords(ctx, heard.numbers)
}

const NOT_UNDERSTOOD = '没听懂，什么都没有记。请换个说法，或回复「帮助」看我能做什么。'
const DRAFT_WAITS =
  '没听懂。刚才的督导记录还没有保存：点「确认」保存，点「不记」取消；要改请直接说，例如：期限改下周三。'

const unknown = async (ctx: Context): Promise<Plan> =>
  (await reportIfLikely(ctx)) ?? reply((await draftMeant(ctx)) ? DRAFT_WAITS : NOT_UNDERSTOOD)

/** Every meaning of a message, and who answers it. */
export const intents: { [K in Understanding['intent']]: OnIntent<K> } = {
  log_visit: async (ctx, heard) => (await shownAgain(ctx)) ?? logVisits(ctx, heard.visits),
  report_urgent: (ctx, heard) => logVisits(ctx, [heard.visit]),
  correct,
  confirm,
  cancel,
  settle_general_approval: (ctx, heard) => askGeneralApproval(ctx, heard.on),
  return_report: returnByWords,
  answer_letter: answerByWords,
  withdraw_notice: async (ctx, heard) => (await mendEntryByWords(ctx)) ?? takeBackByWords(ctx, heard),
  correct_notice: correctNoticeByWords,
  acknowledge,
  answer_alarm: async (ctx) => (await answerAlarmByWords(ctx)) ?? unknown(ctx),
  call_off_alarm: (ctx, heard) => callOffByWords(ctx, heard.school),
  submit_rectification: (ctx, heard) => reportByWords(ctx, heard),
  request_extension: (ctx, heard) => extensionByWords(ctx, heard),
  object: objectByWords,
  reinspect: async (ctx, heard) => (await followUpInstead(ctx, heard)) ?? verdictByWords(ctx, heard),
  follow_up: followUpByWords,
  query_gaps: (ctx, heard) => schoolsUnvisited(ctx, heard.period),
  query_overdue: (ctx, heard) => (asksSomeOverdue(ctx) ? caseList(ctx) : overdueList(ctx, heard)),
  query_school: (ctx, heard) => (asksMoreOfSchool(ctx) ? caseList(ctx) : schoolState(ctx, heard.school)),
  query_my_records: (ctx, heard) => myRecords(ctx, heard.date),
  query_digest: askDigest,
  query_undelivered: askUndelivered,
  suspend: (ctx, heard) => suspendByWords(ctx, heard),
  leave_post: (ctx, heard) => leavePost(ctx, heard.post),
  deputize: (ctx, heard) => nameDeputy(ctx, heard),
  ask_stand_in: mayStandIn,
  replace_principal: (ctx, heard) => replacePrincipal(ctx, heard),
  declare_group: (ctx, heard) => declareGroup(ctx, heard.county),
  revoke_group: revokeGroup,
  query_about_me: aboutMe,
  query_rule: ruleAnswer,
  query_check: answerCheck,
  // The ear has made a question about the records of each of these (readCheckQuestion).
  query_roster: unknown,
  query_training: unknown,
  query_meetings: unknown,
  query_commendation: unknown,
  draft_paper: (ctx, heard) => draftPaper[heard.paper](ctx, { id: heard.number }),
  query_cases: caseList,
  query_summary: summary,
  query_visits: visitsAnswer,
  query_workload: workload,
  log_training: (ctx) => enter(ctx, 'training'),
  verify_training: (ctx, heard) => verifyByWords(ctx, heard.hours),
  enter: async (ctx, heard) =>
    (takesBack(ctx) ? await mendEntryByWords(ctx) : null) ?? enter(ctx, heard.kind),
  schedule_meeting: (ctx) => enter(ctx, 'meeting'),
  nominate_commendation: (ctx) => enter(ctx, 'nomination'),
  log_interview: (ctx) => enter(ctx, 'interview'),
  set_reminder: (ctx) => enter(ctx, 'wish'),
  resume_reminders: resumeReminders,
  query_reminders: listWishes,
  put_off_reminder: putOff,
  nothing_more: (_, heard) => nothingMore(heard),
  help: (ctx) => plan({ reply: helpText(ctx.me.roles), public: true }),
  greeting: () => plan({ reply: '有需要随时说。', public: true }),
  out_of_scope: () => plan({ reply: '这件事我办不了。回复「帮助」可以看我能做什么。', public: true }),
  unknown,
}
