import type { Day } from '#src/domain/day.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import type { Level } from './levels.ts'
import type { View } from './view/view.ts'

/** What a level rests on, by name; null is a figure that cannot be had. Dates are strings, hours in steps of a half. */
export type Figures = Record<string, string | number | boolean | null | readonly string[]>

/** What a check finds about one subject. */
export type Finding = {
  /** `city`, a place, a school code, a userid, the key of a record; `X@P` in a period, `X/Y` for a pair. Unique in a check. */
  subject: string
  /** The place that the line belongs to: its settings hold, and `--county` asks for it. */
  place: string
  /** The school that it is about, where it is about one. */
  school?: SchoolCode
  /** The inspector that it is about; a subject may spell him as his file does. */
  person?: UserId
  level: Level
  figures: Figures
  /** The records that a person is shown as the ground: keys, userids or dates, the most telling first. */
  evidence?: readonly string[]
  /** First day of the period that is judged, where one is (B7.2). */
  since?: Day
  /** Nothing worse than a notice, whatever the level: the subject was there for a part of the time. */
  noticeAtMost?: boolean
  /** Where it is not the check's own. */
  clause?: string
}

/** One check as everybody is shown it. */
export type Line = {
  check: string
  subject: string
  level: Level
  /** A rule that holds in principle only (原则上) is not met. */
  soft: boolean
  figures: Figures
  clause: string
  place: string
  school?: SchoolCode
  person?: UserId
  evidence: readonly string[]
}

/** The lines of another check, as they are printed. */
export type Printed = (check: Check) => readonly Line[]

/** One check of policy.md 2.2: a pure function of the records on a day. */
export type Check = {
  id: string
  name: string
  /** The rule that it rests on, as policy.md tags it. */
  clause: string
  /** Whether its levels are law, or thresholds that offices may set (default values are ours). */
  threshold: 'law' | 'default' | 'both'
  /** The rule holds in principle only: a breach is a soft one. */
  soft?: true
  /** Of the city's own committee: no county has a line of it. */
  cityOnly?: true
  find(view: View, printed: Printed): Finding[]
}

/** How many records are shown as the ground of a line. */
const SHOWN = 10

/** A finding as a line of its check: what came before records began is not known (B2.13), then what caps a level. */
export function lineOf(check: Check, finding: Finding, view: View): Line {
  const level = cappedLevel(finding, provenLevel(finding, view))
  return {
    check: check.id,
    subject: finding.subject,
    level,
    soft: level === 'breach' && check.soft === true,
    figures: finding.figures,
    clause: finding.clause ?? check.clause,
    place: finding.place,
    ...(finding.school !== undefined && { school: finding.school }),
    ...(finding.person !== undefined && { person: finding.person }),
    evidence: finding.evidence?.slice(0, SHOWN) ?? [],
  }
}

const isFault = (level: Level): boolean => level === 'warning' || level === 'breach'

function provenLevel({ level, place, since }: Finding, view: View): Level {
  const isUnproven = isFault(level) && (since ?? view.day) < view.setting('records_from', place)
  return isUnproven ? 'unknown' : level
}

const cappedLevel = ({ noticeAtMost }: Finding, level: Level): Level =>
  noticeAtMost && isFault(level) ? 'notice' : level
