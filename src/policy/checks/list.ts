import { retireeShare } from './c10.1-retiree-share.ts'
import { retiredTwoYears } from './c10.2-retired-two-years.ts'
import { basicConditions } from './c10.3-basic-conditions.ts'
import { procedure } from './c10.4-procedure.ts'
import { term } from './c10.5-term.ts'
import { recusal } from './c10.6-recusal.ts'
import { fortyHours } from './c11.1-forty-hours.ts'
import { exitGrounds } from './c11.3-exit-grounds.ts'
import { studioFunds } from './c11.4-studio-funds.ts'
import { budgetLine } from './c12.1-budget-line.ts'
import { costRules } from './c12.2-cost-rules.ts'
import { unsettledCosts } from './c12.3-unsettled-costs.ts'
import { countyPlans } from './c14.1-county-plans.ts'
import { committeeRoster } from './c1.1-committee-roster.ts'
import { chiefInspectors } from './c2.1-chief-inspectors.ts'
import { plenary } from './c3.1-plenary.ts'
import { committeeRules } from './c3.2-committee-rules.ts'
import { chiefReport } from './c3.3-chief-report.ts'
import { memberTasks } from './c3.4-member-tasks.ts'
import { yearlyEvaluation } from './c4.1-yearly-evaluation.ts'
import { governmentsFiveYears } from './c4.2-governments-five-years.ts'
import { plaqueCoverage } from './c5.1-plaque-coverage.ts'
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
import { interviewRecord } from './c8.1-interview-record.ts'
import { interviewFilings } from './c8.2-interview-filings.ts'
import { interviewOrganizers } from './c8.3-interview-organizers.ts'
import { outcomePublication } from './c8.4-outcome-publication.ts'
import { ratio } from './c9.1-ratio.ts'
import { stages } from './c9.2-stages.ts'
import type { Check } from './check.ts'

/** Every check that prints lines, in the order of the numbers. */
export const CHECKS: readonly Check[] = [
  committeeRoster,
  chiefInspectors,
  plenary,
  committeeRules,
  chiefReport,
  memberTasks,
  yearlyEvaluation,
  governmentsFiveYears,
  plaqueCoverage,
  load,
  semesterVisits,
  monthlyVisits,
  principalsTerm,
  schoolCycle,
  privateSchools,
  appraisalRules,
  monitoringRegister,
  commendation,
  publication,
  loopIntegrity,
  interviewRecord,
  interviewFilings,
  interviewOrganizers,
  outcomePublication,
  ratio,
  stages,
  retireeShare,
  retiredTwoYears,
  basicConditions,
  procedure,
  term,
  recusal,
  fortyHours,
  exitGrounds,
  studioFunds,
  budgetLine,
  costRules,
  unsettledCosts,
  countyPlans,
]

/** Checks of policy.md that have no lines: shown in chat and papers, or rules for how things are built. */
export const WITHOUT_LINES: readonly string[] = ['C6.2', 'C11.2', 'C13.1', 'C13.2', 'C13.3', 'C14.2']
