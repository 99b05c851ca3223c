import { referredCasesDue } from '#db/cases.ts'
import { officePeople, sectionPeople } from '#db/people.ts'
import { dayText, plusMs, DAY_MS, type Day } from '#src/domain/day.ts'
import { duesPast } from '#src/policy/ladder.ts'
import { caseSubject } from '../reinspections/confirm-close.ts'
import type { Remark, Reminder } from './remark.ts'

const LIFE_MS = 30 * DAY_MS

/** A section that has not answered its letter in time: it and the office that wrote to it (policy.md 3.2). */
export const sectionLate: Reminder = {
  slot: '08:00',
  async remarks({ db, now, today, roster, workingDays }, day) {
    const remarks: Remark[] = []
    for (const found of await referredCasesDue(db, duesPast(workingDays, 1, day))) {
      const answerBy = found.answerBy as Day
      const section = await sectionPeople(db, found.section ?? '', found.county, today)
      const office = await officePeople(db, found.county, today)
      const line = {
        head: '协商意见到期未答复',
        text: `${found.id} ${roster.school(found.school).name}：${found.description}（${found.section}应在${dayText(answerBy, today)}前答复）`,
        about: caseSubject(found.id),
        while: { of: 'case' as const, id: found.id, states: ['referred' as const] },
        until: plusMs(now, LIFE_MS),
      }
      remarks.push(
        ...[...section, ...office].map(({ userid }) => ({
          recipient: userid,
          kind: 'section_late',
          subject: caseSubject(found.id),
          period: answerBy,
          lines: [line],
        })),
      )
    }
    return remarks
  },
}
