import { sql } from 'drizzle-orm'
import { index, sqliteTable } from 'drizzle-orm/sqlite-core'
import { id, json, since, text, whole } from '#db/columns.ts'
import type { EntryKind } from '#src/domain/entry.ts'
import type { UserId } from '#src/domain/words.ts'
import type { EntryState } from '#src/policy/states.ts'

/** An event in the history of a record or a proposal. */
export type Wrote = { id: string; seq: number }

/**
 * A record that somebody has said: a draft until his 确认 files it. Its id is what cards carry, for the id of the record on
 * file holds names and days.
 */
export const entries = sqliteTable(
  'entries',
  {
    id: id('id').primaryKey(),
    seq: whole('seq').notNull(),
    state: text<EntryState>('state').notNull(),
    since: since(),
    kind: text<EntryKind>('kind').notNull(),
    author: text<UserId>('author').notNull(),
    /** Whose office has to do with it; null: the city's. */
    county: text('county'),
    /** What was said, under the names of its kind (src/domain/entry.ts). */
    said: json<Record<string, unknown>>('said').notNull(),
    /** The record that came of it. */
    record: text('record'),
    /** Everything that its 确认 has put on file: what 撤回重填 undoes. */
    wrote: json<Wrote[]>('wrote').notNull().default([]),
  },
  (t) => [
    index('entries_by_author').on(t.author, t.since),
    index('entries_by_record').on(t.record),
    index('entries_drafts')
      .on(t.since)
      .where(sql`state = 'draft'`),
  ],
)
