import { changeAssignment, fileAssignment } from '#db/assigning.ts'
import { allAssignments, type AssignmentRow } from '#db/roster.ts'
import { ALWAYS } from '#db/schema/roster.ts'
import type { Values } from '../parse.ts'
import { fieldOf, type Shelf } from './shelf.ts'

const FIELDS: Record<string, string> = { from: 'fromOn', to: 'toOn' }

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
  add: (row, by) => fileAssignment(row as unknown as AssignmentRow, by),
  change: (_, changes, before, by) => changeAssignment(before as AssignmentRow, changes, by),
}
