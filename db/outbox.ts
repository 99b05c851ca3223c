import { and, eq, gte, sql } from 'drizzle-orm'
import type { ReminderLine } from '#cards/reminder.ts'
import type { Instant } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { once } from './once.ts'
import { outbox } from './schema/machine.ts'
import { people } from './schema/roster.ts'
import type { Db } from './store.ts'

export type OutboxRow = typeof outbox.$inferSelect

const isWaiting = sql`${outbox.state} = 'waiting'`

const waitingFor = once((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.recipient, sql.placeholder('recipient')),
        isWaiting,
        // What waits for its own moment has not come yet.
        sql`${outbox.subject} <> 'held:' || ${outbox.recipient}`,
      ),
    )
    .limit(1)
    .prepare(),
)

/** Whether anything of this person still waits: then nothing may overtake it inline. */
export async function hasWaiting(db: Db, recipient: UserId): Promise<boolean> {
  return (await waitingFor(db).all({ recipient })).length > 0
}

const waitingAboutIt = once((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.recipient, sql.placeholder('recipient')),
        eq(outbox.subject, sql.placeholder('subject')),
        isWaiting,
      ),
    )
    .prepare(),
)

/** What waits for this person about one subject. */
export const waitingAbout = async (db: Db, recipient: UserId, subject: string) =>
  waitingAboutIt(db).all({ recipient, subject })

const openBySubject = once((db) =>
  db
    .select({ token: outbox.token, recipient: outbox.recipient })
    .from(outbox)
    .where(
      and(
        eq(outbox.subject, sql.placeholder('subject')),
        sql`${outbox.kind} in ('card', 'reminder') and ${outbox.settled} = 0`,
      ),
    )
    .prepare(),
)

/** The cards about a subject whose question has not been answered, sent or still waiting. */
export const openCards = async (db: Db, subject: string) => openBySubject(db).all({ subject })

const remindedOf = once((db) =>
  db
    .select({ message: outbox.message })
    .from(outbox)
    .where(
      and(
        eq(outbox.recipient, sql.placeholder('recipient')),
        // Texts have a digest, so the index finds the few others of this person.
        sql`${outbox.digest} is null and ${outbox.kind} = 'reminder'`,
        gte(outbox.createdAt, sql.placeholder('since')),
      ),
    )
    .prepare(),
)

/** What the clock has reminded somebody of since then, message by message. */
export async function remindersTo(db: Db, recipient: UserId, since: Instant): Promise<ReminderLine[][]> {
  const rows = await remindedOf(db).all({ recipient, since })
  return rows.flatMap(({ message }) => (message.kind === 'reminder' ? [message.lines] : []))
}

const byToken = once((db) =>
  db
    .select()
    .from(outbox)
    .where(eq(outbox.token, sql.placeholder('token')))
    .limit(1)
    .prepare(),
)

export async function messageOf(db: Db, token: string): Promise<OutboxRow | null> {
  const [row] = await byToken(db).all({ token })
  return row ?? null
}

const saidBefore = once((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.recipient, sql.placeholder('recipient')),
        eq(outbox.digest, sql.placeholder('digest')),
        sql`(${outbox.sentAt} is null or ${outbox.sentAt} >= ${sql.placeholder('since')})`,
      ),
    )
    .limit(1)
    .prepare(),
)

/** Whether the same words wait for the same person or went out since then: the platform would swallow a repeat. */
export const wasSaid = async (db: Db, recipient: UserId, digest: string, since: Instant): Promise<boolean> =>
  (await saidBefore(db).all({ recipient, digest, since })).length > 0

const due = once((db) =>
  db
    .select()
    .from(outbox)
    .where(
      and(
        isWaiting,
        sql`${outbox.nextAt} <= ${sql.placeholder('now')} and ${outbox.leaseUntil} <= ${sql.placeholder('now')}`,
        sql`not exists (select 1 from outbox e where e.state = 'waiting' and e.recipient = ${outbox.recipient}
          and e.subject = ${outbox.subject} and e.id < ${outbox.id})`,
      ),
    )
    .orderBy(outbox.lane, outbox.id)
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** What may be sent now: the first of each (recipient, subject), urgent before the rest. */
export const dueMessages = async (db: Db, now: Instant, limit: number): Promise<OutboxRow[]> =>
  due(db).all({ now, limit })

const failedFrom = once((db) =>
  db
    .select({
      recipient: outbox.recipient,
      name: people.name,
      county: people.county,
      createdAt: outbox.createdAt,
      message: outbox.message,
      why: outbox.why,
    })
    .from(outbox)
    .leftJoin(people, eq(people.userid, outbox.recipient))
    .where(
      and(
        sql`${outbox.state} = 'failed'`,
        gte(outbox.sentAt, sql.placeholder('since')),
        sql`${outbox.kind} <> 'settle'`,
      ),
    )
    .orderBy(outbox.sentAt)
    .prepare(),
)

/** What was given up since then, in machine time: it reached nobody. The name is null where nobody on file was meant. */
export const failedSince = async (db: Db, since: Instant) => failedFrom(db).all({ since })

/** How much waits, and since when: for the metrics. */
export async function backlog(db: Db): Promise<{ waiting: number; oldest: Instant | null; failed: number }> {
  const [row] = await db
    .select({ waiting: sql<number>`count(*)`, oldest: sql<Instant | null>`min(${outbox.createdAt})` })
    .from(outbox)
    .where(isWaiting)
  const failed = await db.$count(outbox, sql`${outbox.state} = 'failed'`)
  return { waiting: row?.waiting ?? 0, oldest: row?.oldest ?? null, failed }
}

/** Why a message was given up whose time had passed. */
export const EXPIRED = '没有及时送达，已过期'

/**
 * What went to whom since then, and what was being tried when a process died: it may have arrived. For the limit per
 * person after a restart; outcomes of cards do not count.
 */
export async function triedSince(db: Db, since: Instant) {
  const columns = { recipient: outbox.recipient, body: outbox.body }
  const sent = await db
    .select({ ...columns, at: outbox.sentAt })
    .from(outbox)
    .where(and(gte(outbox.sentAt, since), sql`${outbox.kind} <> 'settle'`))
  const inHand = await db
    .select({ ...columns, at: outbox.leaseUntil })
    .from(outbox)
    .where(
      // Both lanes, by name: then the index of what waits is searched and not walked.
      sql`${outbox.state} = 'waiting' and ${outbox.lane} in (0, 1) and ${outbox.leaseUntil} >= ${since}
        and ${outbox.kind} <> 'settle'`,
    )
  return [...sent, ...inHand]
}
