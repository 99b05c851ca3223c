import { sql } from 'drizzle-orm'
import { index, sqliteTable } from 'drizzle-orm/sqlite-core'
import { id, json, since, text, whole } from '#db/columns.ts'
import type { Clock, Wish, WishKind } from '#src/domain/wish.ts'
import type { UserId } from '#src/domain/words.ts'
import type { WishState } from '#src/policy/states.ts'

/** What people want of their own reminders: when none, and which of their own besides. */
export const wishes = sqliteTable(
  'wishes',
  {
    id: id('id').primaryKey(),
    seq: whole('seq').notNull(),
    state: text<WishState>('state').notNull(),
    since: since(),
    person: text<UserId>('person').notNull(),
    kind: text<WishKind>('kind').notNull(),
    wish: json<Wish>('wish').notNull(),
    /** When the clock looks for it, of a reminder of one's own. */
    slot: text<Clock>('slot'),
  },
  (t) => [
    index('wishes_by_person')
      .on(t.person, t.since)
      .where(sql`state = 'in_force'`),
    index('wishes_by_slot')
      .on(t.slot)
      .where(sql`state = 'in_force'`),
  ],
)
