import { audit } from '#db/history.ts'
import { allAssignments, type AssignmentRow } from '#db/roster.ts'
import { ALWAYS, assignments } from '#db/schema/roster.ts'
import { insert, update } from '#db/store.ts'
import type { Values } from '../parse.ts'
import { fieldOf, old, type Row, type Shelf } from './shelf.ts'

const FIELDS: Record<string, string> = { from: 'fromOn', to: 'toOn' }

const historyOf = ({ inspector, school, fromOn }: Row): string =>
  `record:assignments:${inspector}|${school}|${fromOn}`

/** 责任督学挂牌, beside the shorthand of the people file, whose rows have no first day. */
export const assignmentShelf: Shelf = {
  async onFile(db) {
    const rows = (await allAssignments(db)).filter(({ fromOn }) => fromOn !== ALWAYS)
    return new Map(rows.map((row) => [[row.inspector, row.school, row.fromOn].join('\0'), row]))
  },
  written: ({ fromOn: from, toOn: to, overrideReason, plaqueOn, inspector, school, withdrawn }) =>
    ({
      inspector,
      school,
      from,
      to,
      override_reason: overrideReason,
      plaque_on: plaqueOn,
      withdrawn,
    }) as Values,
  wanted: (values) =>
    Object.fromEntries(
      Object.entries(values).map(([id, value]) => [
        FIELDS[id] ?? fieldOf(id),
        id === 'withdrawn' ? value === true : value,
      ]),
    ),
  add: (row, by) => [
    audit(historyOf(row), 0, { ...by, kind: 'record.file' }, {}, row),
    insert(assignments, { ...row, seq: 1 } as unknown as AssignmentRow),
  ],
  change(_, changes, before, by) {
    const { inspector, school, fromOn, seq } = before as AssignmentRow
    const kind = changes['withdrawn'] === true ? 'record.withdraw' : 'record.change'
    return [
      audit(historyOf(before), seq, { ...by, kind }, old(before, changes), changes),
      update(assignments, { ...changes, seq: seq + 1 }, { inspector, school, fromOn, seq }),
    ]
  },
}
