import { yearReportTable, yearReportText } from '#cards/checks/year-report.ts'
import type { Looked } from '#cards/checks/looked.ts'
import { day as dayNamed, yearOf, type Day } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { yearSpan } from '#src/policy/digest-span.ts'
import { endOf } from '#src/policy/hours.ts'
import { workingDayFrom } from '#src/policy/working-days.ts'
import { linesAt, lookAt } from '../checks/look.ts'
import type { Minute, Remark, Reminder } from '../reminders/remark.ts'
import { briefOf } from './brief.ts'
import { ofKeptRecords } from './kept.ts'
import { officesHearing, type Office } from './offices.ts'
import { numbersAndWorst } from './tell.ts'

/**
 * The first working day of December, 08:30: the draft of the year's report to the committee, for the city's office and
 * for that of each county with a government (policy.md 6). The office puts it right and sends it; nothing is published.
 */
export const yearReport: Reminder = {
  slot: '08:30',
  async remarks(minute, day) {
    if (!isReportDay(minute, day) || endOf(endOfYear(day)) <= minute.now) return []
    const offices = await officesHearing(minute)
    if (offices.length === 0) return []
    // The counties' lines are those of the city: read once for all.
    const city = await lookAt(minute, { checks: CHECKS }, CITY)
    const remarks: Remark[] = []
    for (const office of offices.filter(({ place }) => hasCommittee(city, place)))
      remarks.push(...(await reportFor(minute, day, office, linesAt(city, office.place))))
    return remarks
  },
}

const isReportDay = ({ workingDays }: Minute, day: Day): boolean =>
  workingDayFrom(workingDays, dayNamed(`${yearOf(day)}-12-01`)) === day

const endOfYear = (day: Day): Day => dayNamed(`${yearOf(day)}-12-31`)

/** A zone without a government has no committee of its own. */
const hasCommittee = ({ view }: Looked, place: string): boolean =>
  !view.places.counties.some(({ name, government }) => name === place && !government)

async function reportFor(
  minute: Minute,
  day: Day,
  { place, people }: Office,
  looked: Looked,
): Promise<Remark[]> {
  const county = place === CITY ? null : place
  const span = yearSpan(minute.today)
  const brief = await briefOf(minute, county, span)
  if (brief.digest === null) return []
  const checks = await ofKeptRecords(minute.db, CHECKS, county)
  const report = { looked, checks, numbers: numbersAndWorst(county, brief, span).split('\n') }
  const line = { head: null, text: yearReportText(report), while: null, until: endOf(endOfYear(day)) }
  return people.map((recipient) => ({
    kind: 'year_report',
    subject: `report:${place}`,
    recipient,
    period: String(yearOf(day)),
    lines: [{ ...line, about: `year:${recipient}` }],
    files: [yearReportTable(report)],
  }))
}
