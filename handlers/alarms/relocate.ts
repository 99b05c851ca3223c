import { relocatedText } from '#cards/alarm.ts'
import { alarmOfVisit } from '#db/alarms.ts'
import { change } from '#db/history.ts'
import { alarms } from '#db/schema/office.ts'
import type { Visit } from '#db/visits.ts'
import { act, type Context } from '../context.ts'
import { plan, text, type Plan } from '../plan.ts'
import { visitorRole } from '../visits/draft.ts'
import { alarmSubject, schoolName, showAlarm } from './open.ts'
import { alarmed, alarmPosts } from './raise.ts'

/** The draft of an alarm gets its school, or another: the right principal is alarmed, the others read it. */
export async function relocateAlarm(ctx: Context, visit: Visit): Promise<Plan> {
  const before = await alarmOfVisit(ctx.db, visit.id)
  if (!before || visit.school === null || before.school === visit.school) return plan({})
  const { county } = ctx.roster.school(visit.school)
  const receivers = await alarmed(ctx, { school: visit.school, county, what: before.what })
  const fresh = receivers.filter((each) => !before.receivers.includes(each.userid))
  const after = {
    school: visit.school,
    county,
    receivers: [...before.receivers, ...fresh.map((each) => each.userid)],
  }
  const alarm = { ...before, ...after, seq: before.seq + 1 }
  const words = relocatedText(await showAlarm(ctx, alarm), schoolName(ctx, before.school))
  return plan({
    writes: change(alarms, before, after, act(ctx, 'alarm.locate', visitorRole(ctx.me))),
    send: [
      ...(await alarmPosts(ctx, alarm, fresh)),
      ...before.receivers.map((to) => ({ ...text(to, alarmSubject(alarm.id), words), urgent: true })),
    ],
  })
}
