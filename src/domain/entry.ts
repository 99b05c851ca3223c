import type { Day } from './day.ts'
import type { Training } from './records.ts'

/** What offices and inspectors file by saying it, in place of a row of an import file; by kind what may be said of one. */
export type SaidOf = {
  training: TrainingSaid
}
export type EntryKind = keyof SaidOf

/** 登记培训, as far as it was said (policy.md 5.7). */
export type TrainingSaid = {
  title?: string
  form?: Training['form']
  organizerLevel?: Training['organizerLevel']
  startOn?: Day
  endOn?: Day
  hours?: number
}
