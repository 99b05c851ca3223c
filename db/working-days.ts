import { yearOf, type Day } from '#src/domain/day.ts'
import { arrangedDays, statutoryDaysOff } from '#src/policy/statutory-days.ts'
import type { WorkingDays } from '#src/policy/working-days.ts'
import { workingDays } from './schema/roster.ts'
import { insertNew, type Db, type Store } from './store.ts'

/** The built-in table begins here. */
const FIRST_YEAR = 2020

/** Brings the State Council's arrangements that this release knows into the database; what is on file stays. */
export async function fillWorkingDays(store: Store, until: number): Promise<void> {
  const onFile = new Set(
    (await store.db.select({ date: workingDays.date }).from(workingDays)).map((row) => yearOf(row.date)),
  )
  for (let year = FIRST_YEAR; year <= until; year++) {
    if (onFile.has(year)) continue
    await store.commit(arrangedDays(year).map((row) => insertNew(workingDays, row)))
  }
}

/** The arrangement on file; in a year without one, statutory days off and weekends are off (architecture: time). */
export async function loadedWorkingDays(db: Db): Promise<WorkingDays> {
  const rows = await db.select().from(workingDays)
  const exceptions = new Map<Day, 'off' | 'work'>(rows.map((row) => [row.date, row.dayType]))
  const years = new Set(rows.map((row) => yearOf(row.date)))
  const computed = new Map<number, Set<Day>>()
  const isStatutory = (on: Day): boolean => {
    const year = yearOf(on)
    const days = computed.get(year) ?? new Set(statutoryDaysOff(year))
    computed.set(year, days)
    return days.has(on)
  }
  return {
    exception: (on) => exceptions.get(on) ?? (!years.has(yearOf(on)) && isStatutory(on) ? 'off' : undefined),
    known: (year) => years.has(year),
  }
}
