import { unansweredAlarms, type Alarm } from '#db/alarms.ts'
import { change } from '#db/history.ts'
import { chiefs } from '#db/people.ts'
import { alarms } from '#db/schema/office.ts'
import { plusMs, DAY_MS } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Context } from '../context.ts'
import { both, plan, type Plan } from '../plan.ts'
import { alarmPosts } from './raise.ts'

/** So long the county has for a word of its own before the city's chief inspector hears of it (policy.md 8.5). */
const COUNTY_HAS_MS = 30 * 60_000

type Minute = Pick<Context, 'db' | 'now' | 'today' | 'roster'>

/** Every minute: what no office has answered in half an hour goes to the chief; after a day it has lost its meaning. */
export async function overdueAlarms(minute: Minute): Promise<Plan> {
  const { db, now, today } = minute
  const waiting = await unansweredAlarms(db, plusMs(now, -DAY_MS), plusMs(now, -COUNTY_HAS_MS))
  const receivers = waiting.length > 0 ? await chiefs(db, today) : []
  let whole = plan({})
  for (const alarm of waiting) {
    const untold = receivers.filter(({ userid }) => ![...alarm.receivers, alarm.raisedBy].includes(userid))
    if (untold.length === 0) continue
    const after = { receivers: [...alarm.receivers, ...untold.map((each) => each.userid)] }
    const writes = change(alarms, alarm, after, escalation(now))
    const send = await alarmPosts(minute, { ...alarm, seq: alarm.seq + 1 }, untold)
    whole = both(whole, plan({ writes, send }))
  }
  return whole
}

const escalation = (now: Alarm['raisedAt']) => ({
  kind: 'alarm.escalate',
  actor: 'assistant' as UserId,
  role: 'assistant' as const,
  channel: 'clock',
  at: now,
  words: null,
})
