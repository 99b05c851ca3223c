import type { ReminderLine } from '#cards/reminder.ts'
import { casesDue, casesOf, type Case } from '#db/cases.ts'
import { unjudgedNotices, type Notice } from '#db/notices.ts'
import { addDays, at, dayOf, dayText, day as asDay, type Day, type Instant } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { endOf } from '#src/policy/hours.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import { inCharge } from '../notices/in-charge.ts'
import { noticeSubject } from '../notices/issue.ts'
import { caseText, lateText } from './overdue.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/** A verdict is due ten working days after the report (policy.md 3.2). */
const VERDICT_DAYS = 10

/** Each inspector's morning: what is due, what is overdue, which reports have waited too long for him; only if any (6). */
export const dayList: Reminder = {
  slot: '08:00',
  async remarks(minute, day) {
    if (day !== minute.today) return []
    const charge = remembered((of) => inCharge(minute, of))
    const lines: { to: UserId; line: ReminderLine }[] = []
    for (const found of await casesDue(minute.db, { after: EVER, upTo: lastFree(minute) }))
      for (const { userid } of await charge(found))
        if (minute.hears(userid)) lines.push({ to: userid, line: dueLine(minute, found) })
    for (const notice of await unjudgedNotices(minute.db, waitedTooLong(minute)))
      for (const { userid } of await charge(notice))
        if (minute.hears(userid)) lines.push({ to: userid, line: await reportLine(minute, notice) })
    return [...Map.groupBy(lines, ({ to }) => to)].map(([recipient, all]): Remark => {
      const lines = all.map(({ line }) => line)
      return { recipient, kind: 'day_list', subject: 'day', period: day, lines, own: true }
    })
  },
}

/** Before any record. */
const EVER = asDay('2000-01-01')

/** What is due on the days off that follow is told today. */
const lastFree = ({ workingDays, today }: Minute): Day => addDays(addWorkingDays(workingDays, today, 1), -1)

const waitedTooLong = ({ workingDays, today }: Minute): Instant =>
  at(addWorkingDays(workingDays, today, -VERDICT_DAYS))

type Of = Parameters<typeof inCharge>[1]

/** One inspector has many cases: who is in charge of them is asked once for each of his schools. */
function remembered<T>(ask: (of: Of) => Promise<T>): (of: Of) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (of) => {
    const key = `${of.inspector}:${of.school}`
    const answer = known.get(key) ?? ask(of)
    known.set(key, answer)
    return answer
  }
}

function dueLine(minute: Minute, found: Case): ReminderLine {
  const due = found.dueOn as Day
  const isLate = due < minute.today
  return {
    head: isLate ? '整改逾期' : '整改到期',
    text: caseText(minute, found, isLate ? lateText(minute.today, due) : `${dayText(due, minute.today)}到期`),
    about: `${found.notice ? noticeSubject(found.notice) : found.id}`,
    while: { of: 'case', id: found.id, states: ['issued', 'acknowledged'], due },
    until: endOf(minute.today),
  }
}

/** A report that waits for its verdict. */
export async function reportLine(
  { db, roster, today }: Minute,
  notice: Notice,
  head = '整改报告等您复查，已超过10个工作日',
): Promise<ReminderLine> {
  const what = (await casesOf(db, notice.id)).map((each) => each.description).join('；')
  return {
    head,
    text: `${notice.no} ${roster.school(notice.school).name}：${what}（${dayText(dayOf(notice.since), today)}上报）`,
    about: noticeSubject(notice.id),
    while: { of: 'notice', id: notice.id, states: ['answered'] },
    until: endOf(today),
  }
}
