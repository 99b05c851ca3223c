import type { Values } from '../parse.ts'

/**
 * What a column holds. `userid` is a person's own key, kept as written and compared without case; `place`, `school` and `person` name
 * a row of another table; `who` is a userid, or a plain name where the person has no account; `word` is folded as the ear folds.
 */
export type ColumnType =
  | 'text'
  | 'word'
  | 'int'
  | 'dec'
  | 'bool'
  | 'date'
  | 'enum'
  | 'userid'
  | 'place'
  | 'school'
  | 'person'
  | 'who'

/** The types of columns that name a row of another table. */
export type Reference = 'place' | 'school' | 'person'

export type Column = {
  id: string
  heading: string
  type: ColumnType
  /** Several values in one cell, split by `|`. */
  many?: true
  /** `value`: heading and value; `heading`: the heading, the value may be empty; absent: neither. */
  need?: 'value' | 'heading'
  /** A name met here makes a place of county level, as long as no county is on file in `places`. */
  makesCounty?: true
  /** The value is needed in rows where that column holds that value. */
  neededWhen?: readonly [column: string, value: string]
  /** An enum's values with their labels; of a text column those that are known, beside which any other may stand. */
  values?: Readonly<Record<string, string>>
  /** Other spellings of an enum's values. */
  spellings?: Readonly<Record<string, string>>
  /** What is wrong with one value and what to write instead. */
  refuse?(value: string | number): string | undefined
}

/** What is wrong with a row whose cells can be read one by one. */
export type RowFault = { column: string; message: string }

export type KindId =
  | 'places'
  | 'teaching_calendar'
  | 'holidays'
  | 'student_numbers'
  | 'settings'
  | 'schools'
  | 'people'
  | 'inspectors'
  | 'appointments'
  | 'assignments'
  | 'zones'
  | 'principal_terms'
  | 'training'
  | 'exit_grounds'
  | 'studios'
  | 'claims'
  | 'seat_list'
  | 'committee_seats'
  | 'posts'
  | 'meetings'
  | 'member_tasks'
  | 'documents'
  | 'budgets'
  | 'monitoring_reports'
  | 'commendations'
  | 'visits'
  | 'cases'
  | 'supervisions'
  | 'interviews'
  | 'accountability'
  | 'lexicon'

export type Kind = {
  id: KindId
  heading: string
  key: readonly [string, ...string[]]
  /** References of this type point at the first key column of this kind. */
  names?: Reference
  columns: readonly Column[]
  /** What is wrong between the cells of a row. */
  refuse?(values: Values): RowFault[]
}

export const WITHDRAWN: Column = { id: 'withdrawn', heading: '作废', type: 'bool' }
