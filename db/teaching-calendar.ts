import { and, eq, or, sql } from 'drizzle-orm'
import { CITY, type TeachingCalendar } from '#src/domain/records.ts'
import type { TeachingPeriod } from '#src/policy/school-calendar.ts'
import { once } from './once.ts'
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

const heldBy = once((db) =>
  db
    .select()
    .from(teachingCalendar)
    .where(
      and(
        or(eq(teachingCalendar.place, sql.placeholder('place')), eq(teachingCalendar.place, CITY)),
        eq(teachingCalendar.withdrawn, false),
      ),
    )
    .prepare(),
)

/** The school calendars that hold in a place: its own, and the city's where it has none. */
export const calendarsOf = (db: Db, place: string): Promise<TeachingCalendar[]> =>
  Promise.resolve(heldBy(db).all({ place }))
