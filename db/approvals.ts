import { and, lte, sql } from 'drizzle-orm'
import type { Instant } from '#src/domain/day.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { once } from './once.ts'
import { cases, notices, proposals, requests } from './schema/loop.ts'
import type { Db } from './store.ts'

/** What waits for an office's 同意, and since when. `county` null: for the city's, or as its school says. */
export type Approval = {
  kind: 'notice' | 'extension' | 'objection' | 'close' | 'letter' | 'proposal'
  school: SchoolCode | null
  county: string | null
  since: Instant
}

const until = sql.placeholder('until')

// The conditions are those of the partial indexes, spelt out: SQLite takes one only where the query repeats it.
const pendingNotices = once((db) =>
  db
    .select({ school: notices.school, county: notices.county, since: notices.since })
    .from(notices)
    .where(and(sql`${notices.state} = 'pending_approval'`, lte(notices.since, until)))
    .prepare(),
)
const askedRequests = once((db) =>
  db
    .select({ kind: requests.kind, school: requests.school, since: requests.since })
    .from(requests)
    .where(
      and(sql`${requests.state} = 'asked'`, sql`${requests.decider} = 'office'`, lte(requests.since, until)),
    )
    .prepare(),
)
const awaitedCases = once((db) =>
  db
    .select({ state: cases.state, school: cases.school, county: cases.county, since: cases.since })
    .from(cases)
    .where(
      and(
        sql`(${cases.state} = 'reinspecting' or (${cases.state} = 'recorded' and ${cases.severity} = 'complex'))`,
        lte(cases.since, until),
      ),
    )
    .prepare(),
)
const askedProposals = once((db) =>
  db
    .select({ school: proposals.school, county: proposals.county, since: proposals.since })
    .from(proposals)
    .where(and(sql`${proposals.state} = 'asked'`, lte(proposals.since, until)))
    .prepare(),
)

/** Everything in the city that has waited for an office since that moment or longer, the longest first. */
export async function approvalsWaiting(db: Db, until: Instant): Promise<Approval[]> {
  const [noticeRows, requestRows, caseRows, proposalRows] = await Promise.all([
    pendingNotices(db).all({ until }),
    askedRequests(db).all({ until }),
    awaitedCases(db).all({ until }),
    askedProposals(db).all({ until }),
  ])
  const waiting: Approval[] = [
    ...noticeRows.map((row) => ({ ...row, kind: 'notice' as const })),
    ...requestRows.map((row) => ({ ...row, county: null })),
    ...caseRows.map(({ state, ...row }) => ({
      ...row,
      kind: state === 'reinspecting' ? ('close' as const) : ('letter' as const),
    })),
    ...proposalRows.map((row) => ({ ...row, kind: 'proposal' as const })),
  ]
  return waiting.toSorted((a, b) => a.since - b.since)
}
