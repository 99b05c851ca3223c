import type { Files } from '../oracle/rows.ts'
import { edges, monthsFrom, type Chance } from './chance.ts'
import type { City } from './city.ts'

type Value = (chance: Chance, today: string) => string | number

const about =
  (n: number): Value =>
  (chance) =>
    Math.max(1, n + chance.pick(-n, -2, -1, 0, 1, 2, 10))
const oneOf =
  (...values: string[]): Value =>
  (chance) =>
    chance.pick(...values)
/** A date of the year about today or about the default. */
const date =
  (usual: string): Value =>
  (chance, today) =>
    chance.pick(usual, chance.day(today).slice(5), chance.day(today).slice(5)).replace('02-29', '02-28')

/** Settings that may name a place. */
const BY_PLACE: Record<string, Value> = {
  records_from: (chance, today) => chance.day(today, ...edges(today), ...monthsFrom(today, -1, -24)),
  new_school_days: about(30),
  load_notice: about(6),
  load_warning: about(8),
  semester_1: oneOf('08-01', '09-01', '07-01'),
  semester_2: oneOf('02-01', '03-01'),
  teaching_1: oneOf('09-01..01-20', '08-25..01-15', '09-10..12-31'),
  teaching_2: oneOf('02-20..07-05', '03-01..06-30', '02-10..07-10'),
  visits_warning_days: about(42),
  month_school_days: about(10),
  monthly_visits: oneOf('1', '2', '3'),
  monthly_notice: oneOf('19', '20', '21', '10'),
  monthly_warning: oneOf('24', '25', '26', '28'),
  monthly_binding: oneOf('true', 'false', '是', '否'),
  principal_notice_months: about(12),
  principal_warning_months: about(6),
  principal_exempt_months: about(12),
  school_warning_months: about(6),
  reinspection_days: about(30),
  issue_days: about(10),
  gap_days: about(30),
  term_days: about(90),
  recusal_years: oneOf('1', '2', '3', '4'),
}

const FOR_ALL: Record<string, Value> = {
  seat_vacant_days: about(30),
  post_warning_days: about(30),
  post_breach_days: about(90),
  plenary_notice: date('09-01'),
  plenary_warning: date('11-01'),
  minutes_days: about(10),
  rules_years: oneOf('2', '3', '4'),
  chief_report_notice: date('12-01'),
  task_days: about(7),
  evaluation_start: date('03-31'),
  evaluation_end: date('06-30'),
  government_notice_months: about(12),
  government_warning_months: about(6),
  monitoring_notice: date('12-31'),
  commendation_notice: date('11-01'),
  commendation_warning: date('12-01'),
  publication_notice_days: about(20),
  publication_warning_days: about(40),
  record_warning_days: about(5),
  record_breach_days: about(10),
  filing_warning_days: about(10),
  filing_breach_days: about(20),
  outcome_days: about(20),
  students_months: about(18),
  retiree_notice_percent: oneOf('30', '34', '35', '36', '20'),
  training_pace: oneOf(
    '06-30:20:notice|09-30:30:warning|12-01:40:warning',
    '03-31:10:notice|10-01:35:warning',
  ),
  studio_notice: date('03-31'),
  studio_warning: date('06-30'),
  budget_due: date('03-31'),
  claim_days: about(60),
}

/** None in half of the cities, else a dozen with places and days from which they hold. */
export function settingsRows(city: City): Files[string] {
  const { chance, today, places } = city
  if (chance.often(0.35)) return []
  const rows: Files[string] = []
  const add = (key: string, value: Value, place: string) => {
    const effective_from = chance.day(today, ...edges(today), ...monthsFrom(today, -24))
    rows.push({ key, place, value: String(value(chance, today)), effective_from })
  }
  const rare = chance.pick(0.05, 0.15, 0.4)
  for (const [key, value] of Object.entries(BY_PLACE)) {
    const share = key === 'records_from' ? rare / 2 : key === 'principal_exempt_months' ? 0.4 : rare
    for (const place of chance.some(['', ...places], share)) {
      add(key, value, place)
      if (chance.often(0.4)) add(key, value, place)
    }
  }
  for (const [key, value] of Object.entries(FOR_ALL))
    if (chance.often(rare)) {
      add(key, value, '')
      if (chance.often(0.4)) add(key, value, '')
    }
  return rows
}
