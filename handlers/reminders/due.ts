import type { ReminderLine } from '#cards/reminder.ts'
import { encodeAction } from '#cards/action.ts'
import { casesDue, type Case } from '#db/cases.ts'
import { noticeOf, type Notice } from '#db/notices.ts'
import { schoolPeople, type Receiver } from '#db/people.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import { duesAt, meantUntil, type Step } from '#src/policy/ladder.ts'
import { isWithSchool } from '#src/policy/states.ts'
import { noticeSubject } from '../notices/issue.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/** Three working days, and one, before a case is due: to the contact, or the principal where there is none. */
export const dueIn3: Reminder = {
  slot: '08:00',
  remarks: (minute, day) => remind(minute, day, 'due_3', contacts),
}
export const dueIn1: Reminder = {
  slot: '08:00',
  remarks: (minute, day) => remind(minute, day, 'due_1', contacts),
}

/** On its day at four in the afternoon: to contact and principal. */
export const lastCall: Reminder = {
  slot: '16:00',
  remarks: (minute, day) => remind(minute, day, 'last_call', (people) => people),
}

function contacts(people: readonly Receiver[]): readonly Receiver[] {
  const found = people.filter((each) => each.roles.includes('school_contact'))
  return found.length > 0 ? found : people
}

type Among = (people: readonly Receiver[]) => readonly Receiver[]

async function remind(minute: Minute, day: Day, step: Step, among: Among): Promise<Remark[]> {
  const remarks: Remark[] = []
  for (const each of await casesDue(minute.db, duesAt(minute.workingDays, step, day))) {
    const people = among(await schoolPeople(minute.db, each.school, minute.today))
    const notice = each.notice && (await noticeOf(minute.db, each.notice))
    if (!notice || people.length === 0) continue
    const line = dueLine(minute, step, each, notice)
    remarks.push(
      ...people.map(({ userid }) => ({
        recipient: userid,
        kind: step,
        subject: `case:${each.id}`,
        period: each.dueOn as Day,
        lines: [line],
      })),
    )
  }
  return remarks
}

function dueLine(minute: Minute, step: Step, each: Case, notice: Notice): ReminderLine {
  const due = each.dueOn as Day
  return {
    head: step === 'last_call' ? '整改今天截止，请抓紧上报' : `整改${dayText(due, minute.today)}到期`,
    text: `${each.description}（${notice.no}，${each.id}）`,
    ...(isWithSchool(notice)
      ? {
          buttons: [
            {
              label: '报整改',
              action: encodeAction({ act: 'notice_report', id: notice.id, seq: notice.seq }),
              style: 'main',
            },
          ],
        }
      : {}),
    about: noticeSubject(notice.id),
    while: { of: 'case', id: each.id, states: ['issued', 'acknowledged'], due },
    until: meantUntil(minute.workingDays, step, due),
  }
}
