import { sql } from 'drizzle-orm'
import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, filed, list, no, real, text, whole, yes } from '#db/columns.ts'
import type { Claim, Degree, ExitGround, InspectorStage, Training, Who } from '#src/domain/records.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'

/** 督学信息卡 (policy.md 5.9): who counts as an inspector, and on what grounds. */
export const inspectors = sqliteTable(
  'inspectors',
  {
    ...filed(),
    userid: text<UserId>('userid').notNull(),
    place: text('place').notNull(),
    kind: text<'full_time' | 'part_time'>('kind').notNull(),
    level: text<'national' | 'province' | 'city' | 'county'>('level'),
    appointedOn: day('appointed_on').notNull(),
    leftOn: day('left_on'),
    termStart: day('term_start'),
    termEnd: day('term_end'),
    termNo: whole('term_no'),
    retired: yes('retired').notNull(),
    retiredOn: day('retired_on'),
    secondedFrom: day('seconded_from'),
    secondedTo: day('seconded_to'),
    stages: list<InspectorStage>('stages'),
    degree: text<Degree>('degree'),
    educationWorkSince: day('education_work_since'),
    recordOk: yes('record_ok'),
    timeOk: yes('time_ok'),
    healthOk: yes('health_ok'),
    assessmentPassed: yes('assessment_passed'),
    recusals: list('recusals'),
    servingSchool: text<SchoolCode>('serving_school'),
    formerSchool: text<SchoolCode>('former_school'),
    formerLeftOn: day('former_left_on'),
    sex: text('sex'),
    birthMonth: text('birth_month'),
    employer: text('employer'),
    post: text('post'),
    title: text('title'),
    subjects: list('subjects'),
    cardNo: text('card_no'),
    phone: text('phone'),
    assessments: list('assessments'),
  },
  (t) => [uniqueIndex('inspectors_key').on(t.userid), index('inspectors_by_place').on(t.place)],
)

/** 督学聘任: one row a term, past and to come. */
export const appointments = sqliteTable(
  'appointments',
  {
    ...filed(),
    userid: text<UserId>('userid').notNull(),
    termStart: day('term_start').notNull(),
    termEnd: day('term_end').notNull(),
    termNo: whole('term_no'),
    recommendedOn: day('recommended_on'),
    vettedOn: day('vetted_on'),
    noticeFrom: day('notice_from'),
    noticeTo: day('notice_to'),
    publishedOn: day('published_on'),
    filedOn: day('filed_on'),
    docNo: text('doc_no'),
  },
  (t) => [uniqueIndex('appointments_key').on(t.userid, t.termStart)],
)

/** 督学责任区. */
export const zones = sqliteTable(
  'zones',
  {
    ...filed(),
    place: text('place').notNull(),
    zone: text('zone').notNull(),
    leader: text<UserId>('leader'),
    schools: list<SchoolCode>('schools'),
    liaison: text<UserId>('liaison'),
    members: list<UserId>('members'),
    from: day('from'),
    to: day('to'),
  },
  (t) => [uniqueIndex('zones_key').on(t.place, t.zone)],
)

/** 校长任期. A start that is not known yet stands empty until it is. */
export const principalTerms = sqliteTable(
  'principal_terms',
  {
    ...filed(),
    school: text<SchoolCode>('school').notNull(),
    person: text<Who>('person').notNull(),
    startOn: day('start_on'),
    endOn: day('end_on'),
    leftOn: day('left_on'),
    explanation: text('explanation'),
  },
  (t) => [uniqueIndex('principal_terms_key').on(t.school, t.person, t.startOn)],
)

/** 督学培训. */
export const training = sqliteTable(
  'training',
  {
    ...filed(),
    userid: text<UserId>('userid').notNull(),
    title: text('title').notNull(),
    form: text<Training['form']>('form').notNull(),
    organizerLevel: text<Training['organizerLevel']>('organizer_level').notNull(),
    startOn: day('start_on').notNull(),
    endOn: day('end_on').notNull(),
    hours: real('hours').notNull(),
    verified: no('verified'),
    verifiedOn: day('verified_on'),
    notDuplicate: no('not_duplicate'),
    organizer: text('organizer'),
    preDuty: yes('pre_duty'),
    topic: text('topic'),
    proof: text('proof'),
    verifiedBy: text<Who>('verified_by'),
  },
  (t) => [
    uniqueIndex('training_key').on(t.userid, t.title, t.startOn),
    index('training_unverified')
      .on(t.userid)
      .where(sql`verified = 0 and withdrawn = 0`),
  ],
)

/** 督学退出情形 (S-11). */
export const exitGrounds = sqliteTable(
  'exit_grounds',
  {
    ...filed(),
    userid: text<UserId>('userid').notNull(),
    ground: text<ExitGround['ground']>('ground').notNull(),
    notedOn: day('noted_on').notNull(),
    decidedOn: day('decided_on'),
    evidence: text('evidence'),
    outcome: text('outcome'),
  },
  (t) => [uniqueIndex('exit_grounds_key').on(t.userid, t.ground, t.notedOn)],
)

/** 首席督学工作室. */
export const studios = sqliteTable(
  'studios',
  {
    ...filed(),
    studio: text('studio').notNull(),
    place: text('place').notNull(),
    lead: text<UserId>('lead').notNull(),
    openOn: day('open_on'),
    closedOn: day('closed_on'),
  },
  (t) => [uniqueIndex('studios_key').on(t.studio)],
)

/** 督导费用. */
export const claims = sqliteTable(
  'claims',
  {
    ...filed(),
    userid: text<UserId>('userid').notNull(),
    incurredOn: day('incurred_on').notNull(),
    item: text<Claim['item']>('item').notNull(),
    /** Yuan. */
    amount: real('amount').notNull(),
    settledOn: day('settled_on'),
  },
  (t) => [uniqueIndex('claims_key').on(t.userid, t.incurredOn, t.item)],
)
