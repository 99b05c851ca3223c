import { withRole } from '#db/people.ts'
import { day, yearOf, type Day } from '#src/domain/day.ts'
import { endOf } from '#src/policy/hours.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/** On the first working day of December the city office is asked for next year's arrangement of days off, once a year. */
export const loadNextYear: Reminder = {
  slot: '08:00',
  async remarks(minute, on) {
    const next = yearOf(on) + 1
    if (minute.workingDays.known(next) || on !== firstOfDecember(minute, on)) return []
    const office = await withRole(minute.db, 'city_office', null, minute.today)
    return office.map(({ userid }): Remark => ({
      kind: 'load_year',
      subject: `year:${next}`,
      recipient: userid,
      period: String(next),
      lines: [
        {
          head: null,
          text: `${next}年的放假调休安排还没有导入，跨年的期限按法定节假日推算。国务院办公厅公布后，请联系管理员更新日历。`,
          about: `year:${next}`,
          while: null,
          until: endOf(day(`${yearOf(on)}-12-31`)),
        },
      ],
    }))
  },
}

const firstOfDecember = ({ workingDays }: Minute, on: Day): Day =>
  addWorkingDays(workingDays, day(`${yearOf(on)}-11-30`), 1)
