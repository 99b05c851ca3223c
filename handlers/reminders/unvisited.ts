import { visitButton } from '#cards/checks/told-acts.ts'
import type { ReminderLine } from '#cards/reminder.ts'
import { assignedSchools } from '#db/people.ts'
import { settingsOnFile } from '#db/records.ts'
import { visitDays } from '#db/visits.ts'
import { addDays, at, firstOfMonth, lastOfMonth, monthOf, type Day, type Instant } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { settingsInForce } from '#src/policy/checks/view/settings-in-force.ts'
import { endOf } from '#src/policy/hours.ts'
import { workingDayFrom } from '#src/policy/working-days.ts'
import { visitsAsked, type Asked } from '../queries/school-year.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/**
 * The 20th, and again the 25th, of a teaching month by the school calendar of the place (policy.md 6, 8.4, C5.3b), or the
 * days that the place has settled instead: inspectors with schools that nobody has been to.
 */
export const unvisited20: Reminder = {
  slot: '08:00',
  remarks: (minute, day) => unvisited(minute, day, 20),
}
export const unvisited25: Reminder = {
  slot: '08:00',
  remarks: (minute, day) => unvisited(minute, day, 25),
}

type Step = 20 | 25

/** What a place asks on its day; nothing is due of any other. */
type Due = Asked & { until: Instant }

async function unvisited(minute: Minute, day: Day, step: Step): Promise<Remark[]> {
  const places = await placesDue(minute, day, step)
  if (places.size === 0) return []
  const assigned = (await assignedSchools(minute.db, minute.today)).filter(({ inspector }) =>
    minute.hears(inspector),
  )
  const asked = await asksOf(minute, day, places, assigned)
  const missing = await stillMissing(minute, asked, assigned)
  return [...Map.groupBy(missing, ({ inspector }) => inspector)].map(([recipient, all]) => ({
    recipient,
    kind: `unvisited_${step}`,
    subject: 'month',
    period: day.slice(0, 7),
    lines: all.map(({ school }) => lineFor(minute, school, asked.get(placeOf(minute, school))!)),
    own: true as const,
  }))
}

const placeOf = ({ roster }: Minute, school: SchoolCode): string => roster.school(school).county ?? CITY

/** The places whose day it is, with when what is said today is overtaken: by the second reminder, by the month's end. */
async function placesDue(minute: Minute, day: Day, step: Step): Promise<Map<string, Instant>> {
  const settings = settingsInForce(await settingsOnFile(minute.db))
  const dayOf = (key: 'monthly_notice' | 'monthly_warning', place: string) =>
    dayIn(minute, firstOfMonth(day), settings(key, place, day))
  const found = new Map<string, Instant>()
  for (const place of [CITY, ...minute.roster.counties]) {
    if (dayOf(step === 20 ? 'monthly_notice' : 'monthly_warning', place) !== day) continue
    found.set(place, step === 20 ? at(dayOf('monthly_warning', place), 8) : endOf(lastOfMonth(day)))
  }
  return found
}

/** Moved on to a working day, it may leave its month and is not told then. */
const dayIn = ({ workingDays }: Minute, first: Day, date: number): Day =>
  workingDayFrom(workingDays, addDays(first, date - 1))

type Assigned = Awaited<ReturnType<typeof assignedSchools>>

/** What the places with a hearer ask in this month; those where it is no teaching month ask nothing. */
async function asksOf(
  minute: Minute,
  day: Day,
  places: ReadonlyMap<string, Instant>,
  assigned: Assigned,
): Promise<Map<string, Due>> {
  const asked = new Map<string, Due>()
  for (const place of new Set(assigned.map(({ school }) => placeOf(minute, school)))) {
    const until = places.get(place)
    if (until === undefined) continue
    const asks = await visitsAsked({ ...minute, today: day }, place === CITY ? null : place, 'month')
    if (asks.teaching) asked.set(place, { ...asks, until })
  }
  return asked
}

async function stillMissing(minute: Minute, asked: ReadonlyMap<string, Due>, assigned: Assigned) {
  const schools = [...new Set(assigned.map(({ school }) => school))]
  const month = [...asked.values()][0]?.period
  if (!month) return []
  const visited = await visitDays(minute.db, schools, month.from, month.to)
  return assigned.filter(({ school }) => {
    const due = asked.get(placeOf(minute, school))
    const wanted = due?.wantedOf(minute.roster.school(school)) ?? 0
    return new Set(visited.get(school)).size < wanted
  })
}

function lineFor({ roster }: Minute, school: SchoolCode, due: Due): ReminderLine {
  const { period, required, isLoaded, until } = due
  const what = required === 1 ? '还没去的学校' : `还没去够 ${required} 次的学校`
  // Without a school calendar the default months of teaching hold, which is said (8.4).
  return {
    head: `${monthOf(period.from)}月${what}${isLoaded ? '' : '（校历未载入，按教学月计）'}`,
    text: roster.school(school).name,
    buttons: [visitButton(school)],
    about: `school:${school}`,
    while: { of: 'school', id: school, unvisited: { from: period.from, to: period.to }, required },
    until,
  }
}
