import { and, eq } from 'drizzle-orm'
import type { SchoolCode } from '#src/domain/words.ts'
import { audit, type Act } from './history.ts'
import type { AssignmentRow } from './roster.ts'
import { ALWAYS, assignments } from './schema/roster.ts'
import { insert, update, type Db, type Write } from './store.ts'

type Key = Pick<AssignmentRow, 'inspector' | 'school' | 'fromOn'>
type By = Omit<Act, 'kind'>

/** What the history of one plaque stands under. */
const historyOf = ({ inspector, school, fromOn }: Key): string =>
  `record:assignments:${inspector}|${school}|${fromOn}`

/** 挂牌: a new row of who is responsible for which school. */
export const fileAssignment = (row: Key & Partial<AssignmentRow>, by: By): Write[] => [
  audit(historyOf(row), 0, { ...by, kind: 'record.file' }, {}, { ...row }),
  insert(assignments, { ...row, seq: 1 }),
]

/** Puts a row right, or takes it back (`withdrawn`). */
export function changeAssignment(row: AssignmentRow, changes: Partial<AssignmentRow>, by: By): Write[] {
  const { inspector, school, fromOn, seq } = row
  const kind = changes.withdrawn === true ? 'record.withdraw' : 'record.change'
  const before = Object.fromEntries(
    Object.keys(changes).map((name) => [name, row[name as keyof AssignmentRow] ?? null]),
  )
  return [
    audit(historyOf(row), seq, { ...by, kind }, before, changes),
    update(assignments, { ...changes, seq: seq + 1 }, { inspector, school, fromOn, seq }),
  ]
}

/** All rows of a school that count, begun or not, ended or not; the people file's shorthand among them (`ALWAYS`). */
export const assignmentsAt = async (db: Db, school: SchoolCode): Promise<AssignmentRow[]> =>
  db
    .select()
    .from(assignments)
    .where(and(eq(assignments.school, school), eq(assignments.withdrawn, false)))

/** Whether it is the shorthand of the people file, which yields to rows with days. */
export const isShorthand = ({ fromOn }: Pick<AssignmentRow, 'fromOn'>): boolean => fromOn === ALWAYS
