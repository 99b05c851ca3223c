import { asc, getTableColumns } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect } from 'vitest'
import { cases, events, notices, reports, requests, visits } from '#db/schema/loop.ts'
import { RECORD_TABLES } from '#db/filing.ts'
import { alarms, proposals } from '#db/schema/office.ts'
import { entries } from '#db/schema/entries.ts'
import { lexicon } from '#db/schema/roster.ts'
import { wishes } from '#db/schema/wishes.ts'
import type { Db } from '#db/store.ts'

const AGGREGATES = {
  visits,
  cases,
  notices,
  reports,
  requests,
  proposals,
  alarms,
  lexicon,
  entries,
  wishes,
  ...RECORD_TABLES,
}

/** Every record is what its history says: folding the `after`s of its events, in order and without a gap, gives its row. */
export async function expectHistoriesToFold(db: Db): Promise<void> {
  const histories = Map.groupBy(
    await db.select().from(events).orderBy(asc(events.aggregate), asc(events.seq)),
    (event) => event.aggregate,
  )
  for (const table of Object.values(AGGREGATES)) {
    // A column that no event has named is null, or what it begins with, as in the row.
    const columns = Object.entries(getTableColumns(table) as Record<string, SQLiteColumn>)
    const unsaid = Object.fromEntries(columns.map(([name, column]) => [name, column.default ?? null]))
    for (const row of (await db.select().from(table as SQLiteTable)) as { id: string; seq: number }[]) {
      // It came with the schema: nobody has done it.
      if (row.seq === 0) continue
      const history = histories.get(row.id) ?? []
      expect(history.map((event) => event.seq)).toEqual(history.map((_, i) => i + 1))
      expect(
        Object.assign({}, unsaid, ...history.map((event) => event.after), { seq: history.length }),
      ).toEqual(row)
      histories.delete(row.id)
    }
  }
  // What has no id of its own is kept by its key; its events are the audit of who changed it.
  const left = [...histories.keys()].filter(
    (aggregate) => !/^(person|group|record:(assignments|holidays|settings)):/.test(aggregate),
  )
  expect(left, 'histories of records that are not there').toEqual([])
}
