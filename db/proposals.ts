import { and, asc, eq, sql } from 'drizzle-orm'
import type { ProposalKind } from '#src/policy/states.ts'
import { once } from './once.ts'
import { within, type Span } from './span.ts'
import { proposals } from './schema/office.ts'
import type { Db } from './store.ts'

export type Proposal = typeof proposals.$inferSelect

const byId = once((db) =>
  db
    .select()
    .from(proposals)
    .where(eq(proposals.id, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

export async function proposalOf(db: Db, id: string): Promise<Proposal | null> {
  const [row] = await byId(db).all({ id })
  return row ?? null
}

/** The proposal of this kind about this subject that nobody has decided yet. */
export async function openProposal(db: Db, kind: ProposalKind, subject: string): Promise<Proposal | null> {
  const [row] = await db
    .select()
    .from(proposals)
    .where(and(eq(proposals.kind, kind), eq(proposals.subject, subject), sql`${proposals.state} = 'asked'`))
    .limit(1)
  return row ?? null
}

const askedBetween = once((db) =>
  db
    .select()
    .from(proposals)
    .where(and(sql`${proposals.state} = 'asked'`, within(proposals.since)))
    .orderBy(asc(proposals.since))
    .prepare(),
)

/** Proposals that have waited for the office since then. */
export const askedProposals = async (db: Db, span: Span): Promise<Proposal[]> => askedBetween(db).all(span)
