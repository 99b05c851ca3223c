import type { Day } from '#src/domain/day.ts'
import type { TeachingPeriod } from '#src/policy/school-calendar.ts'
import type { WorkingDays } from '#src/policy/working-days.ts'
import { NUMERAL, numeralOf } from '../numerals.ts'

/** Whether a bare weekday or day number looks back (something done) or ahead (something to do). */
export type Tense = 'past' | 'future'

export type When = {
  today: Day
  /** Hour of the message, 0–23: two hours from now may be tomorrow. */
  hour: number
  tense: Tense
  as: 'event' | 'deadline'
  workingDays: WorkingDays
  /** Empty where no school calendar is loaded. */
  teaching: readonly TeachingPeriod[]
}

/**
 * `or`: the words can honestly mean this day too. `until`: they name a stretch, from `day` to this one.
 * `day` is null where they name a day that cannot be told (期末, the 31st of November, 前几天).
 */
export type Reading = { day: Day | null; or?: Day; until?: Day }

/**
 * One way to say a day. `nature`: `past` is always an event; `ahead` is a deadline unless a verb of going follows;
 * `part` (月底, 年底) is one unless the words tell of something done; `term` is a length of time, a deadline only near words of
 * putting right; `open` is settled by its neighbours.
 */
export type DateForm = {
  nature: 'past' | 'ahead' | 'part' | 'term' | 'open'
  pattern: RegExp
  read(found: RegExpExecArray, when: When): Day | Reading | null
}

/** A pattern in which `<n>` stands for a number as people type it, in a group of its own. */
export const pattern = (source: string): RegExp => new RegExp(source.replaceAll('<n>', `(${NUMERAL})`), 'g')

/** The value of a number as written; NaN for what is none. */
export const number = (written: string | undefined): number => numeralOf(written ?? '') ?? NaN

/** A deadline a few weeks gone is a slip to be asked about, not one of next year; likewise a visit a few weeks ahead. */
export const SLIP_DAYS = 45

/** Days of a stretch; nothing where either end cannot be told. */
export const stretch = (from: Day | null, until: Day | null): Reading =>
  from && until && until >= from ? { day: from, until } : { day: null }

/** 下周改完, 本月内整改到位: a week or month named as the time to do something in is its last day. */
export const TO_BE_DONE =
  '(?=\\s*(?:必须|务必|一定|全部|要|得|应|须|需|都|就|给我)*(?:改(?:完|好|掉|正)|整改(?:完|好|到位|$|[\\s,。;!])|弄[好完]|搞[好定]|做[好完]|完成|处理|清[完理掉]|解决|落实|办[好结完]|补[齐好上]|[换修装](?:好|完|上|掉|$|(?=[\\s,。;!]))|到位|交|上?报(?!表|名|告厅))(?!了|率|情况|的))'
