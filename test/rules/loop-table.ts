import type { Act } from '#cards/action.ts'
import { INSPECTORS, JUDGES, LEADERS, OFFICE, OWNER, SCHOOL, type Who } from './cast.ts'
import type { SceneName } from './scenes.ts'

/**
 * The closed loop as policy.md has it (3.1, 3.2, 4.2 and the readings of 8.1, 8.2, 8.5), written from the document and
 * not from the code: who may do what in which state, which events that writes and in which states it leaves the
 * records. What no row names is refused and changes nothing.
 */
export type Move = {
  by: readonly Who[]
  in: readonly SceneName[]
  /** The events, then the records that changed and their states; `asks` where only a question or an answer follows. */
  does: string
  arg?: string
  /** What is said after a button that asks, and what that does. */
  then?: { says: string; does: string }
}

/** What waits for its inspector’s 确认, ready for it or not. */
const DRAFTS: readonly SceneName[] = ['draft', 'draft at an open case']
const UNSETTLED: readonly SceneName[] = ['draft without school', 'draft with an open day']
const ALL_DRAFTS: readonly SceneName[] = [...DRAFTS, ...UNSETTLED]

/** Who may put a record right, or may propose it. */
const TOUCHERS: readonly Who[] = [...INSPECTORS, ...OFFICE, 'inspector_elsewhere']

const RUNNING: readonly SceneName[] = [
  'issued',
  'acknowledged',
  'returned',
  'issued again',
  'extension granted',
  'objection refused',
]
/** Nothing is asked about an objection twice (3.2: once). */
const OBJECTABLE = RUNNING.filter((scene) => scene !== 'objection refused')
const JUDGED: readonly SceneName[] = ['answered', 'answered serious', 'fail drafted']
const ON_PAPER: readonly SceneName[] = [...RUNNING, ...JUDGED, 'reinspecting', 'closed', 'withdrawn']

/** Where a draft of a paper about a case can be asked for: it is read, or it is said that there is nothing to issue any more. */
const WITH_CASE: readonly SceneName[] = [
  'advised',
  'pending',
  'sent back',
  'complex',
  'complex with section',
  'referred',
  'advice drafted',
  'issued',
  'acknowledged',
  'answered',
  'answered serious',
  'issued again',
  'reinspecting',
  'closed',
  'withdrawn',
]

export const PRESSES: Record<Act, readonly Move[]> = {
  visit_confirm: [
    {
      by: OWNER,
      in: DRAFTS,
      does: 'case.issue notice.issue visit.submit | visit submitted, notice issued, case issued',
    },
    { by: OWNER, in: UNSETTLED, does: 'asks' },
  ],
  visit_change: [{ by: OWNER, in: ALL_DRAFTS, does: 'asks' }],
  visit_drop: [{ by: OWNER, in: ALL_DRAFTS, does: 'visit.drop | visit withdrawn' }],
  visit_school: [
    { by: OWNER, in: ['draft without school'], arg: 'S05', does: 'visit.correct | visit draft' },
  ],
  visit_day: [
    {
      by: OWNER,
      in: ALL_DRAFTS,
      arg: '2025-11-16',
      does: 'visit.correct | visit draft',
    },
  ],
  visit_due: [
    {
      by: OWNER,
      in: ['draft with an open day'],
      arg: '2025-12-31',
      does: 'visit.correct | visit draft',
    },
  ],
  visit_copy: [
    {
      by: OWNER,
      in: DRAFTS,
      does: 'case.issue notice.issue visit.submit | visit submitted, notice issued, case issued',
    },
    { by: OWNER, in: UNSETTLED, does: 'asks' },
  ],
  notice_approve: [
    { by: OFFICE, in: ['pending'], does: 'case.approve notice.approve | notice issued, case issued' },
  ],
  notice_send_back: [
    { by: OFFICE, in: ['pending'], does: 'case.send_back notice.send_back | notice returned, case recorded' },
  ],
  notice_sign: [
    {
      by: SCHOOL,
      in: ['issued', 'issued again'],
      does: 'case.sign notice.sign | notice acknowledged, case acknowledged',
    },
  ],
  notice_extend: [
    {
      by: SCHOOL,
      in: RUNNING,
      does: 'asks',
      then: { says: '延到12月31号，供货没到', does: 'request.draft | request draft' },
    },
  ],
  notice_object: [
    {
      by: ['principal'],
      in: OBJECTABLE,
      does: 'asks',
      then: { says: '扶手当天就修好了', does: 'request.draft | request draft' },
    },
    {
      by: ['principal'],
      in: ['objection refused'],
      does: 'asks',
      then: { says: '扶手是好的', does: 'asks' },
    },
  ],
  notice_details: [
    { by: [...OFFICE, ...INSPECTORS, ...LEADERS], in: [...ON_PAPER, 'pending', 'sent back'], does: 'asks' },
    // A school sees what is addressed to it (4.1): not a paper that the office has yet to approve.
    { by: SCHOOL, in: ON_PAPER, does: 'asks' },
  ],
  notice_report: [
    {
      by: SCHOOL,
      in: RUNNING,
      does: 'asks',
      then: { says: '已经改好了', does: 'report.draft | report draft' },
    },
  ],
  notice_pass: [
    {
      by: JUDGES,
      in: ['answered', 'fail drafted'],
      does: 'case.pass notice.verdict | notice done, case closed',
    },
    {
      by: JUDGES,
      in: ['answered serious'],
      does: 'case.pass notice.verdict | notice done, case reinspecting',
    },
  ],
  notice_fail: [
    {
      by: JUDGES,
      in: JUDGED,
      does: 'asks',
      then: { says: '扶手仍然晃，12月12号前', does: 'notice.fail_draft | notice answered' },
    },
  ],
  notice_each: [{ by: JUDGES, in: JUDGED, does: 'asks' }],
  // Nothing ticked: reason and new date are asked for all.
  notice_each_done: [{ by: JUDGES, in: JUDGED, does: 'asks' }],
  notice_fail_confirm: [
    {
      by: JUDGES,
      in: ['fail drafted'],
      does: 'case.fail notice.issue notice.verdict | notice done, notice issued, case issued',
    },
    { by: JUDGES, in: ['answered', 'answered serious'], does: 'asks' },
  ],
  notice_return: [
    {
      by: INSPECTORS,
      in: JUDGED,
      does: 'asks',
      then: {
        says: '缺现场照片',
        does: 'case.return notice.return report.return | notice acknowledged, case acknowledged, report returned',
      },
    },
  ],
  report_confirm: [
    {
      by: ['principal'],
      in: ['report drafted'],
      does: 'case.report notice.report report.confirm | notice answered, case report_submitted, report submitted',
    },
    {
      by: ['principal'],
      in: ['report drafted unsigned'],
      does: 'case.report case.sign notice.report notice.sign report.confirm | notice answered, case report_submitted, report submitted',
    },
  ],
  report_change: [{ by: ['principal'], in: ['report drafted', 'report drafted unsigned'], does: 'asks' }],
  report_drop: [
    {
      by: ['principal'],
      in: ['report drafted', 'report drafted unsigned'],
      does: 'report.drop | report dropped',
    },
  ],
  request_ask: [
    { by: SCHOOL, in: ['extension drafted'], does: 'request.ask | request asked' },
    { by: ['principal'], in: ['objection drafted'], does: 'request.ask | request asked' },
  ],
  request_drop: [
    { by: SCHOOL, in: ['extension drafted'], does: 'request.drop | request dropped' },
    { by: ['principal'], in: ['objection drafted'], does: 'request.drop | request dropped' },
  ],
  request_grant: [
    {
      by: [...INSPECTORS, ...OFFICE],
      in: ['extension asked of the inspector'],
      does: 'case.extend notice.extend request.grant | notice acknowledged, case acknowledged, request granted',
    },
    {
      by: OFFICE,
      in: ['extension asked of the office'],
      does: 'case.extend notice.extend request.grant | notice acknowledged, case acknowledged, request granted',
    },
    {
      by: OFFICE,
      in: ['objected'],
      does: 'case.withdraw notice.withdraw request.grant | notice withdrawn, case withdrawn, request granted',
    },
    {
      by: OFFICE,
      in: ['clock stopped'],
      does: 'case.withdraw notice.withdraw request.grant | notice withdrawn, case withdrawn, request granted',
    },
  ],
  request_refuse: [
    {
      by: [...INSPECTORS, ...OFFICE],
      in: ['extension asked of the inspector'],
      does: 'request.refuse | request refused',
    },
    { by: OFFICE, in: ['extension asked of the office'], does: 'request.refuse | request refused' },
    // The school reads why (8.5).
    {
      by: OFFICE,
      in: ['objected'],
      does: 'asks',
      then: { says: '照片显示扶手松动', does: 'request.refuse | request refused' },
    },
    {
      by: OFFICE,
      in: ['clock stopped'],
      does: 'asks',
      then: {
        says: '照片显示扶手松动',
        does: 'case.resume notice.resume request.refuse | notice acknowledged, case acknowledged, request refused',
      },
    },
  ],
  case_close: [{ by: OFFICE, in: ['reinspecting'], does: 'case.close | case closed' }],
  case_reopen: [
    {
      by: OFFICE,
      in: ['reinspecting'],
      does: 'case.reopen notice.reopen | notice answered, case report_submitted',
    },
  ],
  letter_section: [
    {
      by: OFFICE,
      in: ['complex', 'complex with section'],
      does: 'asks',
      then: { says: '基建科', does: 'case.section | case recorded' },
    },
  ],
  letter_send: [
    { by: OFFICE, in: ['complex with section'], does: 'case.refer | case referred' },
    { by: OFFICE, in: ['complex'], does: 'asks' },
  ],
  proposal_grant: [
    {
      by: OFFICE,
      in: ['nomination proposed', 'interview proposed'],
      does: 'proposal.grant record.file | proposal granted',
    },
    {
      by: OFFICE,
      in: ['withdrawal of a record proposed'],
      does: 'proposal.grant visit.withdraw | visit withdrawn, proposal granted',
    },
    {
      by: OFFICE,
      in: ['amendment proposed'],
      does: 'proposal.grant visit.amend | visit submitted, proposal granted',
    },
    { by: OFFICE, in: ['leaving'], does: 'person.leave proposal.grant | proposal granted' },
    {
      by: OFFICE,
      in: ['withdrawal proposed'],
      does: 'case.withdraw notice.withdraw proposal.grant | notice withdrawn, case withdrawn, proposal granted',
    },
    {
      by: OFFICE,
      in: ['another school proposed'],
      does: 'case.issue case.withdraw notice.issue notice.withdraw proposal.grant visit.correct_school | visit submitted, notice withdrawn, notice issued, case withdrawn, case issued, proposal granted',
    },
    {
      by: OFFICE,
      in: ['correction proposed'],
      does: 'case.correct notice.correct proposal.grant | notice acknowledged, case acknowledged, proposal granted',
    },
  ],
  proposal_refuse: [
    {
      by: OFFICE,
      in: ['nomination proposed', 'interview proposed'],
      does: 'proposal.refuse | proposal refused',
    },
    {
      by: OFFICE,
      in: [
        'leaving',
        'withdrawal of a record proposed',
        'amendment proposed',
        'withdrawal proposed',
        'another school proposed',
        'correction proposed',
      ],
      does: 'proposal.refuse | proposal refused',
    },
  ],
  // The school's half of the signatures; an inspector's is his 确认.
  visit_sign: [
    {
      by: SCHOOL,
      in: ['advised', 'nothing found', 'amendment drafted'],
      does: 'visit.sign | visit submitted',
    },
  ],
  // Only while an objection is looked into (8.5), and once; more time is asked for otherwise.
  request_suspend: [
    {
      by: OFFICE,
      in: ['objected'],
      does: 'case.suspend notice.suspend request.suspend | notice acknowledged, case acknowledged, request asked',
    },
    { by: OFFICE, in: ['clock stopped', 'extension asked of the office'], does: 'asks' },
    { by: [...INSPECTORS, ...OFFICE], in: ['extension asked of the inspector'], does: 'asks' },
  ],
  visit_apart: [{ by: OWNER, in: ALL_DRAFTS, arg: '0', does: 'visit.correct | visit draft' }],
  // The record of which colleague is told by the card; without it nothing is joined.
  visit_accompany: [{ by: OWNER, in: ALL_DRAFTS, does: 'asks' }],
  visit_followup: [{ by: OWNER, in: ALL_DRAFTS, does: 'asks' }],
  visit_followup_done: [
    { by: OWNER, in: ['draft', ...UNSETTLED], does: 'asks' },
    { by: OWNER, in: ['draft at an open case'], does: 'visit.follow_up | visit draft' },
  ],
  visit_waive: [{ by: OWNER, in: ALL_DRAFTS, does: 'asks' }],
  // 3.1: its inspector on the same day, else the office; whoever may visit the school may propose it.
  visit_withdraw: [
    {
      by: [...OWNER, 'county_office', 'city_office'],
      in: ['advised'],
      does: 'case.withdraw visit.withdraw | visit withdrawn, case withdrawn',
    },
    {
      by: [...OWNER, 'county_office', 'city_office'],
      in: ['nothing found', 'amendment drafted'],
      does: 'visit.withdraw | visit withdrawn',
    },
    {
      by: ['full_time', 'zone_leader', 'inspector_elsewhere', 'chief', 'deputy'],
      in: ['advised', 'nothing found', 'amendment drafted'],
      does: 'asks',
      then: { says: '记重了', does: 'proposal.withdraw_visit | proposal asked' },
    },
    // Its notice has gone out: that is asked of those who have to do with the notice.
    { by: TOUCHERS.filter((who) => who !== 'inspector_elsewhere'), in: ['issued'], does: 'asks' },
  ],
  // The school says that it has it in hand; the county's word is what ends the wait of half an hour (8.5).
  alarm_answer: [
    { by: OFFICE, in: ['alarm raised'], does: 'alarm.answer | alarm answered' },
    { by: SCHOOL, in: ['alarm raised'], does: 'alarm.seen | alarm raised' },
    { by: SCHOOL, in: ['alarm answered'], does: 'alarm.seen | alarm answered' },
  ],
  alarm_false: [
    {
      by: [...OWNER, ...OFFICE],
      in: ['alarm raised', 'alarm answered'],
      does: 'alarm.call_off | alarm false_alarm',
    },
  ],
  case_order: [{ by: OFFICE, in: WITH_CASE, does: 'asks' }],
  case_interview: [{ by: OFFICE, in: WITH_CASE, does: 'asks' }],
  case_circular: [{ by: OFFICE, in: WITH_CASE, does: 'asks' }],
  visit_keep: [
    { by: TOUCHERS, in: ['advised', 'nothing found', 'issued'], does: 'asks' },
    { by: TOUCHERS, in: ['amendment drafted'], does: 'visit.keep | visit submitted' },
  ],
  // 3.1, 4.2: its inspector for seven days, the office with a reason; others put it to the office.
  visit_amend: [
    {
      by: [...OWNER, 'county_office', 'city_office'],
      in: ['amendment drafted'],
      does: 'visit.amend | visit submitted',
    },
    {
      by: ['full_time', 'zone_leader', 'inspector_elsewhere', 'chief', 'deputy'],
      in: ['amendment drafted'],
      does: 'proposal.amend_visit | proposal asked',
    },
  ],
  // Nothing was sent that could be put into it.
  visit_photo: [{ by: OWNER, in: ['advised', 'nothing found', 'amendment drafted', 'issued'], does: 'asks' }],
  // Until the school signs its inspector corrects it himself (8.5), after it he proposes.
  proposal_confirm: [
    {
      by: OWNER,
      in: ['correction drafted'],
      does: 'case.correct notice.correct proposal.grant | notice issued, case issued, proposal granted',
    },
    {
      by: OWNER,
      in: ['correction drafted, signed since'],
      does: 'proposal.amend_notice | proposal asked',
    },
  ],
  proposal_drop: [
    {
      by: OWNER,
      in: ['correction drafted', 'correction drafted, signed since'],
      does: 'proposal.drop | proposal dropped',
    },
  ],
  // The section that the letter went to, or an office in its name (4.2: reply t).
  letter_resolved: [
    {
      by: ['section', ...OFFICE],
      in: ['referred', 'advice drafted'],
      does: 'asks',
      then: { says: '裂缝已检测修补，验收合格', does: 'case.section_resolved | case closed' },
    },
  ],
  letter_to_school: [
    {
      by: ['section', ...OFFICE],
      in: ['referred', 'advice drafted'],
      does: 'asks',
      then: { says: '委托检测后加固，12月20号前', does: 'case.answer_draft | case referred' },
    },
  ],
  letter_confirm: [
    { by: ['section', ...OFFICE], in: ['referred'], does: 'asks' },
    {
      by: ['section', ...OFFICE],
      in: ['advice drafted'],
      does: 'case.section_advised notice.issue | notice issued, case issued',
    },
  ],
  // 4.2: an inspector's own training; the county office, or the city's, verifies it.
  entry_confirm: [
    { by: OWNER, in: ['training drafted'], does: 'entry.file record.file | entry filed' },
    { by: OWNER, in: ['training without level'], does: 'asks' },
  ],
  entry_change: [
    {
      by: OWNER,
      in: ['training drafted', 'training without level'],
      does: 'asks',
      then: { says: '20学时', does: 'entry.correct | entry draft' },
    },
  ],
  entry_drop: [
    {
      by: OWNER,
      in: ['training drafted', 'training without level'],
      does: 'entry.drop | entry dropped',
    },
  ],
  entry_pick: [
    { by: OWNER, in: ['training without level'], arg: 'city', does: 'entry.correct | entry draft' },
  ],
  entry_take_back: [
    { by: OWNER, in: ['training filed'], does: 'entry.take_back record.withdraw | entry draft' },
  ],
  entry_verify: [
    {
      by: ['county_office', 'city_office'],
      in: ['training filed'],
      does: 'entry.verify record.change | entry verified',
    },
  ],
  entry_unique: [{ by: ['county_office', 'city_office'], in: ['training filed'], does: 'asks' }],
  entry_return: [
    {
      by: ['county_office', 'city_office'],
      in: ['training filed'],
      does: 'asks',
      then: { says: '证书上是16学时', does: 'entry.return record.withdraw | entry draft' },
    },
  ],
  // Everybody's own reminders, and nobody else's.
  wish_end: [{ by: OWNER, in: ['wish in force'], does: 'wish.end | wish ended' }],
  // They are on reminders and name a subject, no record: test/stories/check-reminders.test.ts.
  begin_entry: [],
  // An office's own draft is none of these scenes: test/stories/interviews.test.ts.
  entry_tick: [{ by: OWNER, in: [], does: 'asks' }],
  begin_visit: [],
  // No record of its own: test/stories/approvals.test.ts.
  setting_confirm: [],
}
