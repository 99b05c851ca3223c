import type { Known } from './known.ts'
import { textSet } from './settings.ts'

export type Level = 'ok' | 'notice' | 'warning' | 'breach' | 'unknown'
export type Figure = string | number | boolean | null | string[]
export type Figures = Record<string, Figure>

/** What a check finds of one subject, before records_from is asked. */
export type Found = {
  subject: string
  /** The place that the line belongs to (B2.6). */
  place: string
  /** The school that the line is about, for the comparison of private with public schools. */
  school?: string
  /** The first day of the period that is judged (B7.2); absent for a check without periods. */
  begins?: string
  level: Level
  figures: Figures
  /** Where it differs from that of the check. */
  clause?: string
}

export type Line = {
  check: string
  subject: string
  level: Level
  soft: boolean
  figures: Figures
  clause: string
  /** The place that the line belongs to, by which `--county` chooses. */
  place: string
}

/** The lines of a check; those of earlier checks are at hand as printed. */
export type Check = (known: Known, printed: (check: string) => Found[]) => Found[]

/** B2.13: whether a warning or breach would rest on a time before the records of the place began. */
export function isBeforeRecords(known: Known, place: string, begins: string | undefined): boolean {
  const from = textSet(known, 'records_from', place)
  return from !== '' && (begins ?? known.D) < from
}
