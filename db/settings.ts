import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Day } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import type { SettingName } from '#src/policy/settings.ts'
import { once } from './once.ts'
import { settings } from './schema/roster.ts'
import type { Db } from './store.ts'

export type Setting = typeof settings.$inferSelect

/** The place under which the whole city's value stands. */
export const WHOLE_CITY = ''

const inForce = once((db) =>
  db
    .select()
    .from(settings)
    .where(
      and(
        eq(settings.name, sql.placeholder('name')),
        eq(settings.place, sql.placeholder('place')),
        lte(settings.fromOn, sql.placeholder('on')),
      ),
    )
    .orderBy(desc(settings.fromOn))
    .limit(1)
    .prepare(),
)

/** What an office has settled for a place (null: the city level) on a day: its own word, else the whole city's, else null. */
export async function settingOf(
  db: Db,
  name: SettingName,
  county: string | null,
  on: Day,
): Promise<Setting['value'] | null> {
  for (const place of [county ?? CITY, WHOLE_CITY]) {
    const [row] = await inForce(db).all({ name, place, on })
    if (row) return row.value
  }
  return null
}

export const allSettings = async (db: Db): Promise<Setting[]> => db.select().from(settings)
