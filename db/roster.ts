import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { INSPECTOR_ROLES } from '#src/domain/person.ts'
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

/** The inspectors in post, by whose names people call them. */
export async function inspectorsOnFile(db: Db): Promise<PersonRow[]> {
  const rows = await db
    .select()
    .from(people)
    .where(
      and(
        eq(people.withdrawn, false),
        isNull(people.leftOn),
        or(inArray(people.role, [...INSPECTOR_ROLES]), ne(people.alsoRoles, [])),
      ),
    )
  return rows.filter((row) => [row.role, ...row.alsoRoles].some((role) => INSPECTOR_ROLES.includes(role)))
}

/** What is kept in memory: each part grows with every change of it, and who keeps it reads it again. */
export type Versions = { roster: number; lexicon: number }

const versions = once((db) =>
  db
    .select()
    .from(meta)
    .where(inArray(meta.key, ['roster_version', 'lexicon_version']))
    .prepare(),
)

export async function versionsOf(db: Db): Promise<Versions> {
  const found = new Map((await versions(db).all()).map(({ key, value }) => [key, Number(value)]))
  return { roster: found.get('roster_version') ?? 0, lexicon: found.get('lexicon_version') ?? 0 }
}

export const newVersion = (of: keyof Versions, version: number): Write =>
  upsert(meta, { key: `${of}_version`, value: String(version) })
