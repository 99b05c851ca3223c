import { and, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { CITY, type Records } from '#src/domain/records.ts'
import { RECORD_TABLES, type RecordKind } from './filing.ts'
import { schools } from './schema/roster.ts'
import type { Db } from './store.ts'

type Kind = keyof Records

const camel = (kind: string): string => kind.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const TABLES = new Map(Object.entries(RECORD_TABLES).map(([kind, table]) => [camel(kind), table]))

/**
 * Which of these kinds of records an office has begun to keep: any office, or where a place is named (`CITY`: its own level)
 * the one of that place. One row is asked for, nothing is counted.
 */
export async function kindsOnFile(
  db: Db,
  kinds: ReadonlySet<Kind>,
  place: string | null = null,
): Promise<ReadonlySet<Kind>> {
  const found = new Set<Kind>()
  for (const kind of kinds) if (await isOnFile(db, kind, place)) found.add(kind)
  return found
}

async function isOnFile(db: Db, kind: Kind, place: string | null): Promise<boolean> {
  const table = TABLES.get(kind)
  if (!table) return false
  const isThere = place === null ? undefined : belongsTo(db, table, place)
  return (
    (
      await db
        .select()
        .from(table as SQLiteTable)
        .where(isThere)
        .limit(1)
    ).length > 0
  )
}

/** Of the place, of an inspector appointed there or of one of its schools; tasks are the city committee's. */
function belongsTo(db: Db, table: (typeof RECORD_TABLES)[RecordKind], place: string): SQL | undefined {
  if (table === RECORD_TABLES.supervisions) return isSupervisedBy(place)
  if ('place' in table) return eq(table.place as SQLiteColumn, place)
  if ('userid' in table) {
    const { userid, place: of } = RECORD_TABLES.inspectors
    return inArray(table.userid, db.select({ userid }).from(RECORD_TABLES.inspectors).where(eq(of, place)))
  }
  if ('school' in table) {
    const { code, county } = schools
    const isThere = place === CITY ? isNull(county) : eq(county, place)
    return inArray(table.school, db.select({ code }).from(schools).where(isThere))
  }
  return place === CITY ? undefined : sql`false`
}

/** What the city evaluates in a county is kept for the county (C4.1). */
function isSupervisedBy(place: string): SQL | undefined {
  const { place: by, targets } = RECORD_TABLES.supervisions
  const isTarget = sql`exists (select 1 from json_each(${targets}) where value = ${place})`
  return or(eq(by, place), and(eq(by, CITY), isTarget))
}
