import { and, gte, lte, or, sql } from 'drizzle-orm'
import type { Day } from '#src/domain/day.ts'
import { once } from './once.ts'
import { cases } from './schema/loop.ts'
import type { Db } from './store.ts'

const sameCounty = sql`${cases.county} is ${sql.placeholder('county')}`
// Spelt out, not bound: SQLite takes a partial index only where the query repeats its condition.
const isOpen = sql`${cases.state} not in ('advised', 'closed', 'withdrawn')`
const isClosed = sql`${cases.state} = 'closed'`
const [from, to] = [sql.placeholder('from'), sql.placeholder('to')]

const listed = {
  id: cases.id,
  school: cases.school,
  county: cases.county,
  inspector: cases.inspector,
  state: cases.state,
  severity: cases.severity,
  matter: cases.matter,
  description: cases.description,
  foundOn: cases.foundOn,
  dueOn: cases.dueOn,
  clockStoppedOn: cases.clockStoppedOn,
  reportOn: cases.reportOn,
  closedOn: cases.closedOn,
}

/** A case as lists and counts take it: without what was written about its rounds. */
export type ListedCase = Pick<typeof cases.$inferSelect, keyof typeof listed>

const inCounty = once((db) =>
  db
    .select(listed)
    .from(cases)
    // The county stands in each part, so that SQLite searches an index for each.
    .where(
      or(
        and(sameCounty, isOpen),
        and(sameCounty, gte(cases.foundOn, from), lte(cases.foundOn, to)),
        and(sameCounty, isClosed, gte(cases.closedOn, from), lte(cases.closedOn, to)),
      ),
    )
    .prepare(),
)

/** The cases of a county (null: run by the city) that are open, or were found or closed within these days. */
export const casesOfCounty = async (
  db: Db,
  county: string | null,
  span: { from: Day; to: Day },
): Promise<ListedCase[]> => inCounty(db).all({ county, ...span })

const routed = once((db) =>
  db
    .select(listed)
    .from(cases)
    // `answer_by` lets SQLite search the index of what sections have in hand.
    .where(
      and(
        sql`${cases.state} = 'referred' and ${cases.answerBy} > ''`,
        sameCounty,
        sql`${cases.section} = ${sql.placeholder('section')}`,
      ),
    )
    .prepare(),
)

/** What went to a bureau section and waits for its answer. */
export const casesWithSection = async (
  db: Db,
  county: string | null,
  section: string,
): Promise<ListedCase[]> => routed(db).all({ county, section })
