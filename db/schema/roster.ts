import { sql } from 'drizzle-orm'
import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import { day, id, instant, json, no, since, text, whole, yes } from '#db/columns.ts'
import type { Day } from '#src/domain/day.ts'
import type { Ownership, Role, SchoolCode, Stage, UserId, WordId } from '#src/domain/words.ts'
import type { LexiconKind } from '#src/language/lexicon/own-words.ts'
import type { WordState } from '#src/policy/states.ts'

/** The first day of what has always been so. */
export const ALWAYS = '' as Day

/** Facts about the database itself: `kind` (sample or live), `roster_version`, `lexicon_version`, `clock_offset_ms` of a rehearsal. */
export const meta = sqliteTable('meta', {
  key: id('key').primaryKey(),
  value: text('value').notNull(),
})

export const places = sqliteTable('places', {
  name: id('name').primaryKey(),
  level: text<'city' | 'county' | 'functional_zone'>('level').notNull(),
  government: yes('government').notNull(),
  countedIn: text('counted_in'),
  validFrom: day('valid_from'),
  validTo: day('valid_to'),
  /** Came with a file of kind `places`; from then on an unknown county name in other files is an error. */
  filed: yes('filed').notNull(),
  withdrawn: yes('withdrawn').notNull(),
})

export const schools = sqliteTable(
  'schools',
  {
    code: id<SchoolCode>('code').primaryKey(),
    name: text('name').notNull(),
    /** Null: run by the city (市直). */
    county: text('county'),
    stage: text<Stage>('stage').notNull(),
    ownership: text<Ownership>('ownership').notNull(),
    students: whole('students'),
    aliases: json<string[]>('aliases').notNull(),
    formerNames: json<string[]>('former_names').notNull(),
    openOn: day('open_on'),
    closedOn: day('closed_on'),
    successor: text<SchoolCode>('successor'),
    mainSchool: text<SchoolCode>('main_school'),
    address: text('address'),
    phone: text('phone'),
    withdrawn: yes('withdrawn').notNull(),
  },
  (t) => [index('schools_by_county').on(t.county)],
)

export const people = sqliteTable(
  'people',
  {
    /** Lower case; `written` keeps the spelling of the file. */
    userid: id<UserId>('userid').primaryKey(),
    written: text('written').notNull(),
    name: text('name').notNull(),
    role: text<Role>('role').notNull(),
    alsoRoles: json<Role[]>('also_roles').notNull(),
    /** Null: the city level. */
    county: text('county'),
    school: text<SchoolCode>('school_code'),
    leftOn: day('left_on'),
    unit: text('unit'),
    phone: text('phone'),
    withdrawn: yes('withdrawn').notNull(),
    /** 停用: from this moment on he can do and read nothing, until 恢复. */
    suspendedAt: instant('suspended_at'),
    /** The roster version that bound him to a school with open notices, until he has been given them. */
    awaitsNotices: whole('awaits_notices'),
  },
  (t) => [
    index('people_by_school').on(t.school),
    index('people_by_name').on(t.name),
    index('people_awaiting_notices')
      .on(t.awaitsNotices)
      .where(sql`awaits_notices is not null`),
    index('people_by_county').on(t.county, t.role),
    index('people_also_by_county')
      .on(t.county)
      .where(sql`also_roles <> '[]'`),
  ],
)

/**
 * Who is the responsible inspector (责任督学) of which school. The people file's shorthand `assigned_school_codes` has no
 * first day (`ALWAYS`) and yields to rows that have begun.
 */
export const assignments = sqliteTable(
  'assignments',
  {
    inspector: text<UserId>('inspector').notNull(),
    school: text<SchoolCode>('school').notNull(),
    fromOn: day('from_on').notNull().default(ALWAYS),
    toOn: day('to_on'),
    /** Why the office lets an inspector keep a school that he would have to leave to others (C10.6). */
    overrideReason: text('override_reason'),
    plaqueOn: day('plaque_on'),
    withdrawn: no('withdrawn'),
    /** How often a row that came with its own file was changed. */
    seq: whole('seq').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.inspector, t.school, t.fromOn] }),
    index('assignments_by_school').on(t.school),
  ],
)

/** Where the State Council's arrangement differs from Monday to Friday. */
export const workingDays = sqliteTable('working_days', {
  date: day('date').primaryKey(),
  dayType: text<'off' | 'work'>('day_type').notNull(),
  holiday: text('holiday'),
  /** Came with a file; the rest are the arrangements that the release knows. */
  filed: no('filed'),
  /** How often a row that came with a file was changed. */
  seq: whole('seq').notNull().default(0),
})

/** Who decides for whom, first and last day included. */
export const deputies = sqliteTable(
  'deputies',
  {
    person: text<UserId>('person').notNull(),
    deputy: text<UserId>('deputy').notNull(),
    fromOn: day('from_on').notNull(),
    toOn: day('to_on').notNull(),
    setBy: text<UserId>('set_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.person, t.deputy, t.fromOn] }),
    index('deputies_by_deputy').on(t.deputy, t.toOn),
  ],
)

/** Groups that an office has declared: what every inspector of the place may see may stand there (architecture.md). */
export const groups = sqliteTable('groups', {
  chat: id('chat').primaryKey(),
  /** Null: the whole city. */
  place: text('place'),
  declaredBy: text<UserId>('declared_by').notNull(),
  at: instant('at').notNull(),
})

/** Who wrote and is on no roster: the city office reads them once a day. */
export const strangers = sqliteTable(
  'strangers',
  {
    userid: id<UserId>('userid').primaryKey(),
    firstAt: instant('first_at').notNull(),
    /** When he last read how to be registered. */
    answeredAt: instant('answered_at'),
  },
  (t) => [index('strangers_by_day').on(t.firstAt)],
)

/** Words that an office has added to those that the ear knows (docs/lexicon.md). */
export const lexicon = sqliteTable('lexicon', {
  /** `word:matter:无人机`: what its history stands under. */
  id: id<WordId>('id').primaryKey(),
  seq: whole('seq').notNull(),
  state: text<WordState>('state').notNull(),
  since: since(),
  kind: text<LexiconKind>('kind').notNull(),
  word: text('word').notNull(),
  means: text('means').notNull(),
})

/** What an office has settled otherwise than the default, by place and from which day on; the last one before a day holds. */
export const settings = sqliteTable(
  'settings',
  {
    name: text('name').notNull(),
    /** Empty: the whole city. */
    place: text('place').notNull(),
    fromOn: day('from_on').notNull(),
    value: json<string | number | boolean>('value').notNull(),
    setBy: text<UserId>('set_by').notNull(),
    setAt: instant('set_at').notNull(),
    /** The paper that it was settled by. */
    basis: text('basis'),
    /** How often it was changed, for its history. */
    seq: whole('seq').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.name, t.place, t.fromOn] })],
)
