import type { Names } from '#cards/checks/looked.ts'
import { toldButtons } from '#cards/checks/told-acts.ts'
import { TOLD_WORDS } from '#cards/checks/told.ts'
import { kindsOnFile } from '#db/kinds-on-file.ts'
import { readRecordsWithin, type Kind, type Within } from '#db/records-within.ts'
import type { Db } from '#db/store.ts'
import { addDays, addYears, day as dayNamed, yearOf, type Day } from '#src/domain/day.ts'
import { CITY, type Records } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import { plaqueCoverage } from '#src/policy/checks/c5.1-plaque-coverage.ts'
import type { Check, Line } from '#src/policy/checks/check.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { readsOf } from '#src/policy/checks/reads.ts'
import { TOLD, type Told } from '#src/policy/checks/told.ts'
import { asOf, type View } from '#src/policy/checks/view/view.ts'
import { endOf } from '#src/policy/hours.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import { namesIn } from '../checks/names.ts'
import { hasItsDay } from './checks-due.ts'
import { hearersOf, inspectorsHearing, placesHeard } from './checks-hearers.ts'
import { inParts, PLACES_AT_ONCE } from './parts.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

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
  const records = await recordsFor(minute, kindsFor(told), read)
  const today = asOf(records, minute.today)
  const ahead = atTheEnd(minute, records, today)
  const hearers = hearersOf(minute, today)
  const isKept = keptAt(minute.db)
  const names = await namesIn(minute, records)
  const remarks: Remark[] = []
  for (const each of told)
    for (const { line, view } of each.ahead
      ? linesAhead(each.check, today, ahead)
      : linesNow(each.check, today)) {
      const step = places.includes(line.place) ? each.step(line, view) : null
      if (step === null || !(await isKept(each.of, line.place))) continue
      for (const recipient of await hearers(each.to, line))
        remarks.push(remarkOf(recipient, each, line, step, names, view.day, today.day))
    }
  return remarks
}

/** Whether an office has begun to keep a kind of records of its place here; each is asked for once. */
function keptAt(db: Db): (kind: Kind, place: string) => Promise<boolean> {
  const known = new Map<string, Promise<ReadonlySet<Kind>>>()
  return async (kind, place) => {
    const key = `${kind} ${place}`
    const found = known.get(key) ?? kindsOnFile(db, new Set([kind]), place)
    known.set(key, found)
    return (await found).has(kind)
  }
}

/** What the checks read, and where a school's inspectors hear of it who they are. */
const kindsFor = (told: readonly Told[]): ReadonlySet<Kind> =>
  readsOf(told.flatMap(({ check, to }) => (to === 'responsible' ? [check, plaqueCoverage] : check)))

/** A line, and the view of the day that it holds on. */
type Seen = { line: Line; view: View }

const linesNow = (check: Check, today: View): Seen[] =>
  linesOf(today, [check]).map((line) => ({ line, view: today }))

/** What has not come to its end by the last day off is told as it will stand then; what is over is over on its own day. */
function linesAhead(check: Check, today: View, ahead: View): Seen[] {
  const soon = new Map(linesOf(ahead, [check]).map((line) => [line.subject, line]))
  return linesNow(check, today).map((seen) => {
    const line = soon.get(seen.line.subject)
    return line?.level === 'notice' ? { line, view: ahead } : seen
  })
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
