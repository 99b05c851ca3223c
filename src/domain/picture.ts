import type { Level } from '#src/policy/checks/levels.ts'
import type { Day } from './day.ts'

type Frame = {
  title: string
  /** The day whose state it shows. */
  day: Day
  /** Where the rule stands, in small type: document and article. */
  source: string
}

/** Training hours of a year against the hours that are needed (S-11), one person or several, in the order given. */
export type HoursPicture = Frame & {
  kind: 'hours'
  need: number
  rows: readonly { name: string; verified: number; pending: number }[]
}

/** Places by one figure of a check, in the order given: the caller ranks, so that the words and the picture agree. */
export type CountiesPicture = Frame & {
  kind: 'counties'
  /** Of the figures: 「人」, 「%」. */
  unit: string
  /** The line that all are held against; null where each place has its own, or there is none. */
  need: number | null
  /** Coloured by `level`. `value` is null where it cannot be told, which is never shown as met; `need` is this place's own line. */
  rows: readonly { place: string; value: number | null; need?: number; level: Level }[]
}

/** Overdue rectifications at the end of each week, the oldest first. */
export type OverduePicture = Frame & {
  kind: 'overdue'
  /** `until` is the last day that the count takes in. */
  weeks: readonly { until: Day; overdue: number }[]
}

/** What a person would rather look at than read, as data; a host that can draw makes a PNG of it. */
export type Picture = HoursPicture | CountiesPicture | OverduePicture
