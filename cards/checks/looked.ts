import type { Day } from '#src/domain/day.ts'
import type { Period } from '#src/language/periods.ts'
import type { Records } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Check, Line } from '#src/policy/checks/check.ts'
import type { View } from '#src/policy/checks/view/view.ts'
import { isWorse } from './level.ts'

/** What a question about the records looks at. */
export type Looked = {
  view: View
  /** What was read as it stands on file, what is still to come included. */
  records: Records
  /** In the asker's scope, of the checks of the question. */
  lines: readonly Line[]
  /** The place that is meant, `CITY` for the whole city. */
  place: string
  whole: boolean
  /** The inspector whose own figures are meant; null for a place. */
  person: UserId | null
  /** Only figures of places: names of people are not his to see (4.2, "totals"). */
  totalsOnly: boolean
  /** The member unit that asks: it reads its own tasks; null for anybody else. */
  unit: string | null
  period: Period | null
  more: { retired: number; all: number } | null
  /** As the place is called: 「全市」, 「章贡区」. */
  placeName: string
  nameOf: Names
}

export type Names = {
  place(name: string): string
  school(code: string): string
  person(who: string): string
}

/** The lines of one check, the worst first; of two alike the order of the records stays. */
export const linesOf = (looked: Looked, check: Check): Line[] =>
  looked.lines.filter((line) => line.check === check.id).toSorted(isWorse)

/** A figure by name, as the number that it is. */
export const count = ({ figures }: Line, name: string): number => Number(figures[name] ?? 0)

/** A figure that is a day, or null where it cannot be had. */
export const dayIn = ({ figures }: Line, name: string) => figures[name] as Day | null

export const listIn = ({ figures }: Line, name: string): readonly string[] =>
  (figures[name] ?? []) as readonly string[]

/** Whom a line is about. */
export const personOf = (line: Line): string => line.person ?? subjectOf(line)

/** What stands before the period of a subject. */
export const subjectOf = ({ subject }: Line): string => subject.split('@')[0]!
