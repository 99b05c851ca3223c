import { alarmCard } from '#cards/alarm.ts'
import { alarmsSince, type Alarm } from '#db/alarms.ts'
import { create } from '#db/history.ts'
import { chiefs, officePeople, schoolPeople, type Receiver } from '#db/people.ts'
import { alarms } from '#db/schema/office.ts'
import type { Visit } from '#db/visits.ts'
import { plusMs } from '#src/domain/day.ts'
import { SCHOOL_ROLES } from '#src/domain/person.ts'
import type { AlarmId, SchoolCode } from '#src/domain/words.ts'
import { isSeriousHarm } from '#src/language/visits/harm.ts'
import { act, type Context } from '../context.ts'
import { card, plan, reply, type Plan, type Post } from '../plan.ts'
import { visitorRole } from '../visits/draft.ts'
import { findingKey } from '../visits/open-cases.ts'
import { alarmSubject, showAlarm } from './open.ts'

const HOUR_MS = 3_600_000

/**
 * An urgent hazard alerts at once, before anything is confirmed (R-15: 及时; policy.md 8.5): the principal, the county
 * office and, of serious harm, the city's chief inspector. At most one alarm per school and finding in an hour.
 */
export async function raiseAlarms(ctx: Context, visit: Visit): Promise<Plan> {
  const urgent = visit.findings.filter((finding) => finding.severity === 'urgent')
  if (urgent.length === 0) return plan({})
  const what = urgent.map((finding) => finding.text).join('；')
  if (await wasRaised(ctx, visit, what)) return reply('这项重大隐患一小时内已报告过，督导办和学校都已收到。')
  const county = visit.school ? ctx.roster.school(visit.school).county : ctx.me.county
  const receivers = await alarmed(ctx, { school: visit.school, county, what })
  const alarm: Alarm = {
    id: ctx.ids.fresh() as AlarmId,
    seq: 1,
    state: 'raised',
    since: ctx.now,
    visit: visit.id,
    school: visit.school,
    county,
    what,
    raisedBy: ctx.me.userid,
    raisedAt: ctx.now,
    receivers: receivers.map((each) => each.userid),
    answeredBy: null,
  }
  return plan({
    writes: create(alarms, alarm, act(ctx, 'alarm.raise', visitorRole(ctx.me))),
    reply: await raisedText(ctx, visit.school, receivers),
    send: await alarmPosts(ctx, alarm, receivers),
  })
}

async function wasRaised(ctx: Context, visit: Visit, what: string): Promise<boolean> {
  const recent = await alarmsSince(ctx.db, plusMs(ctx.now, -HOUR_MS))
  return recent.some(
    (each) =>
      findingKey(each.what) === findingKey(what) &&
      (each.school ?? each.raisedBy) === (visit.school ?? ctx.me.userid),
  )
}

async function raisedText(
  ctx: Context,
  school: SchoolCode | null,
  receivers: readonly Receiver[],
): Promise<string> {
  const nobody = school && (await schoolPeople(ctx.db, school, ctx.today)).length === 0
  const call = nobody ? '该校没有登记校长，请直接打电话通知学校。' : ''
  const names = receivers.map((each) => each.name).join('、') || '督导办'
  return `已向${names}报告。${call}请先确保人员撤离危险区域，再补发照片。如是误报，请回复「误报」。`
}

type Danger = Pick<Alarm, 'school' | 'county' | 'what'>

/** Who must know at once; whoever tells it knows. */
export async function alarmed(ctx: Context, { school, county, what }: Danger): Promise<Receiver[]> {
  const all = [
    ...(school ? await schoolPeople(ctx.db, school, ctx.today) : []),
    ...(await officePeople(ctx.db, county, ctx.today)),
    ...(isSeriousHarm(what) ? await chiefs(ctx.db, ctx.today) : []),
  ]
  return all.filter(
    (each, i) =>
      each.userid !== ctx.me.userid && all.findIndex((other) => other.userid === each.userid) === i,
  )
}

/** The card in a lane of its own, before everything that waits. */
export async function alarmPosts(
  ctx: Pick<Context, 'db' | 'roster'>,
  alarm: Alarm,
  receivers: readonly Receiver[],
): Promise<Post[]> {
  const shown = await showAlarm(ctx, alarm)
  return receivers.map((each) => {
    const to = each.roles.some((role) => SCHOOL_ROLES.includes(role)) ? 'school' : 'office'
    const subject = alarmSubject(alarm.id, to === 'school' ? each.userid : null)
    return { ...card(each.userid, subject, alarmCard(shown, to)), urgent: true }
  })
}
