import { eq } from 'drizzle-orm'
import { once } from './once.ts'
import { assignments, meta, people, places, schools } from './schema/roster.ts'
import { upsert, type Db, type Write } from './store.ts'

export type PlaceRow = typeof places.$inferSelect
export type SchoolRow = typeof schools.$inferSelect
export type PersonRow = typeof people.$inferSelect
export type AssignmentRow = typeof assignments.$inferSelect

export const allPlaces = async (db: Db): Promise<PlaceRow[]> => db.select().from(places)
export const allSchools = async (db: Db): Promise<SchoolRow[]> => db.select().from(schools)
export const allPeople = async (db: Db): Promise<PersonRow[]> => db.select().from(people)
export const allAssignments = async (db: Db): Promise<AssignmentRow[]> => db.select().from(assignments)

const version = once((db) =>
  db.select({ value: meta.value }).from(meta).where(eq(meta.key, 'roster_version')).limit(1).prepare(),
)

/** Grows with every import that changed something: who keeps the roster in memory reads it again. */
export async function rosterVersion(db: Db): Promise<number> {
  const [row] = await version(db).all()
  return Number(row?.value ?? 0)
}

export const newRosterVersion = (version: number): Write =>
  upsert(meta, { key: 'roster_version', value: String(version) })
