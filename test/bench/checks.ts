import { drizzle } from 'drizzle-orm/better-sqlite3'
import { openNode, type NodeStore } from '#db/node.ts'
import { readRecords } from '#db/records.ts'
import { inspectors, principalTerms, training } from '#db/schema/staffing.ts'
import { studentNumbers } from '#db/schema/calendar.ts'
import { supervisions } from '#db/schema/supervision.ts'
import { allSchools, type SchoolRow } from '#db/roster.ts'
import { addDays, dayOf, instantOf, yearOf, type Day } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import { heldBytes } from './figures.ts'
import { fillCity, type City, type Inspector } from './city.ts'

const NOW = instantOf('2026-11-23T10:00:00+08:00')
const INSPECTORS = 320
/** 40,000 of all in a year. */
const VISITS_EACH = 125
const ROUNDS = 5

const filed = (id: string) => ({ id, seq: 1 })

const cardOf = ({ userid, schools: [school] }: Inspector, n: number, today: Day) => ({
  ...filed(`card-${userid}`),
  userid,
  place: school?.county ?? CITY,
  kind: n % 4 === 0 ? ('full_time' as const) : ('part_time' as const),
  appointedOn: addDays(today, -900),
  termStart: addDays(today, -900),
  termEnd: addDays(today, 190 + n),
  termNo: 1,
  retired: n % 5 === 0,
  recusals: ['none'],
})

const courseOf = ({ userid }: Inspector, i: number, today: Day) => ({
  ...filed(`training-${userid}-${i}`),
  userid,
  title: `督学培训第${i + 1}期`,
  form: 'concentrated' as const,
  organizerLevel: 'city' as const,
  startOn: addDays(today, -40 * (i + 1)),
  endOn: addDays(today, -40 * (i + 1) + 2),
  hours: 12,
  verified: true,
  verifiedOn: addDays(today, -20),
  notDuplicate: true,
})

const termOf = ({ code }: SchoolRow, n: number, today: Day) => ({
  ...filed(`term-${code}`),
  school: code,
  person: `principal_${code}`,
  startOn: addDays(today, -400 - (n % 700)),
  endOn: addDays(today, 700 - (n % 800)),
})

const supervisionOf = ({ code, county }: SchoolRow, n: number, today: Day) => ({
  ...filed(`supervision-${code}`),
  no: `综督-${n}`,
  place: county ?? CITY,
  targetType: 'school' as const,
  supervisionKind: 'comprehensive' as const,
  targets: [code],
  year: yearOf(today) - (n % 5),
  startedOn: addDays(today, -(n % 1_800) - 20),
  reportOn: addDays(today, -(n % 1_800) - 5),
})

const studentsOf = (place: string, stage: 'primary' | 'junior', today: Day) => ({
  ...filed(`students-${place}-${stage}`),
  place,
  stage,
  asOf: addDays(today, -80),
  count: 30_000,
})

/** The records of a whole city: cards, trainings, terms and supervisions beside a year of visits. */
export async function fileRecords(
  { client }: NodeStore,
  { inspectors: people }: City,
  today: Day,
): Promise<void> {
  const db = drizzle(client)
  const schools = await allSchools(db)
  const counties = [...new Set(schools.flatMap(({ county }) => county ?? []))]
  for (const county of counties)
    for (const stage of ['primary', 'junior'] as const)
      await db.insert(studentNumbers).values(studentsOf(county, stage, today))
  for (const [n, each] of people.entries()) {
    await db.insert(inspectors).values(cardOf(each, n, today))
    await db.insert(training).values([0, 1, 2].map((i) => courseOf(each, i, today)))
  }
  for (const [n, each] of schools.entries()) {
    await db.insert(principalTerms).values(termOf(each, n, today))
    await db.insert(supervisions).values(supervisionOf(each, n, today))
  }
}

/** Milliseconds of CPU, the least of some rounds. */
async function cpuOf<T>(doing: () => T | Promise<T>): Promise<{ ms: number; last: T }> {
  let [ms, last] = [Infinity, undefined as T]
  for (let round = 0; round < ROUNDS; round++) {
    const begun = process.cpuUsage()
    last = await doing()
    const { user, system } = process.cpuUsage(begun)
    ms = Math.min(ms, (user + system) / 1000)
  }
  return { ms, last }
}

/** What all checks of one city cost: 20 counties, 3,300 schools, 320 inspectors, a year of 40,000 visits. */
export async function checkLines(): Promise<string[]> {
  const store = await openNode(':memory:', { kind: 'sample' })
  const today = dayOf(NOW)
  await fileRecords(store, await fillCity(store, INSPECTORS, NOW, VISITS_EACH), today)
  const before = heldBytes()
  const { ms: read, last: records } = await cpuOf(() => readRecords(store.db))
  const held = (heldBytes() - before) / 2 ** 20
  const { ms: checked, last: lines } = await cpuOf(() => linesOf(asOf(records, today)))
  await store.close()
  const { schools, visits } = records
  return [
    `all checks of a city of ${schools.length} schools with ${visits.length} visits: records read in ${read.toFixed(0)} ms of CPU, ${held.toFixed(0)} MB; ${lines.length} lines in ${checked.toFixed(0)} ms`,
  ]
}

if (import.meta.main) console.log((await checkLines()).join('\n'))
