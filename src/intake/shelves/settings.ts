import { audit } from '#db/history.ts'
import { settings } from '#db/schema/roster.ts'
import { allSettings, WHOLE_CITY } from '#db/settings.ts'
import { insert, update } from '#db/store.ts'
import type { Values } from '../parse.ts'
import { settingValue } from '../kinds/settings.ts'
import { old, type Row, type Shelf } from './shelf.ts'

const historyOf = ({ name, place, fromOn }: Row): string => `record:settings:${name}|${place}|${fromOn}`

export const settingShelf: Shelf = {
  onFile: async (db) =>
    new Map((await allSettings(db)).map((row) => [[row.name, row.place, row.fromOn].join('\0'), row])),
  written: ({ name, place, fromOn, value, setBy, basis }) =>
    ({
      key: name,
      place: place || null,
      value: String(value),
      effective_from: fromOn,
      author: setBy,
      basis,
    }) as Values,
  wanted({ key, place, value, effective_from: fromOn, author, basis }, before) {
    return {
      name: key,
      place: place ?? WHOLE_CITY,
      fromOn,
      value: settingValue(key, String(value)),
      // Where nobody is named it is whoever imports it first.
      ...(author ? { setBy: author } : before ? {} : { setBy: null }),
      ...(basis !== undefined && { basis }),
    }
  },
  add(row, by) {
    const whole = { ...row, setBy: row['setBy'] ?? by.actor, setAt: by.at }
    return [
      audit(historyOf(row), 0, { ...by, kind: 'record.file' }, {}, whole),
      insert(settings, { ...whole, seq: 1 } as unknown as typeof settings.$inferInsert),
    ]
  },
  change(_, changes, before, by) {
    const { name, place, fromOn, seq } = before as typeof settings.$inferSelect
    return [
      audit(historyOf(before), seq, { ...by, kind: 'record.change' }, old(before, changes), changes),
      update(settings, { ...changes, setAt: by.at, seq: seq + 1 }, { name, place, fromOn, seq }),
    ]
  },
}
