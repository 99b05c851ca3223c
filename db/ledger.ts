import { and, gte, or, sql, type SQL } from 'drizzle-orm'
import { dayOf, type Day, type Instant } from '#src/domain/day.ts'
import type { LedgerCase } from '#src/policy/five-numbers.ts'
import type { CaseState } from '#src/policy/states.ts'
import { once } from './once.ts'
import { cases } from './schema/loop.ts'
import type { Db } from './store.ts'

const sameCounty = sql`${cases.county} is ${sql.placeholder('county')}`
// Spelt out, not bound: SQLite takes a partial index only where the query repeats its condition.
const isOpen = sql`${cases.state} not in ('advised', 'closed', 'withdrawn')`
const isClosed = sql`${cases.state} = 'closed'`
const since = sql.placeholder('since')

/** What the history of a case had last said of a column at that moment; null where it had said nothing. */
const stood = <T>(column: string): SQL<T | null> => {
  const said = sql.raw(`json_extract(e.after, '$.${column}')`)
  return sql`(select ${said} from events e where e.aggregate = ${cases.id} and e.at <= ${sql.placeholder('then')}
    and json_type(e.after, ${sql.raw(`'$.${column}'`)}) is not null order by e.seq desc limit 1)`
}

const ledger = once((db) =>
  db
    .select({
      school: cases.school,
      state: cases.state,
      severity: cases.severity,
      foundOn: cases.foundOn,
      dueOn: cases.dueOn,
      clockStoppedOn: cases.clockStoppedOn,
      closedOn: cases.closedOn,
      reportedAt: sql<Instant | null>`(select max(e.at) from events e where e.aggregate = ${cases.id} and e.kind = 'case.report')`,
      stateThen: stood<CaseState>('state'),
      dueThen: stood<Day>('dueOn'),
      stoppedThen: stood<Day>('clockStoppedOn'),
    })
    .from(cases)
    // The county stands in each part, so that SQLite searches an index for each.
    .where(
      or(
        and(sameCounty, isOpen),
        and(sameCounty, gte(cases.foundOn, since)),
        and(sameCounty, isClosed, gte(cases.closedOn, since)),
      ),
    )
    .prepare(),
)

/**
 * The cases of a county (null: run by the city) that are open, or were found or closed since that day, each as it stands
 * and as it stood `then`.
 */
export async function ledgerCases(
  db: Db,
  county: string | null,
  since: Day,
  then: Instant,
): Promise<LedgerCase[]> {
  const rows = await ledger(db).all({ county, since, then })
  return rows.map(({ reportedAt, stateThen, dueThen, stoppedThen, ...row }) => ({
    ...row,
    reportedOn: reportedAt === null ? null : dayOf(reportedAt),
    then: stateThen === null ? null : { state: stateThen, dueOn: dueThen, clockStoppedOn: stoppedThen },
  }))
}
