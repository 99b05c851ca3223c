import { yearOf } from './days.ts'
import type { Known } from './known.ts'
import { yes, type Row } from './rows.ts'

/** B6. Law (fixed) stands beside the check that it is about. */
const DEFAULTS = {
  records_from: '',
  seat_vacant_days: '30',
  post_warning_days: '30',
  post_breach_days: '90',
  plenary_notice: '09-01',
  plenary_warning: '11-01',
  minutes_days: '10',
  rules_years: '3',
  chief_report_notice: '12-01',
  task_days: '7',
  evaluation_start: '03-31',
  evaluation_end: '06-30',
  government_notice_months: '12',
  government_warning_months: '6',
  new_school_days: '30',
  load_notice: '6',
  load_warning: '8',
  semester_1: '08-01',
  semester_2: '02-01',
  teaching_1: '09-01..01-20',
  teaching_2: '02-20..07-05',
  visits_warning_days: '42',
  month_school_days: '10',
  monthly_visits: '1',
  monthly_notice: '20',
  monthly_warning: '25',
  monthly_binding: 'false',
  principal_notice_months: '12',
  principal_warning_months: '6',
  principal_exempt_months: '12',
  school_warning_months: '6',
  monitoring_notice: '12-31',
  commendation_notice: '11-01',
  commendation_warning: '12-01',
  publication_notice_days: '20',
  publication_warning_days: '40',
  reinspection_days: '30',
  issue_days: '10',
  gap_days: '30',
  record_warning_days: '5',
  record_breach_days: '10',
  filing_warning_days: '10',
  filing_breach_days: '20',
  outcome_days: '20',
  students_months: '18',
  retiree_notice_percent: '35',
  term_days: '90',
  recusal_years: '3',
  training_pace: '06-30:20:notice|09-30:30:warning|12-01:40:warning',
  studio_notice: '03-31',
  studio_warning: '06-30',
  budget_due: '03-31',
  claim_days: '60',
}

export type Key = keyof typeof DEFAULTS

/** B2.14: the value in force on a day: the latest row for the place, else the latest for everywhere, else the default. */
export function textSet(known: Known, key: Key, place: string, on = known.D): string {
  for (const where of [place, '']) {
    let found: Row | undefined
    for (const row of known.rows('settings'))
      if (row.key === key && row.place === where && row.effective_from <= on)
        if (!found || row.effective_from > found.effective_from) found = row
    if (found) return found.value
  }
  return DEFAULTS[key]
}

export const numberSet = (known: Known, key: Key, place: string, on = known.D): number =>
  Number(textSet(known, key, place, on))

export const yesSet = (known: Known, key: Key, place: string, on = known.D): boolean =>
  yes(textSet(known, key, place, on))

/** A date of the year, in a year. */
export const dateSet = (known: Known, key: Key, place: string, year: number, on = known.D): string =>
  `${year}-${textSet(known, key, place, on)}`

/** The day whose settings judge a year: its last day when it is closed, else D. */
export const judgedOn = (known: Known, year: number): string =>
  year < yearOf(known.D) ? `${year}-12-31` : known.D
