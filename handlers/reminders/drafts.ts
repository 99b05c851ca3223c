import { encodeAction, type Act } from '#cards/action.ts'
import type { Button } from '#cards/card.ts'
import type { ReminderLine } from '#cards/reminder.ts'
import { byClock, change } from '#db/history.ts'
import { draftedReports, noticeOf, type Notice, type Report } from '#db/notices.ts'
import { schoolPeople } from '#db/people.ts'
import { visits } from '#db/schema/loop.ts'
import type { Span } from '#db/span.ts'
import { draftedVisits, type Visit } from '#db/visits.ts'
import { at, dayText, instant, plusMs, DAY_MS, type Day, type Instant } from '#src/domain/day.ts'
import { PART_NAMES } from '#src/domain/words.ts'
import { instantOfSlot, type Slot } from '#src/policy/hours.ts'
import { isWithSchool } from '#src/policy/states.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import { reportSubject } from '../rectifications/report.ts'
import { DRAFT_LIFE_MS } from '../visits/change.ts'
import { visitSubject } from '../visits/draft.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/** A draft is recalled at half past five on its day and on the next working morning; it never dies silently. */
type Recall = { kind: string; span: Span; until: Instant | null }

const ofToday = ({ workingDays }: Minute, day: Day): Recall => ({
  kind: 'draft_today',
  span: { from: at(day), to: instantOfSlot(day, '17:30') },
  until: at(addWorkingDays(workingDays, day, 1), 8),
})
const ofYesterday = ({ workingDays }: Minute, day: Day): Recall => ({
  kind: 'draft_morning',
  span: { from: at(addWorkingDays(workingDays, day, -1)), to: at(day) },
  until: null,
})

export const visitDraftsToday: Reminder = {
  slot: '17:30',
  remarks: (m, day) => recallVisits(m, ofToday(m, day)),
}
export const visitDraftsNext: Reminder = {
  slot: '08:00',
  remarks: (m, day) => recallVisits(m, ofYesterday(m, day)),
}
export const reportDraftsToday: Reminder = {
  slot: '17:30',
  remarks: (m, day) => recallReports(m, ofToday(m, day)),
}
export const reportDraftsNext: Reminder = {
  slot: '08:00',
  remarks: (m, day) => recallReports(m, ofYesterday(m, day)),
}

async function recallVisits(minute: Minute, { kind, span, until }: Recall): Promise<Remark[]> {
  return (await draftedVisits(minute.db, span)).map((draft) => ({
    recipient: draft.inspector,
    kind,
    subject: visitSubject(draft.id),
    period: '',
    own: true as const,
    lines: [
      {
        head: '督导记录还没确认，满三天作废',
        text: `${visitText(minute, draft)}${draft.school ? '' : '（请先直接回复校名）'}`,
        buttons: draft.school
          ? buttons(draft, [
              ['确认', 'visit_confirm'],
              ['修改', 'visit_change'],
              ['不记', 'visit_drop'],
            ])
          : buttons(draft, [['不记', 'visit_drop']]),
        about: visitSubject(draft.id),
        while: { of: 'visit', id: draft.id, states: ['draft'] },
        until: until ?? plusMs(draft.createdAt, DRAFT_LIFE_MS),
      },
    ],
  }))
}

function buttons(
  { id, seq }: { id: string; seq: number },
  acts: readonly [label: string, act: Act][],
): Button[] {
  return acts.map(([label, act], i) => ({
    label,
    action: encodeAction({ act, id, seq }),
    ...(i === 0 && acts.length > 1 ? { style: 'main' as const } : {}),
  }))
}

function visitText({ roster, today }: Minute, { school, onDay, part, findings }: Visit): string {
  const what = findings.map((each) => each.text).join('；')
  return [
    `${school ? roster.school(school).name : '学校待定'} ${dayText(onDay ?? today, today)}${PART_NAMES[part ?? 'full']}`,
    findings.length > 0 ? `问题${findings.length}项：${what}` : '未发现问题',
  ].join('，')
}

/** After three days it is gone, with a word to who wrote it; its history stays. */
export const visitDraftsLapsed = (slot: Slot): Reminder => ({
  slot,
  async remarks(minute, day) {
    const to = plusMs(instantOfSlot(day, slot), -DRAFT_LIFE_MS)
    const old = await draftedVisits(minute.db, { from: instant(0), to })
    return old.map((draft) => lapse(minute, draft))
  },
})

const WORD_LIFE_MS = 7 * DAY_MS

function lapse(minute: Minute, draft: Visit): Remark {
  const subject = visitSubject(draft.id)
  const line: ReminderLine = {
    head: '督导记录三天没有确认，已作废',
    text: `${visitText(minute, draft)}。要记请重新说一遍`,
    about: subject,
    while: null,
    until: plusMs(minute.now, WORD_LIFE_MS),
  }
  return {
    recipient: draft.inspector,
    kind: 'draft_lapsed',
    subject,
    period: '',
    lines: [line],
    writes: change(visits, draft, { state: 'withdrawn' }, byClock('visit.lapse', minute.now)),
    settle: [{ subject, outcome: '已作废' }],
  }
}

/** The school's report waits for its principal's word. */
async function recallReports(minute: Minute, recall: Recall): Promise<Remark[]> {
  const remarks: Remark[] = []
  for (const report of await draftedReports(minute.db, recall.span)) {
    const notice = await noticeOf(minute.db, report.notice)
    if (!notice || !isWithSchool(notice)) continue
    const people = await schoolPeople(minute.db, report.school, minute.today)
    for (const { userid, roles } of people)
      if (roles.includes('principal')) remarks.push(recallReport(userid, recall, report, notice))
  }
  return remarks
}

const recallReport = (
  recipient: Remark['recipient'],
  { kind, until }: Recall,
  report: Report,
  notice: Notice,
): Remark => ({
  recipient,
  kind,
  subject: reportSubject(report.id),
  period: '',
  lines: [
    {
      head: '整改报告等您确认上报',
      text: `${notice.no}：${report.items
        .map((item) => item.measures)
        .filter(Boolean)
        .join('；')}`,
      buttons: buttons(report, [
        ['确认上报', 'report_confirm'],
        ['修改', 'report_change'],
        ['不报', 'report_drop'],
      ]),
      about: reportSubject(report.id),
      while: { of: 'report', id: report.id, states: ['draft'] },
      until: until ?? plusMs(report.createdAt, 30 * DAY_MS),
    },
  ],
})
