import { visitButton } from '#cards/checks/told-acts.ts'
import type { ReminderLine } from '#cards/reminder.ts'
import { overdueCases } from '#db/cases.ts'
import { byClock, change } from '#db/history.ts'
import { answeredNotices } from '#db/notices.ts'
import { personOf } from '#db/people.ts'
import { wishes } from '#db/schema/wishes.ts'
import { wishesAt, type WishRow } from '#db/wishes.ts'
import { addYears, dayText, monthOf, type Day } from '#src/domain/day.ts'
import { hasRole, INSPECTOR_ROLES, type Person } from '#src/domain/person.ts'
import type { Asked, WishTopic } from '#src/domain/wish.ts'
import { endOf, SLOTS, type Slot } from '#src/policy/hours.ts'
import { sightOf } from '#src/policy/permission.ts'
import { dayComeTo } from '#src/policy/wishes.ts'
import { noticeSubject } from '../notices/issue.ts'
import { unvisitedOf } from '../queries/gaps.ts'
import { reportLine } from './day-list.ts'
import { caseText, lateText } from './overdue.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/** What people have asked for themselves, at each half hour that they may have named. */
export const wishReminders: Record<string, Reminder> = Object.fromEntries(
  SLOTS.map((slot) => [`wish_${slot}`, { slot, remarks: (minute, day) => wishesOf(minute, day, slot) }]),
)

const looked = new WeakMap<Minute, Map<Slot, Promise<WishRow[]>>>()

/** A month of standstill asks for each half hour of each of its days: each half hour is looked up once. */
function rowsAt(minute: Minute, slot: Slot): Promise<WishRow[]> {
  const known = looked.get(minute) ?? new Map<Slot, Promise<WishRow[]>>()
  looked.set(minute, known)
  const rows = known.get(slot) ?? wishesAt(minute.db, slot, minute.today)
  known.set(slot, rows)
  return rows
}

async function wishesOf(minute: Minute, on: Day, slot: Slot): Promise<Remark[]> {
  const remarks: Remark[] = []
  for (const row of await rowsAt(minute, slot)) {
    const wish = row.wish as Asked
    if (!minute.hears(row.person) || !dayComeTo(minute.workingDays, wish, on, minute.today)) continue
    const lines = await linesOf(minute, row, wish)
    if (lines.length > 0) remarks.push(remarkOf(minute, row, wish, on, lines))
  }
  return remarks
}

function remarkOf(
  { now }: Minute,
  row: WishRow,
  wish: Asked,
  on: Day,
  lines: readonly ReminderLine[],
): Remark {
  const remark = { kind: 'wish', subject: row.id, recipient: row.person, period: periodOf(wish, on), lines }
  // What he asked to be told once is over with it; a pause does not stop it.
  return wish.every === 'once'
    ? { ...remark, writes: change(wishes, row, { state: 'ended' }, byClock('wish.done', now)) }
    : { ...remark, own: true }
}

/** Once on each of its days; of a week with two of them each is told. */
const periodOf = (wish: Asked, on: Day): string => (wish.every === 'month' ? on.slice(0, 7) : on)

/** What there is to say of it; nothing where there is nothing to report. */
async function linesOf(minute: Minute, row: WishRow, wish: Asked): Promise<ReminderLine[]> {
  if (wish.topic === null) return [wordsLine(minute, row, wish)]
  const me = await personOf(minute.db, row.person, minute.today)
  return me ? LINES[wish.topic](minute, me) : []
}

const wordsLine = ({ today }: Minute, { id }: WishRow, wish: Asked): ReminderLine => ({
  head: null,
  text: `您让我提醒：${wish.words}`,
  about: `wish:${id}`,
  while: null,
  until: endOf(today),
})

/** More of one person's are not read at one time. */
const LISTED = 50

const LINES: Record<WishTopic, (minute: Minute, me: Person) => Promise<ReminderLine[]>> = {
  unvisited_month: (minute, me) => unvisited(minute, me, 'month'),
  unvisited_semester: (minute, me) => unvisited(minute, me, 'semester'),
  to_reinspect: async (minute, me) =>
    Promise.all(
      (await answeredNotices(minute.db, me.userid)).map((each) =>
        reportLine(minute, each, '整改报告等您复查'),
      ),
    ),
  overdue: (minute, me) => cases(minute, me, minute.today),
  open: (minute, me) => cases(minute, me, addYears(minute.today, 1)),
}

async function unvisited(minute: Minute, me: Person, period: 'month' | 'semester'): Promise<ReminderLine[]> {
  const found = await unvisitedOf(minute, me, period)
  if (!found?.asked.teaching) return []
  const { from, to } = found.asked.period
  const heading = period === 'month' ? `${monthOf(minute.today)}月还没去的学校` : '本学期还没去够的学校'
  // Said wherever a number rests on it (policy.md 8.4).
  const head = found.asked.isLoaded ? heading : `${heading}（校历未载入，按默认的教学时间算）`
  return found.missing.map(({ code, name, done }) => ({
    head,
    text: period === 'month' ? name : `${name}（已去 ${done} 次）`,
    ...(hasRole(me, INSPECTOR_ROLES) ? { buttons: [visitButton(code)] } : {}),
    about: `school:${code}`,
    // Of a semester more than one visit may be asked for.
    while: period === 'month' ? { of: 'school', id: code, unvisited: { from, to } } : null,
    until: endOf(minute.today),
  }))
}

/** What waits for its school and is due before a day, as far as his account sees. */
async function cases(minute: Minute, me: Person, before: Day): Promise<ReminderLine[]> {
  const sight = sightOf(me)
  if (!sight) return []
  const { today } = minute
  return (await overdueCases(minute.db, sight, before, LISTED)).map((found) => ({
    head: before === today ? '逾期没整改的问题' : '没整改完的问题',
    text: caseText(
      minute,
      found,
      found.dueOn! < today ? lateText(today, found.dueOn!) : `${dayText(found.dueOn!, today)}到期`,
    ),
    about: found.notice ? noticeSubject(found.notice) : found.id,
    while: { of: 'case', id: found.id, states: ['issued', 'acknowledged'], due: found.dueOn! },
    until: endOf(today),
  }))
}
