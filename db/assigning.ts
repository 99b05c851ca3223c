import { and, eq } from 'drizzle-orm'
import type { SchoolCode } from '#src/domain/words.ts'
import { audit, type Act } from './history.ts'
import type { AssignmentRow } from './roster.ts'
import { ALWAYS, assignments } from './schema/roster.ts'
import { insert, update, type Db, type Write } from './store.ts'

type Key = Pick<AssignmentRow, 'inspector' | 'school' | 'fromOn'>
type By = Omit<Act, 'kind'>

/** A row to be put on file. */
export type AssignmentPut = Key & Partial<AssignmentRow>

/** What the history of one plaque stands under. */
const historyOf = ({ inspector, school, fromOn }: Key): string =>
  `record:assignments:${inspector}|${school}|${fromOn}`

/** 挂牌: a new row of who is responsible for which school. */
export const fileAssignment = (row: AssignmentPut, by: By): Write[] => [
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

/** Files a row, or puts right the one that is on file under its key, taken back or not. */
export function putAssignment(ever: readonly AssignmentRow[], row: AssignmentPut, by: By): Write[] {
  const { inspector, school, fromOn, ...fields } = { ...row, withdrawn: false }
  const known = ever.find(
    (each) => each.inspector === inspector && each.school === school && each.fromOn === fromOn,
  )
  return known
    ? changeAssignment(known, fields, by)
    : fileAssignment({ inspector, school, fromOn, ...fields }, by)
}

/** All rows of a school, begun or not, ended or not, taken back or not; the people file's shorthand among them (`ALWAYS`). */
export const assignmentsAt = async (db: Db, school: SchoolCode): Promise<AssignmentRow[]> =>
  db.select().from(assignments).where(eq(assignments.school, school))

/** The row behind a history, by its key `inspector|school|from`, taken back or not. */
export async function assignmentOf(db: Db, key: string): Promise<AssignmentRow | null> {
  const [inspector = '', school = '', fromOn = ''] = key.split('|')
  const [row] = await db
    .select()
    .from(assignments)
    .where(
      and(
        eq(assignments.inspector, inspector as AssignmentRow['inspector']),
        eq(assignments.school, school as SchoolCode),
        eq(assignments.fromOn, fromOn as AssignmentRow['fromOn']),
      ),
    )
    .limit(1)
  return row ?? null
}

/** Whether it is the shorthand of the people file, which yields to rows with days. */
export const isShorthand = ({ fromOn }: Pick<AssignmentRow, 'fromOn'>): boolean => fromOn === ALWAYS
