import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Instant } from '#src/domain/day.ts'
import type { Role, UserId } from '#src/domain/words.ts'
import { events } from './schema/loop.ts'
import { insert, update, type Write } from './store.ts'

/** Who did what, when, by which way, in which words: what every change of a record keeps (policy.md 4.2). */
export type Act = {
  kind: string
  actor: UserId
  role: Role | 'assistant' | 'operator'
  channel: string
  at: Instant
  words: string | null
}

/** Who acts where the clock does. */
export const ASSISTANT = 'assistant' as UserId

/** Who runs the command line on the assistant's machine. */
export const OPERATOR = 'operator' as UserId

export const byClock = (kind: string, at: Instant): Act => ({
  kind,
  actor: ASSISTANT,
  role: 'assistant',
  channel: 'clock',
  at,
  words: null,
})

type Aggregate = SQLiteTable & { $inferSelect: { id: string; seq: number; state: string; since: Instant } }

const event = (
  aggregate: string,
  seq: number,
  act: Act,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
) => insert(events, { aggregate, seq, ...act, before, after })

/**
 * An act on what has no row of the loop, such as a person or a group: the audit alone. `last` is the seq of its last event;
 * two who act at once take turns by it as on a record.
 */
export const audit = (
  aggregate: string,
  last: number,
  act: Act,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Write => event(aggregate, last + 1, act, before, after)

/** The first event of a record and its row. */
export function create<T extends Aggregate>(
  table: T,
  row: T['$inferInsert'] & { id: string },
  act: Act,
): Write[] {
  const { seq: _, ...after } = { ...row, since: act.at } as Record<string, unknown>
  return [event(row.id, 1, act, {}, after), insert(table, { ...row, seq: 1, since: act.at })]
}

/**
 * The next event of a record and its changed row. The event's key (aggregate, seq) is what makes two people who act
 * at once take turns: the second commit fails whole and is planned again on what the first has left.
 */
export function change<T extends Aggregate>(
  table: T,
  row: T['$inferSelect'],
  patch: Partial<T['$inferSelect']>,
  act: Act,
): Write[] {
  const old = row as Record<string, unknown>
  const moves = 'state' in patch && patch['state'] !== old['state']
  const after = moves ? { ...patch, since: act.at } : patch
  const before = Object.fromEntries(Object.keys(after).map((name) => [name, old[name] ?? null]))
  return [
    event(row.id, row.seq + 1, act, before, after as Record<string, unknown>),
    update(table, { ...after, seq: row.seq + 1 } as never, { id: row.id, seq: row.seq }),
  ]
}
