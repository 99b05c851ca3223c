import { withRole } from '#db/people.ts'
import { newStrangers } from '#db/strangers.ts'
import { momentText } from '#src/domain/day.ts'
import { endOf, instantOfSlot } from '#src/policy/hours.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import type { Remark, Reminder } from './remark.ts'

/**
 * Who wrote since the last working day and is on no roster: once a day to the city office, the userid and never a word of
 * what was said. The spans of two working days meet, so that everybody is named once.
 */
export const strangersToRegister: Reminder = {
  slot: '08:00',
  async remarks({ db, workingDays, today }, day) {
    const after = instantOfSlot(addWorkingDays(workingDays, day, -1), '08:00')
    const found = await newStrangers(db, after, instantOfSlot(day, '08:00'))
    const lines = found.map(({ userid, firstAt }) => ({
      head: '没有登记的账号发来过消息，请核对后登记',
      text: `${userid}（${momentText(firstAt)}）`,
      about: 'strangers',
      while: null,
      until: endOf(today),
    }))
    const office = lines.length === 0 ? [] : await withRole(db, 'city_office', null, today)
    return office.map(({ userid }): Remark => ({
      kind: 'strangers',
      subject: 'strangers',
      recipient: userid,
      period: day,
      lines,
    }))
  },
}
