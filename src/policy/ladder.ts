import { addDays, at, type Day, type Instant } from '#src/domain/day.ts'
import { endOf, instantOfSlot, type Slot } from './hours.ts'
import { addWorkingDays, workingDayFrom, workingDayUntil, type WorkingDays } from './working-days.ts'

/**
 * The steps of a case towards and past its due date (policy.md 3.2), in their order. `before` counts working days, `after`
 * days. A step on or before the due date never moves past it, one after it never before it (8.3).
 */
export const STEPS = {
  due_3: { slot: '08:00', before: 3 },
  due_1: { slot: '08:00', before: 1 },
  last_call: { slot: '16:00', before: 0 },
  overdue_1: { slot: '08:00', after: 1 },
  overdue_3: { slot: '08:00', after: 3 },
  overdue_7: { slot: '08:00', after: 7 },
  overdue_15: { slot: '08:00', after: 15 },
  overdue_30: { slot: '08:00', after: 30 },
} as const satisfies Record<string, { slot: Slot } & ({ before: number } | { after: number })>

export type Step = keyof typeof STEPS

/** The working day on which the step of a case due then is taken. */
export function dayOfStep(days: WorkingDays, step: Step, due: Day): Day {
  const when = STEPS[step]
  if ('after' in when) return workingDayFrom(days, addDays(due, when.after))
  return when.before === 0 ? workingDayUntil(days, due) : addWorkingDays(days, due, -when.before)
}

/** Due dates whose step falls on a working day: later than `after`, up to `upTo`. */
export type Dues = { after: Day; upTo: Day }

/**
 * The cases that take this step on a working day, by their due dates: so that nothing is scanned. The step one working day
 * before gives way to a last call on the same day, as it is where the due date is a day off.
 */
export function duesAt(days: WorkingDays, step: Step, on: Day): Dues {
  const when = STEPS[step]
  const ahead = (n: number) => addWorkingDays(days, on, n)
  if ('after' in when) return duesPast(days, when.after, on)
  if (step === 'due_3') return { after: ahead(2), upTo: ahead(3) }
  const tomorrow = ahead(1)
  const before = addDays(tomorrow, -1)
  return step === 'due_1' ? { after: before, upTo: tomorrow } : { after: addDays(on, -1), upTo: before }
}

/** The days that lie so many days back on a working day and did on none before it. */
export const duesPast = (days: WorkingDays, passed: number, on: Day): Dues => ({
  after: addDays(addWorkingDays(days, on, -1), -passed),
  upTo: addDays(on, -passed),
})

/** Which step makes this one pointless when it comes: the next to the same person. */
const GIVES_WAY_TO: Record<Exclude<Step, 'last_call'>, Step | null> = {
  due_3: 'due_1',
  due_1: 'last_call',
  overdue_1: 'overdue_30',
  overdue_3: 'overdue_7',
  overdue_7: 'overdue_15',
  overdue_15: 'overdue_30',
  overdue_30: null,
}

function nextStep(days: WorkingDays, step: Exclude<Step, 'last_call'>, due: Day): Step | null {
  const next = GIVES_WAY_TO[step]
  const isOnLastDay = dayOfStep(days, 'due_1', due) === dayOfStep(days, 'last_call', due)
  return next === 'due_1' && isOnLastDay ? 'last_call' : next
}

const LAST_STEP_LIFE_DAYS = 30

/**
 * Until when the step has a meaning: a last call on its day, every other step until the next one to the same people comes.
 * `isLast` for those to whom no later one goes.
 */
export function meantUntil(days: WorkingDays, step: Step, due: Day, isLast = false): Instant {
  const on = dayOfStep(days, step, due)
  if (step === 'last_call') return endOf(on)
  const next = isLast ? null : nextStep(days, step, due)
  if (next === null) return at(addDays(on, LAST_STEP_LIFE_DAYS))
  return instantOfSlot(dayOfStep(days, next, due), STEPS[next].slot)
}
