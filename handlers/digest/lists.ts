import { groupName, listText, namesText, undeliveredText, type Undelivered } from '#cards/digest.ts'
import { overdueText } from '#cards/queries.ts'
import { overdueCases } from '#db/cases.ts'
import { failedSince } from '#db/outbox.ts'
import { schoolsWithInspector } from '#db/people.ts'
import { addDays, at, dayOf, dayText, instant, mondayOf, plusMs } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { plaqueCoverage } from '#src/policy/checks/c5.1-plaque-coverage.ts'
import type { Ledger } from '#src/policy/five-numbers.ts'
import { lookAt } from '../checks/look.ts'
import { caseLine } from '../queries/overdue.ts'
import { whatWaits } from '../reminders/approvals.ts'
import type { Reading } from './brief.ts'

const LISTED = 20

/** What an office has to see to in its county, or the city's in the whole city; only what there is (policy.md 6). */
export async function officeLists(on: Reading, county: string | null, ledger: Ledger): Promise<string[]> {
  const lists = [
    await overdue(on, county),
    await approvals(on, county),
    await withoutInspector(on, county, ledger.schools),
    schoolsText(
      on,
      county,
      '本学期还没有督导的学校',
      ledger.schools.filter((code) => !ledger.firstVisits.has(code)),
    ),
    await undelivered(on, county),
  ]
  return lists.filter((each) => each !== null)
}

async function overdue(on: Reading, county: string | null): Promise<string | null> {
  const sight = county === null ? ({ kind: 'city' } as const) : ({ kind: 'county', county } as const)
  const found = await overdueCases(on.db, sight, on.today, LISTED)
  if (found.length === 0) return null
  const shown = found.slice(0, LISTED).map((each) => caseLine(on, each))
  return overdueText(shown, found.length > LISTED ? null : found.length, on.today)
}

/** Each office decides for itself: the city's reads of what waits for the city. */
async function approvals(on: Reading, county: string | null): Promise<string | null> {
  const waiting = await whatWaits(on, { from: instant(0), to: plusMs(on.now, 1) })
  const own = waiting.filter((each) => each.county === county && !each.notice)
  return listText(
    '待督导办审批',
    '件',
    own.map(({ text, since }) => `${text}，${dayText(dayOf(since), on.today)}报`),
  )
}

/** Nobody in post is assigned, or his term as an inspector has ended (C5.1). */
async function withoutInspector(
  on: Reading,
  county: string | null,
  schools: readonly SchoolCode[],
): Promise<string | null> {
  const served = await schoolsWithInspector(on.db, schools, on.today)
  const { lines } = await lookAt(on, { checks: [plaqueCoverage] }, county ?? CITY)
  const found = new Set(lines.filter(({ level }) => level === 'breach').map(({ subject }) => subject))
  const missing = schools.filter((code) => !served.has(code) || found.has(code))
  return schoolsText(on, county, '没有责任督学的学校', missing)
}

/** A county reads its schools by name, the city how many there are in each county. */
function schoolsText(
  on: Reading,
  county: string | null,
  heading: string,
  codes: readonly SchoolCode[],
): string | null {
  const schools = codes.map((code) => on.roster.school(code))
  const names = schools.map((each) => each.name)
  if (county !== null) return namesText(heading, '所', names)
  const byCounty = Map.groupBy(schools, (each) => each.county ?? '市直')
  const lines = [...byCounty].map(([name, among]) => `${name} ${among.length} 所`)
  return lines.length === 0 ? null : `${heading} ${schools.length} 所：${lines.join('、')}`
}

/** What reached nobody since last week's Monday, by the recipient's county; the city office reads of everybody. */
export async function undelivered(on: Reading, county: string | null): Promise<string | null> {
  const since = at(addDays(mondayOf(on.today), -7))
  const lost = (await failedSince(on.db, since)).filter((each) => county === null || each.county === county)
  return undeliveredText(
    lost.map((each): Undelivered => ({
      to: each.name ?? groupName(each.recipient) ?? each.recipient,
      on: dayOf(each.createdAt),
      message: each.message,
      why: each.why ?? '',
    })),
    on.today,
  )
}
