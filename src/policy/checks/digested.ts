import { monthOf, type Day } from '#src/domain/day.ts'
import type { Role } from '#src/domain/words.ts'
import { committeeRoster } from './c1.1-committee-roster.ts'
import { chiefInspectors } from './c2.1-chief-inspectors.ts'
import { plenary } from './c3.1-plenary.ts'
import { committeeRules } from './c3.2-committee-rules.ts'
import { memberTasks } from './c3.4-member-tasks.ts'
import { yearlyEvaluation } from './c4.1-yearly-evaluation.ts'
import { governmentsFiveYears } from './c4.2-governments-five-years.ts'
import { load } from './c5.2-load.ts'
import { semesterVisits } from './c5.3-semester-visits.ts'
import { monthlyVisits } from './c5.3b-monthly-visits.ts'
import { principalsTerm } from './c5.4-principals-term.ts'
import { schoolCycle } from './c5.5-school-cycle.ts'
import { privateSchools } from './c5.6-private-schools.ts'
import { appraisalRules } from './c5.7-appraisal-rules.ts'
import { monitoringRegister } from './c6.1-monitoring-register.ts'
import { commendation } from './c7.1-commendation.ts'
import { publication } from './c7.2-publication.ts'
import { loopIntegrity } from './c7.3-loop-integrity.ts'
import { interviewFilings } from './c8.2-interview-filings.ts'
import { ratio } from './c9.1-ratio.ts'
import { stages } from './c9.2-stages.ts'
import { retireeShare } from './c10.1-retiree-share.ts'
import { fortyHours } from './c11.1-forty-hours.ts'
import { studioFunds } from './c11.4-studio-funds.ts'
import { budgetLine } from './c12.1-budget-line.ts'
import { costRules } from './c12.2-cost-rules.ts'
import { unsettledCosts } from './c12.3-unsettled-costs.ts'
import { countyPlans } from './c14.1-county-plans.ts'
import type { Check } from './check.ts'

export type Reader =
  | 'county_office'
  | 'city_office'
  | 'chief_inspector'
  | 'committee_vice_chair'
  | 'zone_leader'
  | 'committee_chair'

/** One check in somebody's digest: every Monday, or with the digest of these months. */
export type Digested = { check: Check; to: Reader; in: 'every week' | readonly number[] }

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const EVERY_QUARTER = [1, 4, 7, 10]
const HALF_YEARLY = [1, 7]
/** Hours are behind from the pace of 30 September on. */
const FROM_OCTOBER = [10, 11, 12]
const IN_DECEMBER = [12]

const entries = (to: Reader, months: Digested['in'], ...checks: Check[]): Digested[] =>
  checks.map((check) => ({ check, to, in: months }))

/**
 * What offices and leaders read of the checks in their digests (policy.md 2.2, "Tell": D). Where the policy names no
 * rhythm, it is the month. Uncovered schools (C5.1) have their own list every Monday.
 */
export const DIGESTED: readonly Digested[] = [
  ...entries('city_office', 'every week', committeeRoster, publication),
  ...entries('county_office', 'every week', publication),
  ...entries('committee_vice_chair', 'every week', memberTasks),

  ...entries(
    'county_office',
    EVERY_MONTH,
    load,
    semesterVisits,
    principalsTerm,
    privateSchools,
    interviewFilings,
    unsettledCosts,
  ),
  ...entries('county_office', FROM_OCTOBER, fortyHours),
  ...entries('county_office', EVERY_QUARTER, schoolCycle, stages),
  ...entries(
    'city_office',
    EVERY_MONTH,
    chiefInspectors,
    yearlyEvaluation,
    monitoringRegister,
    commendation,
    interviewFilings,
    ratio,
    studioFunds,
    costRules,
    countyPlans,
  ),
  ...entries(
    'city_office',
    EVERY_QUARTER,
    committeeRules,
    governmentsFiveYears,
    principalsTerm,
    appraisalRules,
    retireeShare,
  ),
  // Last year's hours are judged in January; the budget line is due by the end of March.
  ...entries('city_office', [1], fortyHours),
  ...entries('city_office', [4], budgetLine),
  ...entries('chief_inspector', EVERY_MONTH, loopIntegrity),
  ...entries('committee_vice_chair', IN_DECEMBER, plenary),
  ...entries('committee_chair', HALF_YEARLY, ratio),
  ...entries('committee_vice_chair', HALF_YEARLY, ratio),
  ...entries('zone_leader', EVERY_MONTH, monthlyVisits),
]

/** What the digest of a week holds for somebody in a role, or of the month that a day is in. */
export const digested = (to: Role, length: 'week' | 'month', day: Day): Check[] =>
  DIGESTED.filter((each) => each.to === to && isIn(each.in, length, day)).map(({ check }) => check)

/** C6.2 finds nothing and has no lines: what it is about the chief inspector reads once a year. */
export const readsUseOfMonitoring = (to: Role, length: 'week' | 'month', day: Day): boolean =>
  to === 'chief_inspector' && length === 'month' && monthOf(day) === 1

const isIn = (when: Digested['in'], length: 'week' | 'month', day: Day): boolean =>
  when === 'every week' ? length === 'week' : length === 'month' && when.includes(monthOf(day))
