import { sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, filed, list, no, real, text, whole } from '#db/columns.ts'
import type { Budget, Meeting, PolicyDocument, Post, SeatListed, Who } from '#src/domain/records.ts'

/** 督委会席位: which seats there must be. The city's came with the schema (S-1). */
export const seatList = sqliteTable(
  'seat_list',
  {
    ...filed(),
    place: text('place').notNull(),
    seat: text('seat').notNull(),
    position: text<SeatListed['position']>('position').notNull(),
    validFrom: day('valid_from').notNull(),
    validTo: day('valid_to'),
  },
  (t) => [uniqueIndex('seat_list_key').on(t.place, t.seat)],
)

/** 督委会成员: who sits in them. */
export const committeeSeats = sqliteTable(
  'committee_seats',
  {
    ...filed(),
    place: text('place').notNull(),
    seat: text('seat').notNull(),
    person: text<Who>('person').notNull(),
    from: day('from').notNull(),
    to: day('to'),
    post: text('post'),
  },
  (t) => [uniqueIndex('committee_seats_key').on(t.place, t.seat, t.person, t.from)],
)

/** 总督学配备. */
export const posts = sqliteTable(
  'posts',
  {
    ...filed(),
    place: text('place').notNull(),
    post: text<Post['post']>('post').notNull(),
    person: text<Who>('person').notNull(),
    acting: no('acting'),
    from: day('from').notNull(),
    to: day('to'),
  },
  (t) => [uniqueIndex('posts_key').on(t.place, t.post, t.person, t.from)],
)

/** 会议 of a place's committee. */
export const meetings = sqliteTable(
  'meetings',
  {
    ...filed(),
    place: text('place').notNull(),
    meetingType: text<Meeting['meetingType']>('meeting_type').notNull(),
    heldOn: day('held_on').notNull(),
    status: text<Meeting['status']>('status').notNull(),
    minutesOn: day('minutes_on'),
    title: text('title'),
    chair: text('chair'),
    expected: list('expected'),
    present: list('present'),
    docNo: text('doc_no'),
    file: text('file'),
  },
  (t) => [uniqueIndex('meetings_key').on(t.place, t.meetingType, t.heldOn)],
)

/** 成员单位任务. */
export const memberTasks = sqliteTable(
  'member_tasks',
  {
    ...filed(),
    no: text('no').notNull(),
    unit: text('unit').notNull(),
    task: text('task').notNull(),
    dueOn: day('due_on').notNull(),
    assignedOn: day('assigned_on'),
    doneOn: day('done_on'),
    contact: text<Who>('contact'),
  },
  (t) => [uniqueIndex('member_tasks_key').on(t.no)],
)

/** 制度文件. */
export const documents = sqliteTable(
  'documents',
  {
    ...filed(),
    place: text('place').notNull(),
    docKind: text<PolicyDocument['docKind']>('doc_kind').notNull(),
    title: text('title').notNull(),
    datedOn: day('dated_on').notNull(),
    repealedOn: day('repealed_on'),
    docNo: text('doc_no'),
    file: text('file'),
  },
  (t) => [uniqueIndex('documents_key').on(t.place, t.docKind, t.title, t.datedOn)],
)

/** 督导经费, for the body's work or for one studio. */
export const budgets = sqliteTable(
  'budgets',
  {
    ...filed(),
    place: text('place').notNull(),
    year: whole('year').notNull(),
    purpose: text<Budget['purpose']>('purpose').notNull(),
    studio: text('studio'),
    /** Yuan. */
    amount: real('amount').notNull(),
    recordedOn: day('recorded_on'),
    document: text('document'),
  },
  (t) => [uniqueIndex('budgets_key').on(t.place, t.year, t.purpose, t.studio)],
)

/** 监测报告. */
export const monitoringReports = sqliteTable(
  'monitoring_reports',
  {
    ...filed(),
    place: text('place').notNull(),
    /** The year that is reported on. */
    year: whole('year').notNull(),
    title: text('title').notNull(),
    issuedOn: day('issued_on').notNull(),
    monitored: text('monitored'),
    file: text('file'),
  },
  (t) => [uniqueIndex('monitoring_reports_key').on(t.place, t.year, t.title)],
)

/** 通报表彰. */
export const commendations = sqliteTable(
  'commendations',
  {
    ...filed(),
    place: text('place').notNull(),
    year: whole('year').notNull(),
    title: text('title').notNull(),
    issuedOn: day('issued_on'),
    docNo: text('doc_no'),
    units: list('units'),
    persons: list('persons'),
    reason: text('reason'),
    noticeFrom: day('notice_from'),
    noticeTo: day('notice_to'),
    use: list('use'),
  },
  (t) => [uniqueIndex('commendations_key').on(t.place, t.year, t.title)],
)
