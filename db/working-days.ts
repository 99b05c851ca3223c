import { yearOf, type Day } from '#src/domain/day.ts'
import type { WorkingDays } from '#src/policy/working-days.ts'
import { workingDays } from './schema/roster.ts'
import type { Db } from './store.ts'

/** The arrangement as it is on file; a year without a row is not known. */
export async function loadedWorkingDays(db: Db): Promise<WorkingDays> {
  const rows = await db.select().from(workingDays)
  const exceptions = new Map<Day, 'off' | 'work'>(rows.map((row) => [row.date, row.dayType]))
  const years = new Set(rows.map((row) => yearOf(row.date)))
  return { exception: (on) => exceptions.get(on), known: (year) => years.has(year) }
}
