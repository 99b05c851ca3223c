import { sql } from 'drizzle-orm'
import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, json, since, text, whole } from '#db/columns.ts'
import type { AlarmId, ProposalId, SchoolCode, UserId, VisitId } from '#src/domain/words.ts'
import type { AlarmState, ProposalKind, ProposalState } from '#src/policy/states.ts'

/** What a person puts to an office and only the office decides: its kind says what 同意 does. */
export const proposals = sqliteTable(
  'proposals',
  {
    id: id<ProposalId>('id').primaryKey(),
    seq: whole('seq').notNull(),
    state: text<ProposalState>('state').notNull(),
    since: since(),
    kind: text<ProposalKind>('kind').notNull(),
    /** What it is about, such as `notice:…` or `person:…`: one open proposal of a kind for each. */
    subject: text('subject').notNull(),
    school: text<SchoolCode>('school'),
    /** Whose office decides; null: the city's. */
    county: text('county'),
    asker: text<UserId>('asker').notNull(),
    askedAt: instant('asked_at').notNull(),
    /** In one sentence, what will happen on 同意. */
    what: text('what').notNull(),
    reason: text('reason').notNull(),
    detail: json<Record<string, unknown>>('detail').notNull(),
    decidedBy: text<UserId>('decided_by'),
  },
  (t) => [
    uniqueIndex('proposals_open_once')
      .on(t.kind, t.subject)
      .where(sql`state = 'asked'`),
    index('proposals_asked')
      .on(t.since)
      .where(sql`state = 'asked'`),
  ],
)

/** An urgent hazard that was reported: who was alarmed, and whether the county has answered. */
export const alarms = sqliteTable(
  'alarms',
  {
    id: id<AlarmId>('id').primaryKey(),
    seq: whole('seq').notNull(),
    state: text<AlarmState>('state').notNull(),
    since: since(),
    visit: text<VisitId>('visit').notNull(),
    school: text<SchoolCode>('school'),
    county: text('county'),
    what: text('what').notNull(),
    raisedBy: text<UserId>('raised_by').notNull(),
    raisedAt: instant('raised_at').notNull(),
    /** Everybody who was alarmed: a correction goes to exactly them. */
    receivers: json<UserId[]>('receivers').notNull(),
    answeredBy: text<UserId>('answered_by'),
  },
  (t) => [index('alarms_raised').on(t.raisedAt), index('alarms_by_visit').on(t.visit)],
)
