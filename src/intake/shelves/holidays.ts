import { audit } from '#db/history.ts'
import { workingDays } from '#db/schema/roster.ts'
import { update, upsert } from '#db/store.ts'
import { filedHolidays } from '#db/working-days.ts'
import type { Day } from '#src/domain/day.ts'
import type { Values } from '../parse.ts'
import { fieldOf, old, type Shelf } from './shelf.ts'

const historyOf = (date: unknown): string => `record:holidays:${date as string}`

/** Over the arrangements that the release knows: only what came with files is compared, changed and exported. */
export const holidayShelf: Shelf = {
  onFile: async (db) => new Map((await filedHolidays(db)).map((row) => [row.date, row])),
  written: ({ date, dayType, holiday }) => ({ date, day_type: dayType, holiday }) as Values,
  wanted: (values) => Object.fromEntries(Object.entries(values).map(([id, value]) => [fieldOf(id), value])),
  add: (row, by) => [
    audit(historyOf(row['date']), 0, { ...by, kind: 'record.file' }, {}, row),
    upsert(workingDays, { ...row, filed: true, seq: 1 } as unknown as typeof workingDays.$inferInsert),
  ],
  change(date, changes, before, by) {
    const seq = before['seq'] as number
    return [
      audit(historyOf(date), seq, { ...by, kind: 'record.change' }, old(before, changes), changes),
      update(workingDays, { ...changes, seq: seq + 1 }, { date: date as Day, seq }),
    ]
  },
}
