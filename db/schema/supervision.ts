import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, filed, list, text, whole } from '#db/columns.ts'
import type { Interview, Supervision } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'

/** 专项、综合督导和督政: every formal supervision. */
export const supervisions = sqliteTable(
  'supervisions',
  {
    ...filed(),
    no: text('no').notNull(),
    place: text('place').notNull(),
    targetType: text<Supervision['targetType']>('target_type').notNull(),
    supervisionKind: text<Supervision['supervisionKind']>('supervision_kind').notNull(),
    /** School codes, or places. */
    targets: list('targets'),
    year: whole('year'),
    plannedOn: day('planned_on'),
    startedOn: day('started_on'),
    onSiteFrom: day('on_site_from'),
    onSiteTo: day('on_site_to'),
    reportOn: day('report_on'),
    publishedOn: day('published_on'),
    notPublicReason: text('not_public_reason'),
    theme: text('theme'),
    team: list<UserId>('team'),
    notifiedOn: day('notified_on'),
    opinionOn: day('opinion_on'),
    link: text('link'),
    cites: text('cites'),
  },
  (t) => [uniqueIndex('supervisions_key').on(t.no), index('supervisions_by_place').on(t.place)],
)

/** 约谈, with its filings. */
export const interviews = sqliteTable(
  'interviews',
  {
    ...filed(),
    no: text('no').notNull(),
    place: text('place').notNull(),
    targetType: text<Interview['targetType']>('target_type').notNull(),
    /** School code, place, or name of the department. */
    target: text('target').notNull(),
    organizers: list('organizers'),
    proposedOn: day('proposed_on'),
    notifiedOn: day('notified_on'),
    heldOn: day('held_on'),
    recordFile: text('record_file'),
    signedOn: day('signed_on'),
    filedPartyOn: day('filed_party_on'),
    filedGovernmentOn: day('filed_government_on'),
    filedSuperiorOn: day('filed_superior_on'),
    persons: list('persons'),
    interviewers: list('interviewers'),
    recorder: text('recorder'),
    reason: text('reason'),
    approvedOn: day('approved_on'),
    commitment: text('commitment'),
    dueOn: day('due_on'),
  },
  (t) => [uniqueIndex('interviews_key').on(t.no), index('interviews_by_place').on(t.place)],
)

/** 问责. */
export const accountability = sqliteTable(
  'accountability',
  {
    ...filed(),
    no: text('no').notNull(),
    place: text('place').notNull(),
    target: text('target').notNull(),
    measure: text('measure').notNull(),
    decidedOn: day('decided_on').notNull(),
    publishedOn: day('published_on'),
    notPublicReason: text('not_public_reason'),
    basis: text('basis'),
    inForceOn: day('in_force_on'),
    link: text('link'),
  },
  (t) => [uniqueIndex('accountability_key').on(t.no), index('accountability_by_place').on(t.place)],
)
