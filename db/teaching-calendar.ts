import { eq } from 'drizzle-orm'
import type { TeachingPeriod } from '#src/policy/school-calendar.ts'
import { teachingCalendar } from './schema/calendar.ts'
import type { Db } from './store.ts'

/** The teaching periods of each place that has a school calendar (校历), the earliest first; the city's under `CITY`. */
export async function teachingPeriods(db: Db): Promise<Map<string, TeachingPeriod[]>> {
  const rows = await db.select().from(teachingCalendar).where(eq(teachingCalendar.withdrawn, false))
  const inOrder = rows.toSorted((a, b) => (a.teachingFrom < b.teachingFrom ? -1 : 1))
  const periods = Map.groupBy(inOrder, ({ place }) => place)
  return new Map(
    [...periods].map(([place, of]) => [
      place,
      of.map(({ teachingFrom, teachingTo }) => ({ from: teachingFrom, to: teachingTo })),
    ]),
  )
}
