import type { Level } from '#src/policy/checks/levels.ts'
import type { Given } from '../given.ts'

/** What is looked at: the records on a day, and the level that they give. */
export type Look = { on: string; rows: Given; level: Level }

/** A subject whose level changes, or stays, where one figure is moved by one. */
export type Boundary = { check: string; subject: string; words: string; looks: Look[] }

/** The same records, day by day. */
export const byDays = (
  check: string,
  subject: string,
  words: string,
  rows: Given,
  ...levels: [on: string, level: Level][]
): Boundary => ({ check, subject, words, looks: levels.map(([on, level]) => ({ on, rows, level })) })

/** The same day, with one figure of the records moved. */
export const byFigure = <T>(
  check: string,
  subject: string,
  words: string,
  on: string,
  rowsWith: (figure: T) => Given,
  ...levels: [figure: T, level: Level][]
): Boundary => ({
  check,
  subject,
  words,
  looks: levels.map(([figure, level]) => ({ on, rows: rowsWith(figure), level })),
})
