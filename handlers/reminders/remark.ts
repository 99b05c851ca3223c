import type { ReminderLine } from '#cards/reminder.ts'
import type { ReminderKey } from '#db/reminders.ts'
import type { Write } from '#db/store.ts'
import type { Day } from '#src/domain/day.ts'
import type { Table } from '#src/domain/table.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Slot } from '#src/policy/hours.ts'
import type { Context } from '../context.ts'
import type { Settle } from '../plan.ts'

/** All that the clock knows: what a handler does, but nobody who acts. */
export type Minute = Pick<Context, 'db' | 'now' | 'today' | 'roster' | 'workingDays' | 'ids'> & {
  /** Whether this person's minute has come: what is said to others now is not heard, and need not be worked out. */
  hears(userid: UserId): boolean
  /** The places, or `city`, whose groups have a robot that takes the digest. */
  groups: readonly string[]
}

/** What the clock has to tell one person: once for each (kind, subject, recipient, period). */
export type Remark = ReminderKey & {
  lines: readonly ReminderLine[]
  /** Of his own work, with nobody else relying on it: a pause that he has asked for drops it. */
  own?: true
  /** What is looked through or printed, right behind the message that says what it is. */
  files?: readonly Table[]
  /** What happens at the same time: a draft that lapses, and its card. */
  writes?: readonly Write[]
  settle?: readonly Settle[]
}

/** When on a working day, and what there is to say of that day. */
export type Reminder = {
  slot: Slot
  /** Asked later for a day that went by while the clock stood still: days are counted up to `minute.today`. */
  remarks(minute: Minute, day: Day): Promise<Remark[]>
  /** Who on that day hears at this slot also what he would have heard at eight (policy.md 8.3). */
  gathers?(minute: Minute, day: Day): Promise<readonly UserId[]>
}
