import type { Day } from './day.ts'

/** A time of day: `08:30`; `24:00` is the end of it. */
export type Clock = string

/** What a reminder of one's own may list; anything else is reminded of in one's own words. */
export type WishTopic = 'unvisited_month' | 'unvisited_semester' | 'to_reinspect' | 'overdue' | 'open'

/** On which days a reminder of one's own goes. */
export type WishDays =
  | { every: 'day' }
  /** 1 = Monday … 7 = Sunday. */
  | { every: 'week'; weekdays: number[] }
  /** The 31st is the last of every month. */
  | { every: 'month'; date: number }
  | { every: 'once'; on: Day }

/** What somebody wants of his own reminders. */
export type Wish =
  /** Not between these times of these weekdays, of every day where none is named. */
  | { kind: 'quiet'; weekdays: number[]; from: Clock; to: Clock }
  /** None that can wait, up to the end of that day. */
  | { kind: 'pause'; until: Day }
  /** A reminder of his own. */
  | ({ kind: 'remind'; time: Clock; topic: WishTopic | null; words: string | null } & WishDays)

export type WishKind = Wish['kind']
export type Quiet = Extract<Wish, { kind: 'quiet' }>
export type Pause = Extract<Wish, { kind: 'pause' }>
export type Asked = Extract<Wish, { kind: 'remind' }>
