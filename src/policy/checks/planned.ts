import { addDays, addYears, type Day } from '#src/domain/day.ts'
import type { Records } from '#src/domain/records.ts'
import type { Check, Line } from './check.ts'
import { linesOf } from './lines.ts'
import { asOf } from './view/view.ts'

/** How many days to come are looked at: whoever asks reads what comes next. */
const DAYS = 6

/** What a check will come to from a day on, by what is on file already. */
export type Planned = { from: Day; line: Line }

type About = { check: Check; subject: string }

/** What a check comes to about one subject on a day, by what is on file. */
export const lineOn = (records: Records, { check, subject }: About, day: Day): Line | undefined =>
  linesOf(asOf(records, day), [check]).find((each) => each.subject === subject)

/**
 * What appointments, new terms and departures that are on file for the coming year make of a check about a place (policy.md
 * 2.2, C9.1, C10.1: planned ones are shown): the days on which one of these figures changes.
 */
export function planned(
  records: Records,
  { figures, ...about }: About & { figures: readonly string[] },
  today: Day,
): Planned[] {
  const found: Planned[] = []
  let before = lineOn(records, about, today)
  for (const from of daysOfChange(records, today).slice(0, DAYS)) {
    const line = lineOn(records, about, from)
    if (line && figures.some((name) => line.figures[name] !== before?.figures[name]))
      found.push({ from, line })
    before = line
  }
  return found
}

/** First days of cards and terms, and the days after somebody's last, within a year from today. */
function daysOfChange({ inspectors, appointments, people }: Records, today: Day): Day[] {
  const first = [...inspectors.map((card) => card.appointedOn), ...appointments.map((row) => row.termStart)]
  const last = [...inspectors, ...people].flatMap(({ leftOn }) => (leftOn ? [addDays(leftOn, 1)] : []))
  const soon = [...first, ...last].filter((day) => day > today && day <= addYears(today, 1))
  return [...new Set(soon)].toSorted()
}
