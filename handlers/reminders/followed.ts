import { stateAt } from '#db/events.ts'
import { nextToJudge, unjudged } from '#db/followed.ts'
import { ASSISTANT } from '#db/history.ts'
import { followedReminders, reminders } from '#db/schema/machine.ts'
import { insertNew, update, type Db } from '#db/store.ts'
import { wasVisitedBy } from '#db/visits.ts'
import { addDays, type Day, type Instant } from '#src/domain/day.ts'
import type { Level } from '#src/policy/checks/levels.ts'
import type { Condition } from '#src/policy/condition.ts'
import { endOf } from '#src/policy/hours.ts'
import { addWorkingDays, type WorkingDays } from '#src/policy/working-days.ts'
import { levelsFound } from '../checks/still-found.ts'
import { plan, type Plan } from '../plan.ts'
import type { Minute } from './remark.ts'

/** So many working days after that of a reminder the act still follows it. */
const FOLLOWING_DAYS = 2

/** Up to which day an act follows what is said on this one. */
export const actsUntil = (days: WorkingDays, said: Day): Day => addWorkingDays(days, said, FOLLOWING_DAYS)

/**
 * How many reminders were followed by the act in time, for `/metrics`: one kind of one day each minute, and each day once. What
 * is over is found by index, so that nothing is scanned when the figures are asked for.
 */
export async function countFollowed({ db, today }: Minute): Promise<Plan> {
  const next = await nextToJudge(db, today)
  if (!next) return plan({})
  const { upTo, kind } = next
  const lookedUp = new Map<string, Promise<ReadonlyMap<string, Level>>>()
  const asked = (await unjudged(db, upTo, kind)).flat()
  let followed = 0
  for (const condition of asked) if (await isDone({ db, upTo, lookedUp }, condition)) followed++
  return plan({
    writes: [
      update(reminders, { asks: null, actsUntil: null }, { actsUntil: upTo, kind }),
      // Of two machines that count at once the first has said it.
      insertNew(followedReminders, { upTo, kind, told: asked.length, followed }),
    ],
  })
}

type Looking = {
  db: Db
  upTo: Day
  /** By check, place: several subjects are read together. */
  lookedUp: Map<string, Promise<ReadonlyMap<string, Level>>>
}

/** Whether by the end of that day somebody had done what the reminder asked for; what the clock ended was not done. */
async function isDone(on: Looking, condition: Condition): Promise<boolean> {
  const edge: Instant = endOf(on.upTo)
  if (condition.of === 'check') return hasImproved(on, condition)
  if (condition.of === 'school') {
    const { id, unvisited } = condition
    return wasVisitedBy(on.db, { school: id, ...unvisited, by: edge })
  }
  const last = await stateAt(on.db, condition.id, edge)
  return (
    last !== null && last.actor !== ASSISTANT && !(condition.states as readonly string[]).includes(last.state)
  )
}

/** From the best; `unknown` is never an act. */
const RANK: readonly Level[] = ['ok', 'notice', 'warning', 'breach', 'unknown']

/** As the check finds it at the end of the last day: what is not found any more is done. */
async function hasImproved(
  { db, upTo, lookedUp }: Looking,
  { id, check, place, level }: Extract<Condition, { of: 'check' }>,
): Promise<boolean> {
  const key = `${check} ${place}`
  const found = lookedUp.get(key) ?? levelsFound(db, { check, place, on: upTo })
  lookedUp.set(key, found)
  return RANK.indexOf((await found).get(id) ?? 'ok') < RANK.indexOf(level)
}

/** The figures of `/metrics` cover so many days. */
export const FOLLOWED_SINCE_DAYS = 30
export const followedSince = (today: Day): Day => addDays(today, -FOLLOWED_SINCE_DAYS)
