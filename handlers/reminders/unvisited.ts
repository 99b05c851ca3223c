import { visitButton } from '#cards/checks/told-acts.ts'
import type { ReminderLine } from '#cards/reminder.ts'
import { assignedSchools } from '#db/people.ts'
import { visitDays } from '#db/visits.ts'
import { addDays, at, firstOfMonth, lastOfMonth, monthOf, type Day, type Instant } from '#src/domain/day.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { endOf } from '#src/policy/hours.ts'
import { isTeachingMonth } from '#src/policy/periods.ts'
import { workingDayFrom } from '#src/policy/working-days.ts'
import type { Minute, Reminder } from './remark.ts'

/** The 20th, and again the 25th, of a teaching month (policy.md 6, 8.4): inspectors with schools that nobody has been to. */
export const unvisited20: Reminder = {
  slot: '08:00',
  remarks: (minute, day) => unvisited(minute, day, 20),
}
export const unvisited25: Reminder = {
  slot: '08:00',
  remarks: (minute, day) => unvisited(minute, day, 25),
}

async function unvisited(minute: Minute, day: Day, date: 20 | 25) {
  const from = firstOfMonth(day)
  const on = dayIn(minute, from, date)
  if (on !== day || !isTeachingMonth(from)) return []
  const assigned = (await assignedSchools(minute.db, minute.today)).filter(({ inspector }) =>
    minute.hears(inspector),
  )
  const schools = [...new Set(assigned.map(({ school }) => school))]
  const to = lastOfMonth(from)
  const visited = await visitDays(minute.db, schools, from, to)
  const missing = assigned.filter(({ school }) => !visited.has(school))
  const line = lineFor(minute, { from, to }, date === 20 ? at(dayIn(minute, from, 25), 8) : endOf(to))
  return [...Map.groupBy(missing, ({ inspector }) => inspector)].map(([recipient, all]) => ({
    recipient,
    kind: `unvisited_${date}`,
    subject: 'month',
    period: from.slice(0, 7),
    lines: all.map(({ school }) => line(school)),
    own: true as const,
  }))
}

/** Moved on to a working day, it may leave its month and is not told then. */
const dayIn = ({ workingDays }: Minute, first: Day, date: number): Day =>
  workingDayFrom(workingDays, addDays(first, date - 1))

/** No school calendar is loaded, which is said (8.4). */
const lineFor =
  ({ roster }: Minute, month: { from: Day; to: Day }, until: Instant) =>
  (school: SchoolCode): ReminderLine => ({
    head: `${monthOf(month.from)}月还没去的学校（校历未载入，按教学月计）`,
    text: roster.school(school).name,
    buttons: [visitButton(school)],
    about: `school:${school}`,
    while: { of: 'school', id: school, unvisited: month },
    until,
  })
