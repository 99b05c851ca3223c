import { sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, filed, list, text, whole } from '#db/columns.ts'
import type { StudentStage } from '#src/domain/records.ts'

/** 校历: when a place teaches in a semester; `CITY` also for counties without a row of their own. */
export const teachingCalendar = sqliteTable(
  'teaching_calendar',
  {
    ...filed(),
    place: text('place').notNull(),
    semester: text('semester').notNull(),
    teachingFrom: day('teaching_from').notNull(),
    teachingTo: day('teaching_to').notNull(),
    schoolDays: list('school_days'),
  },
  (t) => [uniqueIndex('teaching_calendar_key').on(t.place, t.semester)],
)

/** 学生数. */
export const studentNumbers = sqliteTable(
  'student_numbers',
  {
    ...filed(),
    place: text('place').notNull(),
    stage: text<StudentStage>('stage').notNull(),
    asOf: day('as_of').notNull(),
    count: whole('count').notNull(),
  },
  (t) => [uniqueIndex('student_numbers_key').on(t.place, t.stage, t.asOf)],
)
