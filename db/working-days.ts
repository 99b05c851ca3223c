import { eq } from 'drizzle-orm'
import { yearOf, type Day } from '#src/domain/day.ts'
import { arrangedDays, statutoryDaysOff } from '#src/policy/statutory-days.ts'
import type { WorkingDays } from '#src/policy/working-days.ts'
import { workingDays } from './schema/roster.ts'
import { insertNew, type Db, type Store } from './store.ts'

/** The built-in table begins here. */
const FIRST_YEAR = 2020

/** Brings the State Council's arrangements that this release knows into the database; what is on file stays. */
export async function fillWorkingDays(store: Store, until: number): Promise<void> {
  // Days that came with a file say nothing of whether the rest of their year is there.
  const rows = await store.db.select({ date: workingDays.date, filed: workingDays.filed }).from(workingDays)
  const onFile = new Set(rows.flatMap(({ date, filed }) => (filed ? [] : [yearOf(date)])))
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

/** The days that came with files: what an office has said of the calendar. */
export const filedHolidays = async (db: Db): Promise<(typeof workingDays.$inferSelect)[]> =>
  db.select().from(workingDays).where(eq(workingDays.filed, true))
