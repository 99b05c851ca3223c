import { CITY, type Records } from '#src/domain/records.ts'
import { chiefInspectors } from './c2.1-chief-inspectors.ts'
import { plenary } from './c3.1-plenary.ts'
import { chiefReport } from './c3.3-chief-report.ts'
import { memberTasks } from './c3.4-member-tasks.ts'
import { yearlyEvaluation } from './c4.1-yearly-evaluation.ts'
import { plaqueCoverage } from './c5.1-plaque-coverage.ts'
import { semesterVisits } from './c5.3-semester-visits.ts'
import { commendation } from './c7.1-commendation.ts'
import { interviewRecord } from './c8.1-interview-record.ts'
import { interviewFilings } from './c8.2-interview-filings.ts'
import { interviewOrganizers } from './c8.3-interview-organizers.ts'
import { outcomePublication } from './c8.4-outcome-publication.ts'
import { ratio } from './c9.1-ratio.ts'
import { retiredTwoYears } from './c10.2-retired-two-years.ts'
import { basicConditions } from './c10.3-basic-conditions.ts'
import { procedure } from './c10.4-procedure.ts'
import { term } from './c10.5-term.ts'
import { recusal } from './c10.6-recusal.ts'
import { fortyHours } from './c11.1-forty-hours.ts'
import { exitGrounds } from './c11.3-exit-grounds.ts'
import type { Check } from './check.ts'
import {
  at,
  groundsStep,
  hoursStep,
  plenaryStep,
  semesterStep,
  termStep,
  uncoveredStep,
  vacancyStep,
  withFigures,
  yearStep,
  type Step,
} from './told-steps.ts'

/**
 * Who hears of a line by a message of his own. `office`: of the place that the line belongs to, the city's for the city.
 * `person`: the inspector whom the line is about; `responsible`: the inspectors of the school; `unit`: a member unit.
 */
export type Hearer =
  'office' | 'county_office' | 'chief_inspector' | 'person' | 'responsible' | 'zone_leader' | 'unit'

export type Told = {
  check: Check
  /** The kind of records without any of which nobody is told: an office that has not begun to keep them here. */
  of: keyof Records
  to: Hearer
  step: Step
  /** Its notice counts towards a day to come: where that falls on days off it is told on the last working day before (8.3). */
  ahead?: true
}

/** Everything of which a person hears by a message of his own (policy.md 2.2, "Tell": P). */
export const TOLD: readonly Told[] = [
  { check: chiefInspectors, of: 'posts', to: 'office', step: vacancyStep },
  { check: plenary, of: 'meetings', to: 'office', step: plenaryStep },
  {
    check: plenary,
    of: 'meetings',
    to: 'chief_inspector',
    step: (line, view) => (line.place === CITY && line.level === 'warning' ? plenaryStep(line, view) : null),
  },
  { check: chiefReport, of: 'documents', to: 'chief_inspector', step: at('notice') },
  {
    check: memberTasks,
    of: 'memberTasks',
    to: 'unit',
    step: withFigures(['due_on'], 'notice', 'warning'),
    ahead: true,
  },
  { check: yearlyEvaluation, of: 'supervisions', to: 'county_office', step: at('warning', 'breach') },
  { check: plaqueCoverage, of: 'inspectors', to: 'office', step: uncoveredStep },
  { check: semesterVisits, of: 'inspectors', to: 'responsible', step: semesterStep },
  { check: semesterVisits, of: 'inspectors', to: 'zone_leader', step: at('warning') },
  { check: commendation, of: 'commendations', to: 'office', step: yearStep },
  { check: interviewRecord, of: 'interviews', to: 'office', step: at('warning', 'breach') },
  { check: interviewFilings, of: 'interviews', to: 'office', step: at('warning', 'breach') },
  { check: interviewOrganizers, of: 'interviews', to: 'office', step: at('notice', 'breach') },
  { check: outcomePublication, of: 'accountability', to: 'office', step: at('warning') },
  { check: ratio, of: 'studentNumbers', to: 'county_office', step: withFigures(['need', 'have'], 'breach') },
  {
    check: retiredTwoYears,
    of: 'inspectors',
    to: 'office',
    step: withFigures(['retired_on', 'appointed_on'], 'breach'),
  },
  { check: basicConditions, of: 'inspectors', to: 'office', step: withFigures(['failed'], 'breach') },
  { check: procedure, of: 'appointments', to: 'office', step: at('breach', 'warning') },
  { check: term, of: 'inspectors', to: 'person', step: termStep, ahead: true },
  { check: term, of: 'inspectors', to: 'office', step: termStep, ahead: true },
  { check: recusal, of: 'inspectors', to: 'person', step: withFigures(['reason'], 'breach', 'warning') },
  { check: recusal, of: 'inspectors', to: 'office', step: withFigures(['reason'], 'breach', 'warning') },
  { check: fortyHours, of: 'training', to: 'person', step: hoursStep },
  { check: exitGrounds, of: 'exitGrounds', to: 'office', step: groundsStep },
]
