import { yearOf, type Day } from '#src/domain/day.ts'
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
import type { Check, Line } from './check.ts'
import type { Level } from './levels.ts'
import { inYear, yearDayIn } from './setting-values.ts'
import type { View } from './view/view.ts'

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
  /** The step that a line has come to: each is told once; null where there is nothing to say. */
  step(line: Line, view: View): string | null
  /** It counts towards a day to come: where that falls on days off it is told on the last working day before (8.3). */
  ahead?: true
}

const at =
  (...levels: Level[]) =>
  ({ level }: Line): string | null =>
    levels.includes(level) ? level : null

/** By the text of the figures that it depends on, so that it is told again when they change. */
const withFigures =
  (names: readonly string[], ...levels: Level[]) =>
  (line: Line): string | null =>
    levels.includes(line.level)
      ? [line.level, ...names.map((name) => String(line.figures[name]))].join(' ')
      : null

const isRunning = ({ figures }: Line, { year }: View): boolean => figures['year'] === year

/** 1 September, 1 November, 1 December of a running year; what is missed is told in the new year; minutes apart from all. */
function plenaryStep(line: Line, view: View): string | null {
  if (line.level === 'warning' && line.figures['held'] !== 0)
    return `minutes ${String(line.figures['last_on'])}`
  return yearStep(line, view)
}

/** A duty of the year: its notice, its warning, a last call on 1 December, and that it was missed. */
function yearStep(line: Line, view: View): string | null {
  if (!isRunning(line, view)) return line.level === 'breach' && isJanuary(view) ? 'missed' : null
  if (line.level === 'warning') return view.day >= inYear(view.year, LAST_CALL) ? 'last call' : 'warning'
  return line.level === 'notice' ? 'notice' : null
}

const LAST_CALL = yearDayIn('12-01')!

/** Last year is judged in January; who starts later with old records is not told of it. */
const isJanuary = ({ day }: View): boolean => day < (`${yearOf(day)}-02-01` as Day)

/** The days of the year on which the hours are compared with the pace (06-30, 09-30, 12-01). */
function hoursStep(line: Line, view: View): string | null {
  if (!isRunning(line, view)) return line.level === 'breach' && isJanuary(view) ? 'missed' : null
  if (line.level !== 'notice' && line.level !== 'warning') return null
  const reached = view
    .setting('training_pace', line.place)
    .find(({ from }) => view.day >= inYear(view.year, from))
  return reached?.from ?? null
}

/** Ninety and thirty days before the last day of a term, and that it is over. */
function termStep({ level, figures }: Line): string | null {
  const left = Number(figures['days_left'])
  const end = String(figures['term_end'])
  if (level === 'warning') return `over ${end}`
  return level === 'notice' ? `${left <= 30 ? 30 : 90} ${end}` : null
}

/** Everything of which a person hears by a message of his own (policy.md 2.2, "Tell": P). */
export const TOLD: readonly Told[] = [
  { check: chiefInspectors, of: 'posts', to: 'office', step: at('warning', 'breach') },
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
  { check: plaqueCoverage, of: 'inspectors', to: 'office', step: at('breach') },
  { check: semesterVisits, of: 'inspectors', to: 'responsible', step: at('notice', 'warning') },
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
  { check: exitGrounds, of: 'exitGrounds', to: 'office', step: withFigures(['open'], 'warning') },
]
