import { addDays, yearOf, type Day } from '#src/domain/day.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import type { Line } from './check.ts'
import type { Level } from './levels.ts'
import { inYear, yearDayIn } from './setting-values.ts'
import { closedSpan, earlierEnd, latest, overlap } from './view/spans.ts'
import type { View } from './view/view.ts'

/** The step that a line has come to: each is told once; null where there is nothing to say. */
export type Step = (line: Line, view: View) => string | null

/** Each of these levels is a step. */
export const at =
  (...levels: Level[]): Step =>
  ({ level }) =>
    levels.includes(level) ? level : null

/** By the text of the figures that it depends on, so that it is told again when they change. */
export const withFigures =
  (names: readonly string[], ...levels: Level[]): Step =>
  (line) =>
    levels.includes(line.level)
      ? [line.level, ...names.map((name) => String(line.figures[name]))].join(' ')
      : null

/** A post is told of once each time that it falls vacant. */
export const vacancyStep: Step = ({ level, figures }, { day }) =>
  level === 'warning' || level === 'breach'
    ? `${level} ${addDays(day, -Number(figures['vacant_days']))}`
    : null

/** A school is told of once each time that it loses its last inspector. */
export const uncoveredStep: Step = ({ level, subject }, view) =>
  level === 'breach' ? `breach ${lastCovered(subject as SchoolCode, view) ?? ''}`.trim() : null

/** The last day so far on which an inspector was responsible for a school; null: there has not been one. */
function lastCovered(school: SchoolCode, { day, records, inspectors }: View): Day | null {
  const serviceOf = (userid: UserId) => inspectors.find(({ card }) => card.userid === userid)?.service ?? []
  const rows = [
    ...records.assignments.filter((row) => row.school === school),
    ...records.people
      .filter(({ assigned }) => assigned.includes(school))
      .map(({ userid }) => ({ inspector: userid, from: null, to: null })),
  ]
  return latest(
    rows.flatMap(({ inspector, from, to }) =>
      serviceOf(inspector).flatMap(
        (days) => overlap(closedSpan({ from, to: earlierEnd(to, day) }), days)?.to ?? [],
      ),
    ),
  )
}

/**
 * The middle of the semester, six weeks before its end, and the day after it, on which it is judged (policy.md 6). A
 * semester that is over altogether is not told of any more.
 */
export const semesterStep: Step = ({ level, figures, place }, { schoolYear }) =>
  level !== 'ok' && level !== 'unknown' && figures['semester'] === schoolYear.semesters(place)[0]?.name
    ? level
    : null

const isRunning = ({ figures }: Line, { year }: View): boolean => figures['year'] === year

/** 1 September, 1 November, 1 December of a running year; what is missed is told in the new year; minutes apart from all. */
export const plenaryStep: Step = (line, view) => {
  if (line.level === 'warning' && line.figures['held'] !== 0)
    return `minutes ${String(line.figures['last_on'])}`
  return yearStep(line, view)
}

/** A duty of the year: its notice, its warning, a last call on 1 December, and that it was missed. */
export const yearStep: Step = (line, view) => {
  if (!isRunning(line, view)) return line.level === 'breach' && isJanuary(view) ? 'missed' : null
  if (line.level === 'warning') return view.day >= inYear(view.year, LAST_CALL) ? 'last call' : 'warning'
  return line.level === 'notice' ? 'notice' : null
}

const LAST_CALL = yearDayIn('12-01')!

/** Last year is judged in January; who starts later with old records is not told of it. */
const isJanuary = ({ day }: View): boolean => day < (`${yearOf(day)}-02-01` as Day)

/** The days of the year on which the hours are compared with the pace (06-30, 09-30, 12-01). */
export const hoursStep: Step = (line, view) => {
  if (!isRunning(line, view)) return line.level === 'breach' && isJanuary(view) ? 'missed' : null
  if (line.level !== 'notice' && line.level !== 'warning') return null
  const reached = view
    .setting('training_pace', line.place)
    .find(({ from }) => view.day >= inYear(view.year, from))
  return reached?.from ?? null
}

/** Ninety and thirty days before the last day of a term, that it is over, and that it is longer or one more than the law lets be. */
export const termStep: Step = ({ level, figures }) => {
  const end = String(figures['term_end'])
  if (level === 'breach') return `unlawful ${end}`
  if (level === 'warning') return `over ${end}`
  return level === 'notice' ? `${Number(figures['days_left']) <= 30 ? 30 : 90} ${end}` : null
}

/** Each ground that is noted is told of. */
export const groundsStep: Step = ({ level, person }, { records }) =>
  level === 'warning'
    ? latest(
        records.exitGrounds.flatMap(({ userid, notedOn, decidedOn }) =>
          userid === person && decidedOn === null ? notedOn : [],
        ),
      )
    : null
