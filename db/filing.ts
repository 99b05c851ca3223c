import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { audit, type Act } from './history.ts'
import {
  budgets,
  commendations,
  committeeSeats,
  documents,
  meetings,
  memberTasks,
  monitoringReports,
  posts,
  seatList,
} from './schema/committee.ts'
import { studentNumbers, teachingCalendar } from './schema/calendar.ts'
import {
  appointments,
  claims,
  exitGrounds,
  inspectors,
  principalTerms,
  studios,
  training,
  zones,
} from './schema/staffing.ts'
import { accountability, interviews, supervisions } from './schema/supervision.ts'
import { insert, update, type Db, type Write } from './store.ts'

/** The tables of an office's records that have no life of their own: rows that are filed, put right and taken back. */
export const RECORD_TABLES = {
  teaching_calendar: teachingCalendar,
  student_numbers: studentNumbers,
  inspectors,
  appointments,
  zones,
  principal_terms: principalTerms,
  training,
  exit_grounds: exitGrounds,
  studios,
  claims,
  seat_list: seatList,
  committee_seats: committeeSeats,
  posts,
  meetings,
  member_tasks: memberTasks,
  documents,
  budgets,
  monitoring_reports: monitoringReports,
  commendations,
  supervisions,
  interviews,
  accountability,
}

export type RecordKind = keyof typeof RECORD_TABLES

/** A row of any of them. */
export type Filed = { id: string; seq: number; withdrawn: boolean } & Record<string, unknown>

type Fields = Record<string, unknown>
type By = Omit<Act, 'kind'>

/** What a record's history stands under: `record:training:zhang_li|春季培训|2026-03-01`. */
export const recordId = (kind: RecordKind, key: readonly unknown[]): string =>
  `record:${kind}:${key.map((part) => part ?? '').join('|')}`

export const recordsOf = async (db: Db, kind: RecordKind): Promise<Filed[]> =>
  (await db.select().from(RECORD_TABLES[kind] as SQLiteTable)) as Filed[]

/** Files a new record. Two who file the same one at once take turns by its history. */
export function fileRecord(kind: RecordKind, id: string, fields: Fields, by: By): Write[] {
  const table = RECORD_TABLES[kind] as SQLiteTable
  return [
    audit(id, 0, { ...by, kind: 'record.file' }, {}, { id, ...fields }),
    insert(table, { id, ...fields, seq: 1 } as never),
  ]
}

/** Puts a record on file right, or takes it back (`withdrawn`). */
export function changeRecord(kind: RecordKind, record: Filed, changes: Fields, by: By): Write[] {
  const { id, seq } = record
  const act = { ...by, kind: changes['withdrawn'] === true ? 'record.withdraw' : 'record.change' }
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, record[name] ?? null]))
  return [
    audit(id, seq, act, before, changes),
    update(RECORD_TABLES[kind] as SQLiteTable, { ...changes, seq: seq + 1 } as never, { id, seq }),
  ]
}
