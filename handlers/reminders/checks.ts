import type { Names } from '#cards/checks/looked.ts'
import { toldButtons } from '#cards/checks/told-acts.ts'
import { TOLD_WORDS } from '#cards/checks/told.ts'
import { kindsOnFile } from '#db/kinds-on-file.ts'
import { readRecordsWithin, type Kind, type Within } from '#db/records-within.ts'
import { addDays, addYears, day as dayNamed, yearOf, type Day } from '#src/domain/day.ts'
import { CITY, type Records } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Line } from '#src/policy/checks/check.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { readsOf } from '#src/policy/checks/reads.ts'
import { TOLD, type Told } from '#src/policy/checks/told.ts'
import { asOf, type View } from '#src/policy/checks/view/view.ts'
import { endOf } from '#src/policy/hours.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import { namesIn } from '../checks/names.ts'
import { hasItsDay } from './checks-due.ts'
import { hearersOf, inspectorsHearing, placesHeard } from './checks-hearers.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/** Whose records are read at once, about a city's: those of thirty cities would be 540 MB. */
const PLACES_AT_ONCE = 25
const INSPECTORS_AT_ONCE = 500

/**
 * What a check has come to, told once a step to whom it concerns (policy.md 2.2, "Tell"): looked at in the morning of each
 * working day. What goes by while the clock stands still has been overtaken by what holds when it goes on; only days of
 * the year are made up for.
 */
export const checkSteps: Reminder = {
  slot: '08:00',
  async remarks(minute, day) {
    const kept = await kindsOnFile(minute.db, new Set(TOLD.map((told) => told.of)))
    if (kept.size === 0) return []
    const everywhere = [CITY, ...minute.roster.counties]
    const bare = asOf(
      await recordsFor(minute, new Set(['teachingCalendar']), { places: everywhere }),
      minute.today,
    )
    const due = TOLD.filter(
      (told) =>
        kept.has(told.of) &&
        (isOfTheYear(told) || day === minute.today) &&
        hasItsDay(told, bare, minute.workingDays, day),
    )
    const [toOffices, toOthers] = [due.filter(isForOffices), due.filter((told) => !isForOffices(told))]
    const [toThemselves, toPeople] = [
      toOthers.filter(isForHimself),
      toOthers.filter((told) => !isForHimself(told)),
    ]
    const remarks: Remark[] = []
    for (const places of inParts(await placesHeard(minute, everywhere), PLACES_AT_ONCE))
      remarks.push(...(await remarksOn(minute, toOffices, places, { places: withZones(places, bare) })))
    for (const places of inParts(everywhere, PLACES_AT_ONCE))
      remarks.push(...(await remarksOn(minute, toPeople, places, { places })))
    for (const inspectors of inParts(await inspectorsHearing(minute), INSPECTORS_AT_ONCE))
      remarks.push(...(await remarksOn(minute, toThemselves, everywhere, { places: [], inspectors })))
    return remarks
  },
}

const isOfTheYear = ({ check: { id } }: Told): boolean => id === 'C11.1' || id === 'C5.3'

const isForOffices = ({ to }: Told): boolean =>
  to === 'office' || to === 'county_office' || to === 'chief_inspector'

/** What an inspector hears of his own card, hours and schools: theirs alone are read whose minute has come. */
const isForHimself = ({ to }: Told): boolean => to === 'person'

type Read = Pick<Within, 'places'> & Partial<Within>

const recordsFor = (minute: Minute, kinds: ReadonlySet<Kind>, read: Read): Promise<Records> =>
  readRecordsWithin(minute.db, kinds, {
    inspectors: null,
    ...read,
    since: addYears(dayNamed(`${yearOf(minute.today)}-01-01`), -1),
  })

function* inParts<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}

/** A county's ratios take in the zones that are counted in it. */
const withZones = (places: readonly string[], { places: { counties } }: View): string[] => [
  ...places,
  ...counties
    .filter(({ countedIn }) => countedIn !== null && places.includes(countedIn))
    .map(({ name }) => name),
]

/** For the places of those whose minute has come: what is told to others need not be read. */
async function remarksOn(
  minute: Minute,
  told: readonly Told[],
  places: readonly string[],
  read: Read,
): Promise<Remark[]> {
  if (told.length === 0) return []
  const records = await recordsFor(minute, readsOf(told.map(({ check }) => check)), read)
  const today = asOf(records, minute.today)
  const ahead = atTheEnd(minute, records, today)
  const hearers = hearersOf(minute, today)
  const names = await namesIn(minute, records)
  const remarks: Remark[] = []
  for (const each of told) {
    const view = each.ahead ? ahead : today
    for (const line of linesOf(view, [each.check])) {
      const step = places.includes(line.place) ? each.step(line, view) : null
      if (step === null) continue
      for (const recipient of await hearers(each.to, line))
        remarks.push(remarkOf(recipient, each, line, step, names, view.day, today.day))
    }
  }
  return remarks
}

/** What counts towards a day that falls on days off is told before them: as it will stand on the last of them (8.3). */
function atTheEnd({ workingDays }: Minute, records: Records, today: View): View {
  const last = addDays(addWorkingDays(workingDays, today.day, 1), -1)
  return last === today.day ? today : asOf(records, last)
}

function remarkOf(
  recipient: UserId,
  { check: { id }, to }: Told,
  line: Line,
  step: string,
  names: Names,
  on: Day,
  today: Day,
): Remark {
  const { head, text } = TOLD_WORDS[id]!
  const { subject, level, place } = line
  const told = {
    head,
    text: text(line, names, today),
    ...toldButtons(id, to, line),
    about: `check:${id}`,
    while: { of: 'check' as const, id: subject, place, check: id, level, on },
    until: endOf(today),
  }
  const own = to === 'person' || to === 'responsible' ? { own: true as const } : {}
  return { recipient, kind: id, subject, period: step, lines: [told], ...own }
}
