import type { CheckTopic } from '#src/language/questions/check-questions.ts'
import { accountability } from './accountability.ts'
import { appraisalRules } from './appraisal-rules.ts'
import { budget } from './budget.ts'
import { chiefReport } from './chief-report.ts'
import { chiefs } from './chiefs.ts'
import { claims } from './claims.ts'
import { commendation } from './commendation.ts'
import { committee } from './committee.ts'
import { committeeRules } from './committee-rules.ts'
import { countySheet } from './county-sheet.ts'
import { evaluation } from './evaluation.ts'
import { exit } from './exit.ts'
import { governmentCycle } from './government-cycle.ts'
import { hours } from './hours.ts'
import { interviews } from './interviews.ts'
import { load } from './load.ts'
import { loop } from './loop.ts'
import { meetings } from './meetings.ts'
import { memberTasks } from './member-tasks.ts'
import { monitoring } from './monitoring.ts'
import { plans } from './plans.ts'
import { principalTerms } from './principal-terms.ts'
import { privateSchools } from './private-schools.ts'
import { procedure } from './procedure.ts'
import { retired } from './retired.ts'
import { schoolCycle } from './school-cycle.ts'
import { settings } from './settings.ts'
import { staffing } from './staffing.ts'
import { studios } from './studios.ts'
import { terms } from './terms.ts'
import type { Topic } from './topic.ts'
import { uncovered } from './uncovered.ts'
import { unpublished } from './unpublished.ts'

/** Every question about the records that is asked of a place, or by an inspector about himself; 「归谁督导」 is who.ts, 「责任区」 zones/ask.ts. */
export const TOPICS: Record<Exclude<CheckTopic, 'who' | 'zones'>, Topic> = {
  staffing,
  retired,
  hours,
  terms,
  procedure,
  exit,
  studios,
  claims,
  uncovered,
  load,
  principal_terms: principalTerms,
  school_cycle: schoolCycle,
  private_schools: privateSchools,
  appraisal_rules: appraisalRules,
  evaluation,
  government_cycle: governmentCycle,
  monitoring,
  commendation,
  unpublished,
  loop,
  interviews,
  accountability,
  committee,
  chiefs,
  meetings,
  committee_rules: committeeRules,
  chief_report: chiefReport,
  member_tasks: memberTasks,
  budget,
  plans,
  county_sheet: countySheet,
  settings,
}
