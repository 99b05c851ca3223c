import type { Day } from '#src/domain/day.ts'
import { countIn, dateIn, monthStartIn, paceIn, yearDayIn, yearSpanIn, yesOrNoIn } from './setting-values.ts'

/** One setting of the checks: how its value is read (null: not a value), and what it is where nobody has set it. */
type Declared<T> = {
  read: (text: string) => T | null
  /** As an office would write it. */
  standard: string
  /** Whether a place may have a value of its own. */
  place: boolean
  /** Law: nobody may set it. */
  fixed: boolean
}

const setting = <T>(read: (text: string) => T | null, standard: string): Declared<T> => ({
  read,
  standard,
  place: false,
  fixed: false,
})
const placed = <T>(read: (text: string) => T | null, standard: string): Declared<T> => ({
  ...setting(read, standard),
  place: true,
})
const fixed = (standard: string): Declared<number> => ({ ...setting(countIn, standard), fixed: true })

/** Nothing written is before every day: records are complete from ever. */
const dayOrNone = (text: string): Day | '' | null => (text === '' ? '' : dateIn(text))

/**
 * What the checks take from settings, with its default (records-contract.md B6). Days, working days, months and years are
 * whole numbers; what is `fixed` is law.
 */
export const SETTINGS = {
  records_from: placed(dayOrNone, ''),

  seat_vacant_days: setting(countIn, '30'),
  post_warning_days: setting(countIn, '30'),
  post_breach_days: setting(countIn, '90'),
  plenary_notice: setting(yearDayIn, '09-01'),
  plenary_warning: setting(yearDayIn, '11-01'),
  minutes_days: setting(countIn, '10'),
  rules_years: setting(countIn, '3'),
  chief_report_notice: setting(yearDayIn, '12-01'),
  task_days: setting(countIn, '7'),

  evaluation_start: setting(yearDayIn, '03-31'),
  evaluation_end: setting(yearDayIn, '06-30'),
  government_years: fixed('5'),
  government_notice_months: setting(countIn, '12'),
  government_warning_months: setting(countIn, '6'),

  new_school_days: placed(countIn, '30'),
  load_notice: placed(countIn, '6'),
  load_warning: placed(countIn, '8'),
  semester_1: placed(monthStartIn, '08-01'),
  semester_2: placed(monthStartIn, '02-01'),
  teaching_1: placed(yearSpanIn, '09-01..01-20'),
  teaching_2: placed(yearSpanIn, '02-20..07-05'),
  visits_per_semester: fixed('2'),
  visits_warning_days: placed(countIn, '42'),
  month_school_days: placed(countIn, '10'),
  monthly_visits: placed(countIn, '1'),
  monthly_notice: placed(countIn, '20'),
  monthly_warning: placed(countIn, '25'),
  monthly_binding: placed(yesOrNoIn, 'false'),
  principal_notice_months: placed(countIn, '12'),
  principal_warning_months: placed(countIn, '6'),
  principal_exempt_months: placed(countIn, '12'),
  school_years: fixed('5'),
  school_min_years: fixed('3'),
  school_warning_months: placed(countIn, '6'),

  monitoring_notice: setting(yearDayIn, '12-31'),
  commendation_notice: setting(yearDayIn, '11-01'),
  commendation_warning: setting(yearDayIn, '12-01'),
  publication_notice_days: setting(countIn, '20'),
  publication_warning_days: setting(countIn, '40'),
  reinspection_days: placed(countIn, '30'),
  issue_days: placed(countIn, '10'),
  gap_days: placed(countIn, '30'),

  record_warning_days: setting(countIn, '5'),
  record_breach_days: setting(countIn, '10'),
  filing_warning_days: setting(countIn, '10'),
  filing_breach_days: setting(countIn, '20'),
  outcome_days: setting(countIn, '20'),

  students_per_inspector: fixed('10000'),
  students_months: setting(countIn, '18'),
  retiree_percent: fixed('40'),
  retiree_notice_percent: setting(countIn, '35'),
  retired_years: fixed('2'),
  education_years: fixed('10'),
  notice_days: fixed('7'),
  term_years: fixed('3'),
  terms_max: fixed('3'),
  term_days: placed(countIn, '90'),
  recusal_years: placed(countIn, '3'),

  training_hours: fixed('40'),
  training_pace: setting(paceIn, '06-30:20:notice|09-30:30:warning|12-01:40:warning'),
  studio_notice: setting(yearDayIn, '03-31'),
  studio_warning: setting(yearDayIn, '06-30'),
  budget_due: setting(yearDayIn, '03-31'),
  claim_days: setting(countIn, '60'),
}

export type SettingKey = keyof typeof SETTINGS
export type SettingValue<K extends SettingKey> = Exclude<ReturnType<(typeof SETTINGS)[K]['read']>, null>

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key)

/** What a written value means for a key; null where it is none. */
export const readSetting = <K extends SettingKey>(key: K, text: string): SettingValue<K> | null =>
  SETTINGS[key].read(text) as SettingValue<K> | null
