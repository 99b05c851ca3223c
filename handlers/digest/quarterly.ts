import { answerTable } from '#cards/checks/answer.ts'
import { sheetText } from '#cards/checks/county-sheet.ts'
import type { Looked } from '#cards/checks/looked.ts'
import { addDays, firstOfQuarter, lastOfQuarter, quarterOf, yearOf, type Day } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { endOf } from '#src/policy/hours.ts'
import { workingDayFrom } from '#src/policy/working-days.ts'
import { countySheet } from '../checks/county-sheet.ts'
import { linesAt, lookAt } from '../checks/look.ts'
import type { Minute, Remark, Reminder } from '../reminders/remark.ts'
import { keepsRecords, ofKeptRecords } from './kept.ts'
import { officesHearing } from './offices.ts'

/**
 * The first working day after a quarter, 08:30: the sheet of all counties for the city office, its own for each county
 * (policy.md 6; C14.2). After a standstill it comes late, until the next quarter is over.
 */
export const quarterlySheets: Reminder = {
  slot: '08:30',
  async remarks(minute, day) {
    if (!isQuarterDay(minute, day) || endOf(lastOfQuarter(day)) <= minute.now) return []
    const hearers = await officesHearing(minute)
    if (hearers.length === 0) return []
    // The counties' lines are those of the city: read once for all.
    const city = await lookAt(minute, countySheet, CITY)
    const remarks: Remark[] = []
    for (const { place, people } of hearers)
      remarks.push(...sheetFor(await keptLines(minute, linesAt(city, place)), day, people))
    return remarks
  },
}

/** What an office keeps here: of a kind of records that it has not begun to keep it reads nothing, and without any no sheet. */
async function keptLines({ db }: Minute, looked: Looked): Promise<Looked> {
  const kept = await ofKeptRecords(db, CHECKS, looked.whole ? null : looked.place)
  const ids = new Set(keepsRecords(kept) ? kept.map(({ id }) => id) : [])
  return { ...looked, lines: looked.lines.filter(({ check }) => ids.has(check)) }
}

const isQuarterDay = ({ workingDays }: Minute, day: Day): boolean =>
  workingDayFrom(workingDays, firstOfQuarter(day)) === day

/** Of a place of which nothing can be judged there is no sheet. */
function sheetFor(looked: Looked, day: Day, people: readonly UserId[]): Remark[] {
  if (looked.lines.length === 0) return []
  const quarter = addDays(firstOfQuarter(day), -1)
  const line = { head: null, text: sheetText(looked, quarter), while: null, until: endOf(lastOfQuarter(day)) }
  return people.map((recipient) => ({
    kind: 'county_sheet',
    subject: `sheet:${looked.place}`,
    recipient,
    period: `${yearOf(quarter)}-${quarterOf(quarter)}`,
    lines: [{ ...line, about: `sheet:${recipient}` }],
    files: [answerTable(countySheet.answer(looked))],
  }))
}
