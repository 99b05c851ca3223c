import type { ReminderLine } from '#cards/reminder.ts'
import { casesDue, type Case } from '#db/cases.ts'
import { noticeOf, type Notice } from '#db/notices.ts'
import type { Day } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { duesAt, meantUntil, STEPS, type Step } from '#src/policy/ladder.ts'
import { noticeSubject } from '../notices/issue.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/** A case that takes a step today. */
export type OnStep = { found: Case; notice: Notice; due: Day }

/** What some people hear of it. */
export type Told = {
  people: readonly { userid: UserId }[]
  /** No later step goes to these people. */
  isLast?: true
  /** It is a step towards the day, and others follow: a pause drops it. */
  own?: true
} & Pick<ReminderLine, 'head' | 'text' | 'buttons'>

type Tell = (minute: Minute, on: OnStep) => Promise<readonly Told[]>

/** A step of the ladder: it goes to the people of each case that takes it, for as long as the case waits for its school. */
export const rung = (step: Step, tell: Tell): Reminder => ({
  slot: STEPS[step].slot,
  async remarks(minute, day) {
    const remarks: Remark[] = []
    for (const found of await casesDue(minute.db, duesAt(minute.workingDays, step, day))) {
      const notice = found.notice && (await noticeOf(minute.db, found.notice))
      if (!notice || !found.dueOn) continue
      const on = { found, notice, due: found.dueOn }
      for (const told of await tell(minute, on)) remarks.push(...remarksOf(minute, step, on, told))
    }
    return remarks
  },
})

function remarksOf(
  { workingDays }: Minute,
  step: Step,
  on: OnStep,
  { people, isLast, own, ...told }: Told,
): Remark[] {
  const { found, notice, due } = on
  const line: ReminderLine = {
    ...told,
    about: noticeSubject(notice.id),
    while: { of: 'case', id: found.id, states: ['issued', 'acknowledged'], due },
    until: meantUntil(workingDays, step, due, isLast),
  }
  return people.map(({ userid }) => ({
    recipient: userid,
    kind: step,
    subject: `case:${found.id}`,
    period: due,
    lines: [line],
    ...(own ? { own } : {}),
  }))
}
