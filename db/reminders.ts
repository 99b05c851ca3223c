import { eq, sql } from 'drizzle-orm'
import { instant, type Instant } from '#src/domain/day.ts'
import { once } from './once.ts'
import { reminders } from './schema/machine.ts'
import { meta } from './schema/roster.ts'
import { upsert, type Db, type Write } from './store.ts'

export type ReminderKey = Pick<typeof reminders.$inferSelect, 'kind' | 'subject' | 'recipient' | 'period'>

const sent = once((db) =>
  db
    .select()
    .from(reminders)
    .where(
      // A row of four, so that the primary key is searched for each.
      sql`(${reminders.kind}, ${reminders.subject}, ${reminders.recipient}, ${reminders.period}) in
        (select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${sql.placeholder('keys')}))`,
    )
    .prepare(),
)

/** Those of the reminders that have gone out before. */
export const alreadySent = async (db: Db, keys: readonly ReminderKey[]): Promise<ReminderKey[]> =>
  sent(db).all({
    keys: JSON.stringify(keys.map((key) => [key.kind, key.subject, key.recipient, key.period])),
  })

const REMINDED_UNTIL = 'reminded_until'

const until = once((db) =>
  db.select({ value: meta.value }).from(meta).where(eq(meta.key, REMINDED_UNTIL)).limit(1).prepare(),
)

/** Up to when everything that the clock brings has gone out; null before its first minute. */
export async function remindedUntil(db: Db): Promise<Instant | null> {
  const [row] = await until(db).all()
  return row ? instant(Number(row.value)) : null
}

export const setRemindedUntil = (moment: Instant): Write =>
  upsert(meta, { key: REMINDED_UNTIL, value: String(moment) })
