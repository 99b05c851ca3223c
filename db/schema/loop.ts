import { sql } from 'drizzle-orm'
import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, id, instant, json, list, no, since, text, whole, yes } from '#db/columns.ts'
import type { Day } from '#src/domain/day.ts'
import type { Amending, Counts, DraftFinding, Followup } from '#src/domain/visit.ts'
import type { CaseState, NoticeState, ReportState, RequestState, VisitState } from '#src/policy/states.ts'
import type {
  CaseId,
  Matter,
  Method,
  NoticeId,
  Part,
  ReportId,
  Role,
  SchoolCode,
  Severity,
  UserId,
  VisitId,
} from '#src/domain/words.ts'

/**
 * The history of everything with a life, and at the same time its audit: who, in which role, by which channel, the
 * original words, before and after. Folding the `after`s of an aggregate gives its row (a test does).
 */
export const events = sqliteTable(
  'events',
  {
    aggregate: text('aggregate').notNull(),
    seq: whole('seq').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').notNull(),
    actor: text<UserId>('actor').notNull(),
    /** `assistant` where the clock did it: a draft that lapsed; `operator` where the command line did. */
    role: text<Role | 'assistant' | 'operator'>('role').notNull(),
    channel: text('channel').notNull(),
    words: text('words'),
    before: json<Record<string, unknown>>('before').notNull(),
    after: json<Record<string, unknown>>('after').notNull(),
  },
  (t) => [primaryKey({ columns: [t.aggregate, t.seq] }), index('events_by_actor').on(t.actor, t.at)],
)

export const visits = sqliteTable(
  'visits',
  {
    id: id<VisitId>('id').primaryKey(),
    seq: whole('seq').notNull(),
    state: text<VisitState>('state').notNull(),
    since: since(),
    inspector: text<UserId>('inspector').notNull(),
    createdAt: instant('created_at').notNull(),
    school: text<SchoolCode>('school'),
    /** While `school` is open: those that fit what was said; empty when none did. */
    candidates: json<SchoolCode[]>('candidates').notNull(),
    onDay: day('on_day'),
    dayDefault: yes('day_default').notNull(),
    part: text<Part>('part'),
    partDefault: yes('part_default').notNull(),
    methods: json<Method[]>('methods').notNull(),
    counts: json<Counts>('counts').notNull(),
    findings: json<DraftFinding[]>('findings').notNull(),
    narrative: text('narrative').notNull(),
    /** Told apart from another visit of the same half-day on purpose (另记). */
    copy: whole('copy').notNull(),
    no: text('no'),
    submittedAt: instant('submitted_at'),
    /** Inspectors who went along (并为同行). */
    companions: json<UserId[]>('companions'),
    /** Open cases of the school as they were looked at on this visit (policy.md 5.1). */
    followups: json<Followup[]>('followups'),
    /** Why the office let an inspector visit a school that he would have to leave to others (C10.6). */
    recusalWaived: text('recusal_waived'),
    /** A correction of the submitted record that its inspector has yet to confirm. */
    amending: json<Amending>('amending'),
    /** The record of a colleague that this draft went into: they went together (并为同行). */
    wentInto: text<VisitId>('went_into'),
    /** What was said was read with the help of a model: its card says so as long as it is a draft. */
    byModel: yes('by_model').notNull().default(false),
    /** Who of the school signed the record (签认), where no notice came of it that would be signed instead. */
    signedBy: text<UserId>('signed_by'),
    signedAt: instant('signed_at'),
    /** A routine visit, or one that looks at what was found before (回访), which counts for no semester. */
    visitType: text<'routine' | 'follow_up'>('visit_type').notNull().default('routine'),
    /** Came with a file: the clock neither asks about such a draft nor lets it lapse. */
    filed: no('filed'),
    /** What was supervised, as its file has it; otherwise the findings tell. */
    matters: list<Matter>('matters'),
  },
  (t) => [
    uniqueIndex('visits_once')
      .on(t.inspector, t.school, t.onDay, t.part, t.copy)
      .where(sql`state = 'submitted'`),
    uniqueIndex('visits_no').on(t.no),
    index('visits_by_school').on(t.school, t.onDay),
    index('visits_drafts')
      .on(t.inspector, t.createdAt)
      .where(sql`state = 'draft'`),
    index('visits_waiting')
      .on(t.createdAt)
      .where(sql`state = 'draft'`),
    index('visits_to_archive')
      .on(t.onDay)
      .where(sql`state = 'submitted'`),
    index('visits_entered').on(t.inspector, t.submittedAt),
  ],
)

/** One finding on its way to close-out. `overdue` is derived: due_on past while issued or acknowledged. */
export const cases = sqliteTable(
  'cases',
  {
    id: id<CaseId>('id').primaryKey(),
    seq: whole('seq').notNull(),
    state: text<CaseState>('state').notNull(),
    since: since(),
    visit: text<VisitId>('visit').notNull(),
    notice: text<NoticeId>('notice'),
    school: text<SchoolCode>('school').notNull(),
    county: text('county'),
    inspector: text<UserId>('inspector').notNull(),
    foundOn: day('found_on').notNull(),
    description: text('description').notNull(),
    /** The description without blanks and signs: an open case per school and finding. */
    findingKey: text('finding_key').notNull(),
    matter: text<Matter>('matter'),
    severity: text<Severity>('severity').notNull(),
    requirement: text('requirement').notNull(),
    dueOn: day('due_on'),
    round: whole('round').notNull(),
    extensions: whole('extensions').notNull(),
    measures: text('measures'),
    verdict: text<'pass' | 'fail'>('verdict'),
    verdictNote: text('verdict_note'),
    /** How it was reinspected: on site for safety, canteens and serious findings (policy.md 3.2). */
    verdictMode: text<'on_site' | 'documents'>('verdict_mode'),
    reinspectedOn: day('reinspected_on'),
    section: text('section'),
    /** Until when the section is to answer, and what it answered. */
    answerBy: day('answer_by'),
    answer: text('answer'),
    /** While an objection is looked into the office may stop the clock (policy.md 8.5). */
    clockStoppedOn: day('clock_stopped_on'),
    closedOn: day('closed_on'),
    /** Of the latest round: its notice went out, was signed, and was answered by a confirmed report. */
    issuedOn: day('issued_on'),
    acknowledgedOn: day('acknowledged_on'),
    reportOn: day('report_on'),
    /** 科室办结: a complex one that its bureau section closed without a notice. */
    resolvedBySection: no('resolved_by_section'),
    /** Where it came from, as its file has it. */
    origin: text('origin'),
    /** Came with a file. */
    filed: no('filed'),
  },
  (t) => [
    uniqueIndex('cases_open_once')
      .on(t.school, t.findingKey)
      // A file may have the same finding under two numbers.
      .where(sql`state not in ('advised', 'closed', 'withdrawn') and filed = 0`),
    index('cases_open_by_school')
      .on(t.school)
      .where(sql`state not in ('advised', 'closed', 'withdrawn')`),
    index('cases_by_notice').on(t.notice),
    index('cases_by_visit').on(t.visit),
    index('cases_awaiting_office')
      .on(t.since)
      .where(sql`state = 'reinspecting' or (state = 'recorded' and severity = 'complex')`),
    index('cases_referred')
      .on(t.answerBy)
      .where(sql`state = 'referred'`),
    index('cases_running_by_school')
      .on(t.school, t.dueOn)
      .where(sql`state in ('issued', 'acknowledged')`),
    index('cases_running_by_inspector')
      .on(t.inspector, t.dueOn)
      .where(sql`state in ('issued', 'acknowledged')`),
    index('cases_running_by_county')
      .on(t.county, t.dueOn, t.id)
      .where(sql`state in ('issued', 'acknowledged')`),
    index('cases_open')
      .on(t.county)
      .where(sql`state not in ('advised', 'closed', 'withdrawn')`),
    index('cases_found').on(t.county, t.foundOn),
    index('cases_closed')
      .on(t.county, t.closedOn)
      .where(sql`state = 'closed'`),
    index('cases_running')
      .on(t.dueOn, t.id)
      .where(sql`state in ('issued', 'acknowledged')`),
  ],
)

/** The paper of one round: carries one or more cases to the school. */
export const notices = sqliteTable(
  'notices',
  {
    id: id<NoticeId>('id').primaryKey(),
    seq: whole('seq').notNull(),
    state: text<NoticeState>('state').notNull(),
    since: since(),
    visit: text<VisitId>('visit').notNull(),
    school: text<SchoolCode>('school').notNull(),
    county: text('county'),
    inspector: text<UserId>('inspector').notNull(),
    round: whole('round').notNull(),
    no: text('no'),
    issuedOn: day('issued_on'),
    approver: text<UserId>('approver'),
    ackBy: text<UserId>('ack_by'),
    ackAt: instant('ack_at'),
    /** A failed verdict that its inspector has yet to confirm. */
    failing: json<{ cases: CaseId[]; reason: string; due: Day }>('failing'),
  },
  (t) => [
    uniqueIndex('notices_no').on(t.no),
    index('notices_by_school').on(t.school, t.state),
    index('notices_pending')
      .on(t.since)
      .where(sql`state = 'pending_approval'`),
    index('notices_answered')
      .on(t.inspector)
      .where(sql`state = 'answered'`),
    index('notices_unjudged')
      .on(t.since)
      .where(sql`state = 'answered'`),
  ],
)

export type ReportItem = { case: CaseId; measures: string; status: 'done' | 'not_yet' }

/** What the school says it has done. One open draft a notice: whoever of the school writes next adds to it. */
export const reports = sqliteTable(
  'reports',
  {
    id: id<ReportId>('id').primaryKey(),
    seq: whole('seq').notNull(),
    state: text<ReportState>('state').notNull(),
    since: since(),
    notice: text<NoticeId>('notice').notNull(),
    school: text<SchoolCode>('school').notNull(),
    author: text<UserId>('author').notNull(),
    createdAt: instant('created_at').notNull(),
    items: json<ReportItem[]>('items').notNull(),
    confirmedBy: text<UserId>('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [
    uniqueIndex('reports_open_once')
      .on(t.notice)
      .where(sql`state = 'draft'`),
    index('reports_waiting')
      .on(t.createdAt)
      .where(sql`state = 'draft'`),
    index('reports_by_notice').on(t.notice),
  ],
)

/** What the school asks for besides: more time, or another look at the facts. */
export const requests = sqliteTable(
  'requests',
  {
    id: id('id').primaryKey(),
    seq: whole('seq').notNull(),
    kind: text<'extension' | 'objection'>('kind').notNull(),
    state: text<RequestState>('state').notNull(),
    since: since(),
    notice: text<NoticeId>('notice').notNull(),
    school: text<SchoolCode>('school').notNull(),
    asker: text<UserId>('asker').notNull(),
    askedAt: instant('asked_at').notNull(),
    reason: text('reason').notNull(),
    toDay: day('to_day'),
    /** Who decides: the notice's inspector, or the office. */
    decider: text<'inspector' | 'office'>('decider').notNull(),
    decidedBy: text<UserId>('decided_by'),
  },
  (t) => [
    uniqueIndex('requests_open_once')
      .on(t.notice, t.kind)
      .where(sql`state = 'asked'`),
    index('requests_asked')
      .on(t.since)
      .where(sql`state = 'asked'`),
    index('requests_by_notice').on(t.notice),
  ],
)
